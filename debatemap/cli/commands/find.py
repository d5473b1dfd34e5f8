"""`debatemap find`: claims by their words."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import debate_in
from debatemap.cli.options import AsJson, MapInput
from debatemap.cli.output import put, put_json, say
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.filtering import FilterFacts

__all__ = ["find"]


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
    brackets join them. A query that begins with - stands behind `--`.

    Prints the id and text of each claim. The exit status is 1 where nothing is found.

    Examples:
      debatemap find debate.json open weights
      debatemap find debate.json '"open weights" con -#cost'
      debatemap find debate.json 'no:source (replies:0 or strength:>80)' --json
    """
    from debatemap.filtering import FilterError, parse_filter  # noqa: PLC0415  (`--help` must stay light)

    text = " ".join(query)
    debate = debate_in(map_file)
    try:
        found = parse_filter(text).find_in_order(_facts(debate)) if text.strip() else []
    except FilterError as error:
        for line in error.pointed(text).splitlines():
            say(line)
        raise UseError(error.message) from error
    if as_json:
        put_json([{"id": claim, "text": debate.claims[claim].text} for claim in found])
    for claim in () if as_json else found:
        put(SafeText(f"{claim}  {safe_line(debate.claims[claim].text)}"))
    if not found:
        say(f"No claim matches: {safe_line(text)}")
    return Status.DONE if found else Status.FOUND


def _facts(debate: "Debate") -> "FilterFacts":
    from debatemap.filtering import FilterFacts  # noqa: PLC0415  (likewise)

    def changed() -> set[str] | None:
        """Returns the claims that differ from what was last looked at on the screen."""
        from debatemap.formats.registry import read_map  # noqa: PLC0415  (few queries need it)
        from debatemap.store.seen import load_seen  # noqa: PLC0415

        seen = load_seen(debate.header.id)
        if seen is None:
            return None
        before = read_map(seen.content).debate.claims
        return {key for key, claim in debate.claims.items() if before.get(key) != claim}

    return FilterFacts(debate, changed=changed)
