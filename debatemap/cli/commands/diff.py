"""`debatemap diff`: two versions of a map told apart in the words of arguments."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import debates_in, input_path
from debatemap.cli.output import put, put_json
from debatemap.cli.shared_options import AsJson
from debatemap.core.text import SafeText

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.sync.diff.difference import Group

__all__ = ["diff", "put_difference"]

_BLANK = SafeText("")


def diff(
    before: Annotated[
        Path,
        typer.Argument(
            metavar="A",
            help="The earlier map; - is standard input.",
            parser=input_path,
            show_default=False,
        ),
    ],
    after: Annotated[
        Path,
        typer.Argument(metavar="B", help="The later map.", parser=input_path, show_default=False),
    ],
    *,
    as_json: AsJson = False,
) -> Status:
    """Tell how two versions of a map differ.

    One line for each thing that was done, under the thesis and the branch that it concerns:
    + came, − went, → moved, ~ changed. Words that went stand in [-brackets-], those that came
    in {+braces+}. The exit status is 1 where the maps differ.

    Examples:
      debatemap diff before.json after.json
      git show HEAD:debate.json | debatemap diff - debate.json
      debatemap diff mine.json yours.json --json
    """
    one, other = debates_in(before, after)
    if as_json:
        return Status.FOUND if _put_described(one, other) else Status.DONE
    return Status.FOUND if put_difference(one, other) else Status.DONE


def put_difference(before: "Debate", after: "Debate") -> bool:
    """Prints how two debates differ, and tells whether they do."""
    from debatemap.sync.diff.difference_text import one_line  # noqa: PLC0415
    from debatemap.sync.diff.differences import grouped_differences  # noqa: PLC0415

    groups = grouped_differences(before, after)
    for number, group in enumerate(groups):
        if number:
            put(_BLANK)
        put(_heading(after, group))
        for difference in group.differences:
            put(SafeText(f"  {one_line(difference, before, after)}"))
    return bool(groups)


def _heading(debate: "Debate", group: "Group") -> SafeText:
    from debatemap.sync.diff.names import Names  # noqa: PLC0415

    names = Names(debate, debate, 48)
    if group.place == "thesis":
        branch = f" › {names.of(group.branch)}" if group.branch else ""
        return SafeText(f"{names.of(group.thesis)}{branch}")
    words = {"map": "The map", "unplaced": "Unplaced", "adrift": "In a cycle no thesis leads to"}
    return SafeText(words[group.place])


def _put_described(before: "Debate", after: "Debate") -> bool:
    from debatemap.sync.diff.differences import differences  # noqa: PLC0415
    from debatemap.sync.diff.json import described  # noqa: PLC0415

    found = differences(before, after)
    put_json([described(difference, before, after) for difference in found])
    return bool(found)
