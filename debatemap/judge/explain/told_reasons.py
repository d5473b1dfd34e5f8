"""Why a claim is as strong as it is, and what would turn its verdict."""

from debatemap.judge.explain.phrases import Sentence, sentence
from debatemap.judge.explain.reasons import why
from debatemap.judge.explain.turning import turning
from debatemap.judge.explain.turning_words import turning_words
from debatemap.judge.judgement import Judgement

__all__ = ["told_reasons", "turning_sentences"]


def told_reasons(judgement: Judgement, node: str) -> tuple[Sentence, ...]:
    """Returns the sentences of `why`, and what would turn the verdict on a claim with replies.

    That takes up to half a second where much bears on the claim; `why` takes none.

    Raises:
        KeyError: There is no such claim or link.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> told_reasons(Judgement(debate), "t")[-1].text
        'One claim turns it: doubt “C.”, which is an open question, as it stands at 50.'
    """
    return (*why(judgement, node).sentences, *turning_sentences(judgement, node))


def turning_sentences(judgement: Judgement, node: str) -> tuple[Sentence, ...]:
    """Returns what would turn the verdict on a claim: one sentence, none of what has no replies."""
    debate = judgement.debate
    if node not in debate.claims or node in judgement.assumed or not debate.links_into(node):
        return ()
    found = turning(judgement, node)
    leads_to = found.turns[0].flips[0].claim if found.turns else None
    return (sentence(turning_words(debate, found), leads_to),)
