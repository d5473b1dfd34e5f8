"""`debatemap find`: claims by their words."""

from typing import Annotated

import typer

from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import debate_in
from debatemap.cli.options import AsJson, MapInput
from debatemap.cli.output import put, put_json, say
from debatemap.core.text import SafeText, safe_line

__all__ = ["find"]


def find(
    map_file: MapInput,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words, each of which must occur.")],
    *,
    as_json: AsJson = False,
) -> Status:
    """Find claims by their words.

    Prints the id and text of each claim in whose text, note, tags and kinds of sources
    all words occur, in any case. The exit status is 1 where nothing is found.

    Examples:
      debatemap find debate.json "open weights"
      debatemap find debate.json "#cost" --json
      debatemap find debate.json kind:study
    """
    from debatemap.core import search  # noqa: PLC0415  (`--help` must stay light)

    debate = debate_in(map_file)
    found = search.find(debate, query)
    if as_json:
        put_json([{"id": claim, "text": debate.claims[claim].text} for claim in found])
    for claim in () if as_json else found:
        put(SafeText(f"{claim}  {safe_line(debate.claims[claim].text)}"))
    if not found:
        say(f"No claim has all of these words: {safe_line(query)}")
    return Status.DONE if found else Status.FOUND
