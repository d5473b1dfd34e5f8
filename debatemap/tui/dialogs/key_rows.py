"""A list of keys with what they do: two columns, each of which wraps within itself."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.widgets import OptionList

from debatemap.core.text import width, wrap
from debatemap.core.word_lists import listed
from debatemap.tui.commands.command import Command
from debatemap.tui.dialogs.chooser import ACCEPTS_OR_LEAVES, MOVES, Choice, ChooserScreen

__all__ = ["AS_SENTENCES", "KEYS", "KeyListScreen", "in_two_columns"]

AS_SENTENCES = 0
"""Cells of a line that has no columns, as where the screen is heard."""
KEYS = 19
"""Cells of the keys, with a gap."""
_FEW_KEYS = 11
"""The same where there is little room."""
_NARROW = 60
_GAP = 3
_NAMES = {
    "-": "minus", "_": "underscore", "+": "plus", "*": "asterisk", "/": "slash", "\\": "backslash",
    ".": "full stop", ",": "comma", ":": "colon", ";": "semicolon", "!": "exclamation mark",
    "?": "question mark", "'": "apostrophe", '"': "quotation mark", "`": "backtick",
    "(": "left parenthesis", ")": "right parenthesis", "[": "left bracket", "]": "right bracket",
    "{": "left brace", "}": "right brace", "<": "less-than sign", ">": "greater-than sign",
    "|": "vertical bar", "~": "tilde", "^": "caret", "@": "at sign", "#": "number sign",
    "$": "dollar sign", "%": "percent sign", "&": "ampersand", "=": "equals sign",
}  # fmt: skip
"""What keys are called that are no letter, as such a sign may not be read out."""
_USUAL = 94
"""Cells of a line, before the list has a size."""


class KeyListScreen(ChooserScreen[Command]):
    """A list of keys, laid out anew for another width.

    Args:
        title: What is shown above the line.
        rows: Gives the choices for what was typed, in so many cells, or `AS_SENTENCES`.
        hints: The keys below the list; without any, the usual ones.
    """

    def __init__(
        self,
        title: str,
        rows: Callable[[str, int], Sequence[Choice[Command]]],
        *,
        hints: Sequence[str] = (MOVES, *ACCEPTS_OR_LEAVES),
    ) -> None:
        self._rows, self._laid = rows, 0
        super().__init__(
            title,
            self._found,
            empty="No command has such a name.",
            hints=hints,
        )

    def _found(self, typed: str) -> Sequence[Choice[Command]]:
        is_plain = self.is_attached and self.app.settings.plain
        self._laid = AS_SENTENCES if is_plain else self.room
        return self._rows(typed, self._laid)

    @property
    def room(self) -> int:
        """Cells of a line of the list, less those of the scrollbar and beside it."""
        lists = self.query(OptionList) if self.is_attached else ()
        cells = next((each.content_size.width for each in lists), 0)
        return max(1, cells - 2) if cells else _USUAL

    def on_resize(self) -> None:
        """Lays the list out anew, once it has its size."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        if self.is_attached and self._laid not in (self.room, AS_SENTENCES):
            self.renew_in_place()


def in_two_columns(
    keys: Sequence[str],
    style: str,
    told: Sequence[tuple[str, str]],
    room: int,
    *,
    noun: str = "key",
) -> Content:
    r"""Returns keys, and beside them what they do.

    Keys that need more than their column stand above.

    Examples:
        >>> told = [("Undo", ""), ("\nTakes the last step back.", "")]
        >>> in_two_columns(["u", "ctrl+z"], "", told, AS_SENTENCES).plain
        'Undo, keys u and ctrl+z. Takes the last step back.'
        >>> in_two_columns(["ctrl+o", "z [", "-"], "", [("Back", "")], AS_SENTENCES).plain
        'Back, keys ctrl+o, z left bracket and minus.'

    Args:
        keys: The keys, each of which stays whole.
        style: Their colour.
        told: Words with their style; the first begins a line, and others that begin with a
            line break do, too. The rest follows where it fits as a whole.
        room: Cells of a line, or `AS_SENTENCES`.
        noun: What a key is called in a sentence.
    """
    if room == AS_SENTENCES:
        return Content(_in_sentences(keys, [words for words, _ in told], noun))
    column = KEYS if room >= _NARROW else _FEW_KEYS
    words = _wrapped(told, max(1, room - column))
    shown = "  ".join(keys)
    if width(shown) < column:
        head, *rest = words
        lines = [Content.assemble((shown.ljust(column), style), head), *_hung(rest, column)]
    else:
        above = [Content.styled(line, style) for line in wrap(shown, room)]
        lines = [*above, *_hung(words, column)]
    return Content("\n").join(lines)


def _in_sentences(keys: Sequence[str], told: Sequence[str], noun: str) -> str:
    first, *rest = (words.strip().rstrip(".") for words in told if words.strip())
    if noun == "key":
        keys = [" ".join(_NAMES.get(key, key) for key in chord.split(" ")) for chord in keys]
    named = f"{noun}{'s' if len(keys) > 1 else ''} {listed(keys)}" if keys else f"no {noun}"
    return " ".join(f"{words}." for words in (f"{first}, {named}", *rest))


def _hung(lines: Sequence[Content], column: int) -> list[Content]:
    return [Content.assemble(" " * column, line) for line in lines]


def _wrapped(told: Sequence[tuple[str, str]], room: int) -> list[Content]:
    """Returns the words on lines that are no wider than the room."""
    lines: list[Content] = []
    for words, style in told:
        if not words.strip():
            continue
        first, *rest = (Content.styled(line, style) for line in wrap(words.strip(), room))
        fits = lines and not rest and lines[-1].cell_length + _GAP + first.cell_length <= room
        if fits and not words.startswith("\n"):
            lines[-1] = Content.assemble(lines[-1], " " * _GAP, first)
        else:
            lines += [first, *rest]
    return lines or [Content("")]
