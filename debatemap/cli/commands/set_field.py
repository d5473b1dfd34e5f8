"""`debatemap set`: give a field of a claim another value without the screen."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import refuse_missing, refuse_stdin, standard_input
from debatemap.cli.options import MapFile
from debatemap.cli.output import say
from debatemap.core.fields import Field, fields_of
from debatemap.core.text import excerpt

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.core.debate import Debate

__all__ = ["set_field"]

_WRITTEN = [field for field in fields_of("claims") if field.is_written]


def set_field(
    map_file: MapFile,
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="The claim; a beginning of its id will do.")
    ],
    field: Annotated[
        str,
        typer.Argument(metavar="FIELD", help=", ".join(f.label for f in _WRITTEN) + "."),
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="What it is to hold, or nothing; tags have commas between. - reads it from "
            "standard input.",
        ),
    ],
) -> None:
    """Give a field of a claim another value.

    The map is saved. Put -- before a VALUE that begins with a dash.

    Examples:
      debatemap set debate.json 3f8k2m9xqz tags "cost, law"
      debatemap set debate.json 3f8k note - < note.txt
      debatemap set debate.json 3f8k author ""
    """
    named = _field(field)
    refuse_stdin(map_file, "the claim is written to a file")
    refuse_missing(map_file)
    words = standard_input("nothing was set") if value == "-" else value
    change = edit_map(map_file, lambda session: _change(session.debate, claim, named, words))
    say(f"{map_file}: {change.done if change else 'it holds that already'}")


def _field(given: str) -> Field:
    for field in _WRITTEN:
        if given in (field.label, field.in_file):
            return field
    names = ", ".join(field.label for field in _WRITTEN)
    raise UseError(f"a claim has no field {excerpt(given, 64)} to set; it has {names}")


def _change(debate: "Debate", claim: str, field: Field, value: str) -> "Change":
    from debatemap import edit  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415

    return edit.set_field(debate, claim_id(debate, claim), field.name, value)
