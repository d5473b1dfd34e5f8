"""Copy a branch or the marked claims to the clipboard: as lines, Markdown, Argdown or JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Header, Stance
from debatemap.core.text import excerpt
from debatemap.formats.clipped import clipped
from debatemap.formats.indented.writer import write_outline
from debatemap.formats.registry import format_named
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.shown_order import in_shown_order
from debatemap.tui.system.clipboard import TERMINAL_LIMIT, copier, copy_with
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["copy_branch", "put_on_clipboard"]

_FORMS: Final = {
    "t": "indented lines", "m": "Markdown", "g": "Argdown", "j": "JSON", "a": "JSON",
}  # fmt: skip
_LEAVE: Final = "c"
_KILO: Final = 1_000


class _Copied(NamedTuple):
    """Claims that are to be copied, and what they are called."""

    parcel: edit.Parcel
    stances: dict[str, Stance]
    noun: str


async def copy_branch(context: "MapContext") -> None:
    """Asks in which form to copy the selected branch or the marked claims, and copies them."""
    row = context.row
    if row is None:
        return
    whole = await _packed(context, alone=False)
    count = len(whole.parcel.claims)
    alone = [Answer("a", "JSON, the selected claim alone")] if count > 1 else []
    answers = [
        Answer("t", "indented lines, with + and -"),
        Answer("m", "a Markdown list"),
        Answer("g", "Argdown"),
        Answer("j", "JSON with all fields, to be pasted into another map"),
        *alone,
        Answer(_LEAVE, "leave"),
    ]
    answer = await context.ask(AskScreen(f"Copy {whole.noun} as", answers))
    if answer == _LEAVE:
        return
    copied = await _packed(context, alone=True) if answer == "a" else whole
    text = await run(_written, copied.parcel, copied.stances, answer)
    await put_on_clipboard(context, text, f"{copied.noun} as {_FORMS[answer]}")


async def _packed(context: "MapContext", *, alone: bool) -> _Copied:
    """Returns the marked claims, or the selected one with all beneath it, or that one alone."""
    row, marked = context.row, context.view.marked
    snapshot = context.session.snapshot().debate
    claims = [row.claim] if row is not None else []
    if marked and not alone:
        claims = in_shown_order(context, marked)
    is_whole = not (marked or alone)
    parcel = await run(_pack, snapshot, claims, is_whole)
    stances = {claim: _stance(context, snapshot, claim) for claim in parcel.tops}
    count, first = len(parcel.claims), excerpt(snapshot.claims[claims[0]].text, 40)
    if marked and not alone:
        noun = f"the {count:,} marked claim{'' if count == 1 else 's'}"
    else:
        below = f"{count - 1:,} claim{'' if count == 2 else 's'}"  # noqa: PLR2004  (the first and one)
        more = f" and {below} beneath it" if count > 1 else ""
        noun = f"“{first}”{more}"
    return _Copied(parcel, stances, noun)


def _pack(debate: Debate, claims: Sequence[str], is_whole: bool) -> edit.Parcel:  # noqa: FBT001  (run takes no names)
    return edit.pack(debate, claims, whole=is_whole)


def _stance(context: "MapContext", debate: Debate, claim: str) -> Stance:
    row = context.row
    link = row.link if row is not None and row.claim == claim else None
    link = link or next(iter(debate.links_from(claim)), "")
    return debate.links[link].stance if link in debate.links else "supports"


def _written(parcel: edit.Parcel, stances: dict[str, Stance], form: str) -> str:
    """Returns claims in one of the forms."""
    if form in ("j", "a"):
        return clipped(parcel.claims, parcel.links, parcel.sources, stances)
    header = Header("copied", theses=tuple(parcel.tops))
    debate = Debate(header, parcel.claims, parcel.links, parcel.sources)
    if form == "g":
        return format_named("argdown").write(debate).data.decode()
    return write_outline(debate, parcel.tops, "markdown" if form == "m" else "text", stances)


async def put_on_clipboard(context: "MapContext", text: str, noun: str) -> None:
    """Copies a text by the terminal, and by a program of the system where there is one.

    Args:
        context: The open map.
        text: The text.
        noun: What it is, for the message.
    """
    size = len(text.encode("utf-8", "replace"))
    fits = size <= TERMINAL_LIMIT
    if fits:
        context.app.copy_to_clipboard(text)
    program = copier()
    problem = await run(copy_with, program, text) if program is not None else ""
    if program is not None and not problem:
        context.say(f"Copied {noun}, with {program.name}.")
    elif fits:
        why = f" ({problem})" if problem else ""
        context.say(f"Copied {noun}, where the terminal allows it{why}.")
    else:
        size_said = f"{size / _KILO:,.0f} kB"
        why = problem or "none of wl-copy, xclip, xsel, pbcopy and clip.exe can be used here"
        context.warn(f"Not copied: {size_said} are too much for a terminal, and {why}.")
