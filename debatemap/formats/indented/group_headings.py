"""Lines such as "Pros:" above claims, which say the stance of these and are no claims."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from debatemap.core.model import Stance
from debatemap.core.text import clean
from debatemap.formats.indented.marks import lines_of
from debatemap.formats.indented.outlined import Entry, Outlined, Remark
from debatemap.formats.tree.stance_words import stance_of_heading

__all__ = ["without_group_headings"]

_KIND: Final = "headings such as “Pros:”"
_SAID: Final = "read as the stance of what stands beneath it, and no claim"


def without_group_headings(
    outlined: Outlined, text: str, *, stands_alone: bool = False
) -> Outlined:
    r"""Returns claims without such lines; what stood beneath them stands under the claim above.

    Args:
        outlined: The claims.
        text: The lines that they were read from.
        stands_alone: Whether nothing stands above them, as in a file: there such a line after an
            item is about that.

    Examples:
        >>> from debatemap.formats.indented.reader import read_outline
        >>> text = "Trains\n\n**Cons:**\n- They cost much."
        >>> [(each.text, each.parent, each.stance)
        ...     for each in without_group_headings(read_outline(text), text).entries]
        [('Trains', None, None), ('They cost much.', 0, 'attacks')]
    """
    groups = _Groups(outlined.entries, text, stands_alone=stands_alone)
    for index in range(len(outlined.entries)):
        groups.dissolve(index)
    if not groups.gone:
        return outlined
    lines = tuple(outlined.entries[index].line for index in sorted(groups.gone))
    remarks = (*outlined.remarks, Remark(_KIND, _SAID, lines, _SAID))
    return outlined._replace(entries=groups.left(), remarks=remarks)


class _Groups:
    """Claims among which such lines are looked for, from the first on."""

    def __init__(self, entries: tuple[Entry, ...], text: str, *, stands_alone: bool) -> None:
        self._stands_alone, self._members = stands_alone, set[int]()
        self._last: dict[int, dict[bool, int]] = {}
        """The last claim that is a paragraph, and that is none, among those beside each other."""
        kinds = {line.number: line.kind for line in lines_of(clean(text))}
        self._kinds = [kinds.get(entry.line, "plain") for entry in entries]
        self._entries, self.gone = list(entries), set[int]()
        self._beneath: dict[int | None, list[int]] = {}
        for index, entry in enumerate(entries):
            self._beneath.setdefault(entry.parent, []).append(index)
        self._beside = [self._beneath[entry.parent] for entry in entries]

    def dissolve(self, index: int) -> None:
        """Has what stands beneath such a line stand under the claim above, with its stance.

        All lines before it have been looked at.
        """
        entry = self._entries[index]
        is_said = _is_said(entry) or entry.is_labelled
        is_bare = not is_said and entry.joined is None and entry.same_as is None
        stance = stance_of_heading(entry.text) if is_bare and not entry.note else None
        owner, members = entry.parent, self._beneath.get(index, [])
        is_plain = self._kinds[index] == "plain"
        if stance is not None and (is_plain or (self._stands_alone and owner is None)):
            owner = self._above(index)
        if stance is not None and is_plain:
            members = members or [*takewhile(self._is_listed, self._after(index))]
        if stance is None or not members:
            self._note(index)
            return
        self.gone.add(index)
        self._members.update(members)
        for member in members:
            self._entries[member] = _placed(self._entries[member], owner, stance)

    def _note(self, index: int) -> None:
        """Notes a claim that stays: what comes after it may be about it."""
        if index not in self._members:
            beside = self._last.setdefault(id(self._beside[index]), {})
            beside[self._kinds[index] == "plain"] = index

    def _above(self, index: int) -> int | None:
        """Returns the claim that a line is about: the paragraph above it, or else what it is in."""
        beside = self._last.get(id(self._beside[index]), {})
        item = beside.get(False) if self._stands_alone else None
        return beside.get(True, self._entries[index].parent if item is None else item)

    def _after(self, index: int) -> Iterator[int]:
        beside = self._beside[index]
        return (beside[at] for at in range(bisect_right(beside, index), len(beside)))

    def _is_listed(self, index: int) -> bool:
        return self._kinds[index] in ("bullet", "number")

    def left(self) -> tuple[Entry, ...]:
        """Returns the other claims."""
        kept = [entry for n, entry in enumerate(self._entries) if n not in self.gone]
        numbers = [n for n in range(len(self._entries)) if n not in self.gone]
        at = {index: place for place, index in enumerate(numbers)}.get
        return tuple(
            entry._replace(
                parent=None if entry.parent is None else at(entry.parent),
                joined=None if entry.joined is None else at(entry.joined),
                same_as=None if entry.same_as is None else at(entry.same_as),
            )
            for entry in kept
        )


def _placed(entry: Entry, owner: int | None, stance: Stance) -> Entry:
    if _is_said(entry) or entry.is_undercut or stance_of_heading(entry.text):
        return entry._replace(parent=owner)
    return entry._replace(parent=owner, stance=stance, is_by_sign=False)


def _is_said(entry: Entry) -> bool:
    """Tells whether a claim says its stance by more than a bullet."""
    return entry.stance is not None and not entry.is_by_sign
