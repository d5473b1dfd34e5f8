"""One conflict: the values that two people gave it, side by side, and what both began with."""

from collections.abc import Sequence
from typing import Any, Final

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, safe_line
from debatemap.sync.merge.conflict import ABSENT, Conflict, canonical
from debatemap.sync.merge.conflict_text import in_words, setting
from debatemap.sync.merge.settle import choices, name_conflict, standing
from debatemap.sync.merge.sides import name_side, whose
from debatemap.sync.word_diff import marked
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.clickable import KEY, clickable

__all__ = ["MOST_SIDES", "ConflictView", "titled"]

Ways = Sequence[Hint]
"""Keys that settle a conflict, or put it off, and what each does."""

MOST_SIDES: Final = 4
"""Values that are shown. A merge leaves two; a hostile file may hold any number."""

_TAKE: Final = "conflict_take"
_LIKE: Final = 0.25
"""How much of a text another must share for marks to help a reader."""

_STYLES: Final = {"same": "", "gone": "strike $error", "new": "bold $success"}


class ConflictView(VerticalScroll):
    """Shows a conflict; the value that stands in the map now has the bar of the accent."""

    DEFAULT_CSS = """
    ConflictView {
        padding: 0 1; scrollbar-size-vertical: 1; background: $background;
        & > Static { height: auto; }
        & #conflict-name, & #conflict-ways { margin-bottom: 1; }
        & #conflict-sides { height: auto; layout: horizontal; margin-bottom: 1; }
        & .side {
            width: 1fr; height: auto; padding: 0 2 0 1; border-left: outer $guide;
            &.-stands { border-left: outer $accent; }
        }
        & .beside { padding: 0 2; color: $quiet; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="conflict", can_focus=False)
        self._ways: Ways = ()

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield Static(id="conflict-name")
        yield Static(id="conflict-ways")
        with Container(id="conflict-sides"):
            for _ in range(MOST_SIDES):
                yield Static(classes="side")
        yield Static(id="conflict-now", classes="beside")
        yield Static(id="conflict-base", classes="beside")

    def show(
        self,
        debate: Debate,
        conflict: Conflict,
        ways: Ways = (),
        credit: Sequence[SafeText] = (),
        keys: Sequence[str] = (),
    ) -> None:
        """Shows a conflict.

        Args:
            debate: The map.
            conflict: One of its conflicts.
            ways: The keys beside the numbers of the values.
            credit: Who gave each value, and when, where that was asked for.
            keys: The key that takes each value, as far as there are any.
        """
        name = self.query_one("#conflict-name", Static)
        name.remove_class("-done")
        name.update(_heading(debate, conflict))
        self._show_ways(ways)
        values = choices(conflict)
        stands = _which_stands(debate, conflict, values)
        for number, side in enumerate(self.query(".side").results(Static)):
            side.display = number < len(values)
            side.set_class(number == stands, "-stands")
            if side.display:
                said = credit[number] if number < len(credit) else SafeText("")
                key = keys[number] if number < len(keys) else ""
                body = _side(debate, conflict, number, stands=number == stands, credit=said)
                taken = clickable(Content.styled(key, "bold $accent"), KEY, f"{_TAKE}:{number}")
                side.update(Content.assemble(taken, " ", body) if key else body)
        now = standing(debate, conflict)
        self._show_beside("#conflict-now", "In the map now", debate, conflict, now)
        self.query_one("#conflict-now").display = stands is None
        self._show_beside("#conflict-base", "Before", debate, conflict, conflict.base)
        self.scroll_home(animate=False)

    def show_none(self, ways: Ways, next_step: str) -> None:
        """Says that nothing is left to settle, and what to do then.

        Args:
            ways: The keys that lead on.
            next_step: What is to be done, in a sentence.
        """
        done = Content.styled("All conflicts are settled.", "bold")
        after = Content.styled(safe_line(next_step), "$quiet")
        self._show_ways(ways)
        name = self.query_one("#conflict-name", Static)
        name.add_class("-done")
        name.update(Content("\n").join([done, after]))
        for part in self.query(".side, .beside"):
            part.display = False

    def on_resize(self) -> None:
        """Breaks the keys where the lines end now."""
        self._show_ways(self._ways)

    def _show_ways(self, ways: Ways) -> None:
        self._ways = ways
        parts = [
            clickable(Content.assemble((key, "bold $accent"), f" {words}"), KEY, name)
            for key, words, name in ways
        ]
        shown = self.query_one("#conflict-ways", Static)
        shown.display = bool(parts)
        shown.update(in_lines(parts, shown.content_size.width or self.app.size.width))

    def _show_beside(
        self,
        part: str,
        label: str,
        debate: Debate,
        conflict: Conflict,
        value: Any,  # noqa: ANN401  (any JSON, or ABSENT)
    ) -> None:
        known = value is not ABSENT or part == "#conflict-now"
        words = in_words(debate, conflict, value) if known else SafeText("nothing that is known of")
        shown = self.query_one(part, Static)
        shown.display = True
        shown.update(Content.assemble((f"{label}\n", "bold"), words))


def titled(debate: Debate, conflict: Conflict) -> SafeText:
    """Returns what a conflict is about, as a title."""
    name = name_conflict(debate, conflict)
    return SafeText(f"{name[:1].upper()}{name[1:]}")


def _heading(debate: Debate, conflict: Conflict) -> Content:
    name = Content.styled(titled(debate, conflict), "bold")
    where = setting(debate, conflict)
    return Content("\n").join([name, Content.styled(where, "$quiet")]) if where else name


def _which_stands(debate: Debate, conflict: Conflict, values: Sequence[Any]) -> int | None:
    """Returns the place of the value that the map holds, or None where it holds another.

    A record that is there stands for its value, even where it was edited since.
    """
    now = standing(debate, conflict)
    if conflict.is_of_a_record and now is not ABSENT:
        return next((n for n, value in enumerate(values) if value is not ABSENT), None)
    found = canonical(now)
    return next((n for n, value in enumerate(values) if canonical(value) == found), None)


def _side(
    debate: Debate, conflict: Conflict, number: int, *, stands: bool, credit: SafeText
) -> Content:
    """Returns a value under its key; the words are marked that it does not share."""
    values = choices(conflict)
    words = in_words(debate, conflict, values[number])
    other = conflict.base
    if other is ABSENT and values[number] is not ABSENT:
        other = next((v for n, v in enumerate(values) if n != number and v is not ABSENT), ABSENT)
    head = Content.assemble(
        "delete" if values[number] is ABSENT else "keep",
        ("   stands in the map" if stands else "", "$quiet"),
    )
    owner = _owner(conflict, values[number])
    head = Content("\n").join([head, Content.styled(owner, "$quiet")]) if owner else head
    if values[number] is ABSENT:
        body = Content.styled(words, "italic")
    elif other is ABSENT:
        body = Content(words)
    else:
        body = _marked(in_words(debate, conflict, other), words)
    tail = [Content.styled(credit, "$quiet")] if credit else []
    return Content("\n").join([head, body, *tail])


def _owner(conflict: Conflict, value: Any) -> SafeText:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns whose a value is, as far as that is known."""
    sides = whose(conflict, value)
    if len(sides) > 1:
        return SafeText("both")
    if sides:
        return name_side(conflict, sides[0])
    is_joined = value is not ABSENT and canonical(value) == canonical(conflict.joined)
    return SafeText("joined of 1 and 2; nobody wrote it so" if is_joined else "")


def _marked(before: SafeText, after: SafeText) -> Content:
    """Returns a text with the words marked that it does not have in common with another.

    A word that went and has another in its place is left out: it stands in the other text.
    Where hardly a word is shared, marks would say nothing.
    """
    pieces = marked(before, after)
    shared = sum(len(words) for fate, words in pieces if fate == "same")
    if shared < len(after) * _LIKE:
        return Content(after)
    parts: list[Content] = []
    for place, (fate, words) in enumerate(pieces):
        if fate == "gone" and place + 1 < len(pieces) and pieces[place + 1][0] == "new":
            continue
        bare = words.lstrip()
        parts.append(Content(words[: len(words) - len(bare)]))
        shown = f"[-{bare}-]" if fate == "gone" and bare else bare
        parts.append(Content.styled(shown, _STYLES[fate]))
    return Content("").join(parts)
