"""`debatemap find`: claims by their words."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.exit_status import Status
from debatemap.cli.filtered import claims_matching
from debatemap.cli.inputs import debate_in
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["find"]

_NEAR_WITHIN: Final = 5_000
"""Claims of a map in which near words are looked for: in more it would take too long."""


def find(
    map_file: MapInput,
    query: Annotated[
        list[str], typer.Argument(metavar="QUERY…", help="Words and terms; see below.")
    ],
    *,
    as_json: AsJson = False,
) -> Status:
    """Find claims by their words, and by what they are.

    A word is found in text, note, tags, author, sources and quotes, in any case and form; in
    quotation marks it is found as it stands. Beside words there are the terms pro, con, undercut,
    thesis, unplaced, unanswered, changed, stale, #tag, by:NAME, source:WORDS, kind:study,
    has:note, no:source, is:con, replies:0, depth:>2, places:>1, strength:<40, rated-by:NAME,
    under:ID, id:ID, tag:NAME, text:, note: and quote:. All must hold; `or`, `-` for not, and
    brackets join them.

    Prints the id and text of each claim. The exit status is 1 where nothing is found.

    Examples:
      debatemap find debate.json open weights
      debatemap find debate.json '"open weights" con -#cost'
      debatemap find debate.json 'no:source (replies:0 or strength:>80)' --json
    """
    text = " ".join(query)
    debate = debate_in(map_file)
    found = claims_matching(debate, text)
    if as_json:
        put_json([{"id": claim, "text": debate.claims[claim].text} for claim in found])
    for claim in () if as_json else found:
        put(SafeText(f"{claim}  {safe_line(debate.claims[claim].text)}"))
    if not found:
        say(f"No claim matches: {safe_line(text)}")
        _say_what_is_near(debate, text)
    return Status.DONE if found else Status.FOUND


def _say_what_is_near(debate: "Debate", text: str) -> None:
    """Says which terms, or else which words of the claims, a query may have meant."""
    from debatemap.core.folding import fold  # noqa: PLC0415  (only a miss needs these)
    from debatemap.core.near_words import near_words  # noqa: PLC0415
    from debatemap.filtering.completion import terms_near  # noqa: PLC0415

    terms = terms_near(text)
    for name, about in terms:
        say(f"“{name}” finds claims {about}")
    if not terms and text.isalpha() and len(debate.claims) <= _NEAR_WITHIN:
        words = near_words(text, (fold(claim.text) for claim in debate.claims.values()))
        if words:
            say(f"Words that are near: {safe_line(', '.join(words))}")
