"""Walk through claims that may make one point in other words."""

from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.core.node_names import quoted
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.similar.likely_duplicates import LikelyDuplicates

if TYPE_CHECKING:
    from debatemap.similarity import LikelyPair
    from debatemap.tui.context import MapContext

__all__ = ["likely_duplicates"]

_WORDS: Final = 120


async def likely_duplicates(context: "MapContext") -> None:
    """Shows pairs of claims that may make one point, and merges those that the user says do."""
    from debatemap.tui.features.similar.duplicates_screen import DuplicatesScreen  # noqa: PLC0415  (a map opens without it)

    walk = LikelyDuplicates(context)
    while (pair := await context.ask(DuplicatesScreen(context, walk))) is not None:
        await _merge_asked(context, pair)
        if not walk.left:
            return


async def _merge_asked(context: "MapContext", pair: "LikelyPair") -> None:
    """Asks whose words to keep, and makes one claim of the two."""
    claims = context.session.debate.claims
    if pair.first not in claims or pair.second not in claims:
        return
    first, second = (quoted(claims[each].text, _WORDS) for each in pair[:2])
    question = "Make one claim of the two? Links, sources, tags and ratings unite."
    answers = [
        Answer("1", f"yes, in the words {first}"),
        Answer("2", f"yes, in the words {second}"),
        Answer("n", "no, leave both"),
    ]
    answer = await context.ask(AskScreen(question, answers))
    if answer == "n":
        return
    keep, gone = pair[:2] if answer == "1" else (pair.second, pair.first)
    debate = context.session.debate
    if keep in debate.claims and gone in debate.claims:
        context.attempt(lambda: context.do(edit.merge_claims(debate, keep, gone), select=keep))
