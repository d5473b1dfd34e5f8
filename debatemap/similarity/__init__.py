"""The same point in other words: told by stems, related words and runs of letters, by no model.

It offers, and never merges. `point_similarity` compares two texts and needs no map;
`SimilarClaims` is an index of the claims of a map, kept up change by change, in which `similar`
finds those like a text; `likely_pairs` lists the pairs of a map that may be one point.

Two claims that differ in a negation ("not", "never", "un-"), in an opposite word ("raise" and
"lower"), in a number or in a name are not the same point, however many words they share.

Examples:
    >>> from debatemap.similarity import point_similarity
    >>> point_similarity("Uniforms save money.", "Uniforms do not save money.") < 0.4
    True
"""

from debatemap.similarity.claim_index import ENOUGH, SimilarClaim, SimilarClaims, similar
from debatemap.similarity.duplicates import LikelyPair, likely_pairs
from debatemap.similarity.score import point_similarity

__all__ = [
    "ENOUGH",
    "LikelyPair",
    "SimilarClaim",
    "SimilarClaims",
    "likely_pairs",
    "point_similarity",
    "similar",
]
