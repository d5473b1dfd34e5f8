"""Near-duplicates: claims that say the same in nearly the same words.

In a debate the claim that is *almost* another one is mostly its opponent: one "not", "less"
or other year makes it. So a text must be alike as a whole, and each word that only one of
two claims has must look like a word of the other, as a slip or another ending does.

To compare 10,000 claims pair by pair would take half a minute. Words are cut to their stems
instead, and only claims with the same bag of stems, or the same but for one, are compared. Most
claims of a large map have no such other, which is told in one pass (`wording_keys`).
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from debatemap.check.lint import Finding, lint
from debatemap.check.wording_keys import LIGHT, is_inflected, near_wordings, stem_of, words_in
from debatemap.core.debate import Debate
from debatemap.core.node_names import name_of

__all__ = ["near_duplicates", "near_pairs"]

_WHOLE: Final = 90
"""Indel similarity of two texts, in per cent, without case, marks and light words: a slip or
an ending or two in a sentence stays above; a sentence with its words in another order, which
mostly says another thing, falls below."""
_WORD: Final = 75
"""The same for two words: "release" and "releasing" are alike; "help" and "harm" are not."""
_SLIPPERY: Final = 5
"""Letters of a word that may have a slip in its middle; a shorter one is another word then."""
_FEWEST: Final = 3
"""Stems that are left when one is left out; with fewer, most claims would be candidates."""
_NEIGHBOURS: Final = 50
"""Claims of one bag that a claim is compared with, so that no map takes quadratic time."""
_LONGEST: Final = 1_000
"""Characters of a claim; a longer text is found only if its words are the same."""


class _Wording(NamedTuple):
    claim: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)


@lint("DM303", "near-duplicate", "Two claims say the same in nearly the same words.")
def near_duplicates(debate: Debate) -> Iterator[Finding]:
    """Finds claims whose words are at least 90 % those of an earlier claim in the file."""
    for later, earlier in near_pairs(debate):
        message = f"nearly the same words as {earlier}, {name_of(debate, earlier)}"
        yield Finding(f"claims.{later}.text", message)


def near_pairs(debate: Debate) -> Iterator[tuple[str, str]]:
    """Yields (claim, an earlier claim like it), at most one for each claim."""
    same: dict[tuple[str, ...], str] = {}
    bags: dict[int, list[_Wording]] = {}
    for claim_id in near_wordings({key: claim.text for key, claim in debate.claims.items()}):
        claim = debate.claims[claim_id]
        words = _words(claim.text)
        if not words:
            continue
        earlier = same.setdefault(words, claim_id)
        if earlier != claim_id:
            yield claim_id, earlier
        elif len(claim.text) <= _LONGEST:
            like = _place(_Wording(claim_id, words), bags)
            if like is not None:
                yield claim_id, like


def _place(wording: _Wording, bags: dict[int, list[_Wording]]) -> str | None:
    """Puts a claim into its bags; returns a claim in one of them that is like it, if any."""
    like = None
    for key in _keys(wording.words):
        bag = bags.setdefault(key, [])
        if like is None:
            like = next((other.claim for other in bag if _are_alike(wording, other)), None)
        if len(bag) < _NEIGHBOURS:
            bag.append(wording)
    return like


def _words(text: str) -> tuple[str, ...]:
    words = words_in(text)
    return tuple(word for word in words if word not in LIGHT) or tuple(words)


def _keys(words: tuple[str, ...]) -> Iterable[int]:
    """Returns a number for the bag of all stems, and one for each without one of them.

    They are in the order of the words: the numbers themselves are others in each run.
    """
    hashes = [hash(stem_of(word)) for word in words]
    whole = sum(hashes)
    if len(words) <= _FEWEST:
        return [whole]
    pairs = zip(hashes, words, strict=True)
    return dict.fromkeys([whole, *(whole - stem for stem, word in pairs if is_inflected(word))])


def _are_alike(one: _Wording, other: _Wording) -> bool:
    if len(one.words) != len(other.words):
        return False
    left, right = list(one.words), list(other.words)
    for word in one.words:
        if word in right:
            left.remove(word)
            right.remove(word)
    pairs = zip(sorted(left), sorted(right), strict=True)
    if not all(_is_slip(a, b) for a, b in pairs):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415  (most maps hold nothing that is so near)

    return fuzz.ratio(one.text, other.text, score_cutoff=_WHOLE) > 0


def _is_slip(one: str, other: str) -> bool:
    """Tells whether two words look like one; what is put before a word turns it around."""
    if not (one.isalpha() and other.isalpha()) or one[0] != other[0]:
        return False
    ending = one.startswith(other) or other.startswith(one)
    if not ending and min(len(one), len(other)) < _SLIPPERY:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415  (likewise)

    return fuzz.ratio(one, other) >= _WORD
