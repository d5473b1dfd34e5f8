"""`debatemap set`: give a field of a claim another value without the screen."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import refuse_missing, refuse_stdin, standard_input
from debatemap.cli.output import say
from debatemap.cli.shared_options import MapFile
from debatemap.core.fields import Field, fields_of
from debatemap.core.text import excerpt

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.core.debate import Debate

__all__ = ["set_field"]

_WRITTEN = [field for field in fields_of("claims") if field.is_written]
_LABELS: Final = tuple(field.label for field in _WRITTEN)
_MAP: Final = "map"
"""Stands where a claim's id does, for the map itself."""
_OF_THE_MAP: Final = ("title", *(field.label for field in fields_of("map")))


def set_field(
    map_file: MapFile,
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="The claim; a beginning of its id will do. Or map.")
    ],
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD",
            help=f"{', '.join(f.label for f in _WRITTEN)}; of the map, {' or '.join(_OF_THE_MAP)}.",
        ),
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
    """Give a field of a claim, or of the map, another value.

    The map is saved. Put -- before a VALUE that begins with a dash.

    Examples:
      debatemap set debate.json 3f8k2m9xqz tags "cost, law"
      debatemap set debate.json 3f8k note - < note.txt
      debatemap set debate.json 3f8k author ""
      debatemap set debate.json map question "Which database do we take?"
    """
    names = _OF_THE_MAP if claim == _MAP else ()
    named = None if field in names else _field(field, of_the_map=claim == _MAP)
    refuse_stdin(map_file, "the claim is written to a file")
    refuse_missing(map_file)
    words = standard_input("nothing was set") if value == "-" else value
    change = edit_map(
        map_file, lambda session: _change(session.debate, claim, named or field, words)
    )
    say(f"{map_file}: {change.done if change else 'it holds that already'}")


def _field(given: str, *, of_the_map: bool) -> Field:
    for field in () if of_the_map else _WRITTEN:
        if given in (field.label, field.in_file):
            return field
    owner, labels = ("the map", _OF_THE_MAP) if of_the_map else ("a claim", _LABELS)
    raise UseError(f"{owner} has no field {excerpt(given, 64)} to set; it has {', '.join(labels)}")


def _change(debate: "Debate", claim: str, field: Field | str, value: str) -> "Change":
    from debatemap import edit  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415

    if isinstance(field, str):
        put = edit.set_title if field == "title" else edit.set_question
        return put(debate, value)
    return edit.set_field(debate, claim_id(debate, claim), field.name, value)
