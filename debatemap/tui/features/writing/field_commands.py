"""Write a field of the selected claim: in a line, in lines or by choice, as it is declared."""

from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap import edit
from debatemap.core.fields import Field, field_of
from debatemap.core.model import Claim
from debatemap.core.node_names import quoted
from debatemap.core.text import safe_line
from debatemap.tui.commands.fields_table import EDITED
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.dialogs.known_answers import Known, KnownScreen
from debatemap.tui.dialogs.prompt import PromptScreen, WriteScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ACTIONS", "RESUMED", "known_values", "write_field"]


async def write_field(
    context: "MapContext", command: str, field: Field, resumed: str | None = None
) -> None:
    """Changes a field of the selected claim.

    Args:
        context: The open map.
        command: The id of the command that does it.
        field: The field.
        resumed: What was written of it already, at another time.
    """
    row = context.row
    if row is None:
        return
    claim = context.session.debate.claims[row.claim]
    place = {"command": command, "claim": row.claim, "link": row.link or ""}
    text = await _asked(context, claim, field, place, resumed)
    if text is None:
        return
    if not _is_same(field, text, getattr(claim, field.name)):
        context.do(edit.set_field(context.session.debate, row.claim, field.name, text))
    elif not field.is_long:
        context.say("Nothing is changed.")


def _is_same(field: Field, text: str, held: str | tuple[str, ...]) -> bool:
    """Tells whether what came back of a dialog is what it began with."""
    if field.is_long:
        return text.rstrip() == str(held)
    # A dialog of one line shows line breaks as blanks, and a tag with a comma as two.
    begun = _in_line(field, held)
    return not field.choices and text in (begun, safe_line(begun))


async def _asked(
    context: "MapContext", claim: Claim, field: Field, place: dict[str, str], resumed: str | None
) -> str | None:
    """Asks for a value, beginning with the one that is there; None on leaving."""
    question = (field.question or f"The {field.label} of {{}}").format(quoted(claim.text, 60))
    held = getattr(claim, field.name)

    def refusal() -> str:
        # Another window may take the map over meanwhile.
        return context.session.read_only

    if field.is_long:
        return await context.ask(
            WriteScreen(question, held, place=place, resumed=resumed, refusal=refusal)
        )
    if not field.choices:
        known = known_values(context, field)
        if not known:
            return await context.ask(PromptScreen(question, _in_line(field, held)))
        is_list = field.kind == "tags"
        return await context.ask(
            KnownScreen(question, _in_line(field, held), known, is_list=is_list)
        )
    values = dict.fromkeys((held, "", *field.choices))
    choices = [Choice(value, Content(value or f"no {field.label}")) for value in values]
    asked = ChooserScreen[str](question, lambda query: fitting(query, choices))
    return await context.ask(asked)


def known_values(context: "MapContext", field: Field) -> list[Known]:
    """Returns the values of a field that claims of the map have, the most frequent first."""
    held = (getattr(claim, field.name) for claim in context.session.debate.claims.values())
    counts = Counter(each for value in held for each in (value if field.is_list else [value]))
    return [
        Known(text, number)
        for text, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if text
    ]


def _in_line(field: Field, held: str | tuple[str, ...]) -> str:
    return ", ".join(held) if field.kind == "tags" else str(held)


def _action(command: str, field: Field) -> Callable[["MapContext"], Awaitable[None]]:
    async def act(context: "MapContext") -> None:
        await write_field(context, command, field)

    act.__doc__ = f"Changes the {field.label} of the selected claim."
    return act


ACTIONS: Final = {command: _action(command, field) for command, field in EDITED.items()}
"""What the commands of the plain fields do, by their id."""

RESUMED: Final = {"note": field_of("claims", "note")} | {
    command: field for command, field in EDITED.items() if field.is_long
}
"""The fields whose text is kept while it is written, by the id of the command that asks."""
