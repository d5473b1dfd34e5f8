"""The part of the table of commands that edits the plain fields of claims: one for each.

They have no keys until the user's settings give them some; the palette lists them.
"""

from typing import Final

from debatemap.core.fields import Field, plain_fields
from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["EDITED", "FIELD_COMMANDS"]

_ADD: Final = "Add and edit"

EDITED: Final[dict[str, Field]] = {f"set_{field.name}": field for field in plain_fields()}
"""The fields by the id of the command that edits them."""

FIELD_COMMANDS: Final[tuple[Command, ...]] = tuple(
    Command(name, (), f"Edit the {field.label}", _ADD, field.help, reason=when.editable_claim)
    for name, field in EDITED.items()
)
