"""What is being written among the rows, and what becomes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.model import Stance
from debatemap.core.text import safe_line, width
from debatemap.edit.cited_claim import with_citation
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.texts.chosen_passage import (
    ChosenPassage,
    chosen_passage,
    kept_passage,
)
from debatemap.tui.features.views.views import Views
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.messages import StateChanged, WritingEnded
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.lines import Gap
from debatemap.workspace.session import ReadOnlyError

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.writing.source_form import Cited

__all__ = ["ClaimWriter", "Draft", "unplaced"]

_FOR_NOTHING: Final = frozenset({"add_thesis", "add_unplaced"})
_DROPS: Final = "drop it; so does {key:question_leave}"
_CITES_LATER: Final = "Accept the words first; then {key:quote} quotes a source for the claim."
_ENDS: Final = "ends"
_LAST: Final = {"editor_accept": "accepts", _ENDS: "again", "editor_leave": "leaves"}
_HINTS: Final[tuple[Mapping[str, str], ...]] = (
    {
        "editor_link": "links it instead",
        "editor_newline": "new line",
        "editor_quote": "adds a quote",
        **_LAST,
    },
    {
        "editor_link": "links it instead",
        "editor_newline": "line",
        "editor_quote": "quotes",
        **_LAST,
    },
    {
        "editor_link": "links it instead",
        "editor_newline": "line",
        "editor_quote": "quotes",
        "editor_accept": "accepts",
        "editor_leave": "leaves",
    },
)
"""The keys of the editor with what they do; the first form that there is room for is shown."""
_BESIDE_HINTS: Final = 2
"""Cells of the screen beside the line of hints."""
_FOR_A_LINK: Final = frozenset({"add_undercut", "add_backing", "add_sibling"})
"""Of them, those whose words stand wherever that is, and those that need the selected link."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim that is being written.

    Attributes:
        heading: Says what it will be: "con of …".
        apply: Turns the words into a change.
        gap: Where it stands: the row, the depth, and whether in the row's place.
        text: What it says already.
        then: Begins the next of a series, given the change that was made; None ends it.
        target: What it replies to and how; None for what is no reply.
        quoted: The passage of a text that it quotes; its words are offered as the claim's.
    """

    heading: Content
    apply: Callable[[str], Change]
    gap: "Gap"
    text: str = ""
    then: Callable[[Change], "Draft | None"] | None = None
    target: tuple[str, Stance] | None = None
    quoted: ChosenPassage | None = None


def _cells(hints: Sequence[Hint]) -> int:
    return width("   ".join(f"{hint.key} {hint.word}" for hint in hints))


def unplaced(context: "MapContext") -> Draft:
    """Returns a claim for the inbox, yet to be written."""
    heading = Content.styled("○ a claim for later, unplaced", "$quiet")

    def apply(text: str) -> Change:
        return edit.add_unplaced(context.session.debate, text, signed=context.signature)

    last = max(0, len(context.outline.rows) - 1)
    return Draft(heading, apply, Gap(last, 0))


class ClaimWriter:
    """Opens the editor for a draft, and turns its words into a change.

    Attributes:
        place: Where the editor stands: the command that opened it, the claim and the link.
        links: Whether a claim is offered that makes the point already, and can be linked instead.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._draft: Draft | None = None
        self.place: dict[str, str] = {}
        self.links = False

    @property
    def draft(self) -> Draft | None:
        """What is being written, or None."""
        return self._draft

    def begin(self, draft: Draft, command: str = "", told: str = "") -> None:
        """Opens the editor.

        Args:
            draft: What is written.
            command: The command that would open it again; without it, the one that runs.
            told: What was done just before; it stands beside the heading, as the last line has
                the keys of the editor.
        """
        quoted = chosen_passage(self._map) if not draft.gap.instead else None
        if quoted is not None:
            place = safe_line(quoted.at)
            heading = Content.assemble(draft.heading, ("   § ", "$accent"), (place, "$quiet"))
            draft = replace(draft, heading=heading, text=quoted.words, quoted=quoted)
        self._draft, self.links = draft, False
        row = self._map.row
        self.place = {
            "command": command or self._map.running,
            "claim": row.claim if row is not None else "",
            "link": (row.link if row is not None else None) or "",
        }
        if quoted is not None:
            self.place |= quoted.kept
        self._map.feature(Views).begin_writing(self.place["command"])
        self._map.view.set_gap(draft.gap)
        heading = Content.assemble(draft.heading, "   ", (safe_line(told), "$quiet"))
        self._map.part(Editor).open(heading if told else draft.heading, draft.text)
        if quoted is not None:
            self._map.part(Editor).offer()
        self._map.post_message(StateChanged())
        self.make_room()
        self.place_editor()

    def quote_again(self, place: Mapping[str, str]) -> None:
        """Has what is written quote a passage that was kept with it when the program ended."""
        quoted = kept_passage(place)
        if quoted is None or self._draft is None:
            return
        if quoted.source in self._map.session.debate.sources:
            self._draft = replace(self._draft, quoted=quoted)
            self.place |= quoted.kept

    def hints(self) -> list[Hint]:
        """Returns the keys of the editor, and what they do."""
        room = self._map.size.width - _BESIDE_HINTS
        forms = [self._hints(words) for words in _HINTS]
        return next((form for form in forms if _cells(form) <= room), forms[-1])

    def _hints(self, words: Mapping[str, str]) -> list[Hint]:
        """Returns the keys that have words and something to do now, in the order of the words."""
        draft, name = self._draft, self._map.keymap.name
        is_new = draft is not None and not draft.gap.instead
        useless = {"editor_link": not self.links}
        useless["editor_quote"] = draft is None or not is_new or draft.quoted is not None
        useless[_ENDS] = useless["editor_quote"] or draft is None or draft.target is None
        return [
            Hint(f"{name('editor_accept')} {word}", "ends", "editor_accept") if key == _ENDS
            else Hint(name(key), word, key)
            for key, word in words.items()
            if not useless.get(key)
        ]  # fmt: skip

    def make_room(self) -> None:
        """Makes the gap among the rows as high as the text."""
        if self._draft is not None:
            self._map.view.make_room(self._map.part(Editor).lines)

    def place_editor(self) -> None:
        """Lets the editor stand where the rows are now."""
        editor = self._map.part(Editor)
        region = self._map.feature(Views).writing_region(editor.lines) if editor.is_open else None
        if region is not None:
            editor.place(region)

    def follow(self, _: Change) -> None:
        """Sees whether what is written for is still there; else it is to be an unplaced claim.

        The words stay as they are, and so does the editor.
        """
        if self._draft is None or self._is_target_there:
            return
        self.place = {"command": "add_unplaced", "claim": "", "link": ""}
        draft = unplaced(self._map)
        self._draft = replace(draft, text=self._draft.text)
        self._map.part(Editor).head(draft.heading)
        self._map.say("What this is written for is gone: it will be an unplaced claim.", "warning")

    @property
    def _is_target_there(self) -> bool:
        """Whether the claim or the step is there that the words are for."""
        debate, command = self._map.session.debate, self.place.get("command")
        if command in _FOR_NOTHING:
            return True
        link, claim = self.place.get("link"), self.place.get("claim")
        return link in debate.links if link and command in _FOR_A_LINK else claim in debate.claims

    async def quote(self, resumed: Mapping[str, str] | None = None) -> None:
        """Asks for a source of what is written, and puts both into effect.

        Args:
            resumed: What the form was filled with already, at another time.
        """
        draft, editor = self._draft, self._map.part(Editor)
        if draft is None:
            return
        if draft.gap.instead:
            self._map.say(linked(self._map.keymap, _CITES_LATER), "warning")
            return
        if not editor.text.strip():
            self._map.say("Write the claim first, then what it rests on.", "warning")
            return
        from debatemap.tui.features.writing.source_form import ask_for_source  # noqa: PLC0415  (a map opens without it)

        said = await ask_for_source(self._map, editor.text, draft=self.place, resumed=resumed)
        if said is not None and self._draft is not None:
            self._map.attempt(lambda: self.accept(editor.text, said))

    def accept(self, text: str, said: "Cited | None" = None) -> None:
        """Puts the words into effect; no words end a series, or leave a claim as it was.

        Args:
            text: The words.
            said: What a new claim rests on.
        """
        draft, changed = self._draft, self._map.part(Editor).changed
        if draft is None:
            return
        if not text.strip() or not (changed or draft.quoted):
            self.end()
            return
        if self._map.session.read_only:
            raise ReadOnlyError(self._map.session.read_only)
        change = draft.apply(text)
        if draft.quoted is not None:
            passage = draft.quoted
            quote = {"quote": passage.quote, "at": passage.at}
            change = with_citation(self._map.session.debate, change, passage.source, **quote)
        if said is not None:
            debate = self._map.session.debate
            change = with_citation(debate, change, said.source, **said.said)
        self._close()
        self._map.do(change)
        # Not before: the text is in the journal until the change is.
        self._map.post_message(WritingEnded())
        following = draft.then(change) if draft.then is not None else None
        if following is not None and draft.quoted is None:
            self._map.part(HintBar).clear()
            self.begin(following, "add_sibling", change.sentence)

    async def leave(self) -> None:
        """Closes the editor; words that would be lost are asked about."""
        editor = self._map.part(Editor)
        if editor.changed and self._draft is not None:
            answer = await self._map.ask(
                AskScreen(
                    "Keep what you wrote?",
                    [
                        Answer("k", "keep it in the map"),
                        Answer("w", "go on writing"),
                        Answer("d", self._map.keymap.fill(_DROPS)),
                    ],
                )
            )
            if answer == "w":
                return
            if answer == "k":
                self._map.attempt(lambda: self.accept(editor.text))
                if not self._map.session.read_only:
                    self.end()
                return
        self.end()

    def end(self) -> None:
        """Closes the editor, and lets go of what was written."""
        self._close()
        self._map.post_message(WritingEnded())

    def _close(self) -> None:
        self._draft = None
        self._map.part(Editor).close()
        self._map.feature(Views).end_writing()
        self._map.view.set_gap(None)
        self._map.focus_view()
        self._map.post_message(StateChanged())
