"""Read indented lines as a tree of claims; say what was guessed for that."""

from typing import Final

from debatemap.core.model import Stance
from debatemap.core.text import clean
from debatemap.formats.indented.levels import Levels, columns_of
from debatemap.formats.indented.marks import Line, lines_of
from debatemap.formats.indented.outlined import Entry, Outlined, Remark
from debatemap.formats.indented.preamble import Preamble, without_preamble

__all__ = ["read_outline"]

_SIGNS: Final[dict[str, Stance]] = {"+": "supports", "-": "attacks", "–": "attacks", "—": "attacks"}
"""Bullets that may be meant as signs."""
_ALWAYS: Final[dict[str, Stance]] = {"−": "attacks", "⊣": "attacks", "⊢": "supports"}
_SEE: Final = ("-> see ", "→ see ")
_MORE, _NOTED = "read as more words of the claim above", "read as the note of the claim above"
_REMARKS: Final[dict[str, Remark]] = {
    "read_on": Remark("further lines", _MORE, own_words=_MORE),
    "noted": Remark("further lines", _NOTED, own_words=_NOTED),
    "lost": Remark("the number names no claim above", "read as one level below the nearest"),
    "dangling": Remark("what it refers to is not there", "its words are kept as a claim"),
    "alone": Remark("& joins it with a claim above, and there is none", "it stands alone"),
    "no_step": Remark("nothing stands above it that has a step to undercut", "read as a con"),
    "empty": Remark("lines without words", "left out", own_words="left out, as there are no words"),
}


def read_outline(text: str, *, signs: bool | None = None) -> Outlined:
    r"""Returns the tree of claims that indented lines, a list or numbered claims make.

    Args:
        text: The lines, as they were pasted or stand in a file.
        signs: Whether `-` is a con; without it, where `+` is used too.

    Examples:
        >>> read = read_outline("Trains are good\n  + Many use them\n  - They cost much")
        >>> [(entry.text, entry.parent, entry.stance) for entry in read.entries][1:]
        [('Many use them', 0, 'supports'), ('They cost much', 0, 'attacks')]
    """
    preamble = without_preamble(lines_of(clean(text)))
    return _Reader(preamble, signs=signs).read()


class _Reader:
    """The claims that were read so far, and what was guessed."""

    def __init__(self, preamble: Preamble, *, signs: bool | None) -> None:
        self._lines, self._is_kialo = preamble.lines, preamble.is_kialo
        marks = {line.mark for line in self._lines if line.kind == "bullet"}
        self._has_signs = bool(marks & {"-", "–", "—"})
        self._reads_signs = "+" in marks if signs is None else signs
        self._is_numbered = any(
            line.kind == "number" and len(line.numbers) > 1 for line in self._lines
        )
        self._columns, guessed = columns_of(self._lines)
        self._remarks = [*preamble.remarks, *guessed]
        self._entries: list[Entry] = []
        # They are put together in the end: a claim may go on over many lines.
        self._texts: list[list[str]] = []
        self._notes: list[list[str]] = []
        self._numbers: dict[tuple[int, ...], int] = {}
        self._headings: list[tuple[int, int]] = []
        self._levels = Levels([self._columns[line.number] for line in self._lines])
        self._last: Line | None = None
        self._text_from = 0
        """The column of the words of the last claim."""
        self._found: dict[str, list[int]] = {name: [] for name in _REMARKS}

    def read(self) -> Outlined:
        """Returns the claims."""
        for line in self._lines:
            if not self._goes_on(line):
                self._add(line)
        self._resolve()
        found = [told._replace(lines=tuple(self._found[name])) for name, told in _REMARKS.items()]
        remarks = [*self._remarks, *self._levels.remarks(), *(r for r in found if r.lines)]
        return Outlined(tuple(self._entries), tuple(remarks), self._has_signs, self._reads_signs)

    def _goes_on(self, line: Line) -> bool:
        """Takes in a line that says more of the last claim; tells whether it does."""
        if not self._entries or (line.kind not in ("plain", "quote") and not self._is_text(line)):
            return False
        if line.kind == "quote":
            self._note(line.words)
            return True
        last = self._last
        if last is None or not self._is_more_of(last, line):
            return False
        words = " ".join(filter(None, (line.mark, line.said, line.words)))
        texts = self._texts[-1]
        if not any(texts):
            texts.append(words)
        elif line.is_after_blank or self._notes[-1] or last.kind == "heading":
            self._note(words)
            self._found["noted"].append(line.number)
        else:
            texts.append(words)
            self._found["read_on"].append(line.number)
        return True

    def _is_text(self, line: Line) -> bool:
        """Tells whether a line with a mark is only words, as a list within a numbered claim."""
        return self._is_kialo and not line.is_head

    def _is_more_of(self, last: Line, line: Line) -> bool:
        if self._is_numbered:
            return True
        if line.stance is not None:
            return False
        if last.kind == "heading":
            return True
        if last.kind == "plain":
            return False
        column = self._columns[line.number]
        return column == self._text_from or (
            column > self._columns[last.number] and column < self._text_from
        )

    def _note(self, words: str) -> None:
        self._notes[-1].append(words)

    def _add(self, line: Line) -> None:
        """Takes in a line that begins a claim."""
        index = len(self._entries)
        parent = self._parent(line, index)
        stance = line.stance or _ALWAYS.get(line.mark)
        sign = _SIGNS.get(line.mark) if line.kind == "bullet" else None
        is_by_sign = self._reads_signs and sign is not None and not (stance or line.said)
        stance = sign if is_by_sign else stance
        undercut = line.is_undercut
        if undercut and (parent is None or self._entries[parent].parent is None):
            self._found["no_step"].append(line.number)
            undercut = False
        joined = None
        if line.kind == "bullet" and line.mark == "&":
            joined = self._sibling_above(parent)
            if joined is None:
                self._found["alone"].append(line.number)
            else:
                first = self._entries[joined]
                stance, undercut, is_by_sign = first.stance, first.is_undercut, first.is_by_sign
        self._entries.append(
            Entry(
                "", parent, stance, "", undercut, joined, None, line.number, sign, is_by_sign,
                is_labelled=bool(line.said and line.words),
            )
        )  # fmt: skip
        self._texts.append([line.words])
        self._notes.append([])
        self._last = line
        self._text_from = self._columns[line.number] + line.words_at

    def _sibling_above(self, parent: int | None) -> int | None:
        """Returns the first of the claims that the one above holds together with, or that one."""
        if parent is None:
            return None
        for index in range(len(self._entries) - 1, -1, -1):
            if self._entries[index].parent == parent:
                joined = self._entries[index].joined
                return index if joined is None else joined
            if index == parent:
                break
        return None

    def _parent(self, line: Line, index: int) -> int | None:
        if line.kind == "heading":
            while self._headings and self._headings[-1][0] >= line.level:
                self._headings.pop()
            above = self._headings[-1][1] if self._headings else None
            self._headings.append((line.level, index))
            self._levels.forget()
            return above
        if self._is_numbered and line.kind == "number":
            return self._parent_by_number(line, index)
        column = self._columns[line.number]
        parent = self._levels.parent(column, line.number)
        self._levels.add(column, index)
        if parent is None and self._headings:
            return self._headings[-1][1]
        return parent

    def _parent_by_number(self, line: Line, index: int) -> int | None:
        numbers = line.numbers
        self._numbers.setdefault(numbers, index)
        for length in range(len(numbers) - 1, 0, -1):
            above = self._numbers.get(numbers[:length])
            if above is not None:
                if length < len(numbers) - 1:
                    self._found["lost"].append(line.number)
                return above
        if len(numbers) > 1 and index:
            self._found["lost"].append(line.number)
        return None

    def _resolve(self) -> None:
        """Finds what is referred to, and leaves out what has no words and nothing beneath it."""
        parents = {entry.parent for entry in self._entries}
        parents |= {entry.joined for entry in self._entries}
        kept: dict[int, int] = {}
        entries: list[Entry] = []
        self._entries = [
            entry._replace(
                text=" ".join(filter(None, self._texts[index])),
                note="\n".join(self._notes[index]),
            )
            for index, entry in enumerate(self._entries)
        ]
        for index, entry in enumerate(self._entries):
            if not entry.text.strip() and index not in parents and not entry.note:
                self._found["empty"].append(entry.line)
                continue
            kept[index] = len(entries)
            entries.append(self._referred(entry))
        self._entries = [
            entry._replace(
                parent=None if entry.parent is None else kept[entry.parent],
                joined=None if entry.joined is None else kept[entry.joined],
                same_as=None if entry.same_as is None else kept.get(entry.same_as),
            )
            for entry in entries
        ]

    def _referred(self, entry: Entry) -> Entry:
        """Returns an entry with its words, and with the claim that it refers to."""
        words = entry.text.strip()
        see = next((each for each in _SEE if words.casefold().startswith(each)), None)
        if see is not None and self._is_numbered:
            numbers = tuple(int(n) for n in words[len(see) :].strip(" .").split(".") if n.isdigit())
            found = self._numbers.get(numbers)
            is_there = found is not None and self._entries[found].same_as is None
            if is_there and found != entry.parent:
                return entry._replace(text=words, same_as=found)
            self._found["dangling"].append(entry.line)
        return entry._replace(text=words or "…")
