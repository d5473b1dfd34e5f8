"""What is selected in a text, and how it is moved, grown and shrunk by units."""

from typing import NamedTuple

from debatemap.views.text.units import Span, TextUnits, Unit

__all__ = ["TextSelection", "grown", "grown_back", "moved", "selected_at", "shrunk", "shrunk_back"]


class TextSelection(NamedTuple):
    """A part of a text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        unit: By what it was selected, and grows.
    """

    start: int = 0
    end: int = 0
    unit: Unit = Unit.SENTENCE

    @property
    def span(self) -> Span:
        """Where it begins and ends."""
        return self.start, self.end


def selected_at(units: TextUnits, unit: Unit, offset: int) -> TextSelection:
    """Returns the unit at an offset as what is selected; nothing in an empty text.

    Examples:
        >>> units = TextUnits("It rains. It pours.")
        >>> selected_at(units, Unit.SENTENCE, 12)[:2], selected_at(units, Unit.WORD, 11)[:2]
        ((10, 19), (10, 12))
    """
    found = units.at(unit, offset)
    return TextSelection(*found, unit) if found else TextSelection(unit=unit)


def moved(units: TextUnits, now: TextSelection, unit: Unit, way: int) -> TextSelection:
    """Returns the next (1) or the previous (-1) unit as what is selected.

    From something larger it goes into that: to its first unit, or to its last.

    Examples:
        >>> units = TextUnits("It rains. It pours.")
        >>> sentence = selected_at(units, Unit.SENTENCE, 0)
        >>> word = moved(units, sentence, Unit.WORD, 1)
        >>> word[:2], moved(units, word, Unit.WORD, 1)[:2], moved(units, word, Unit.SENTENCE, 1)[:2]
        ((0, 2), (3, 8), (10, 19))
    """
    here = units.at(unit, now.start)
    is_larger = here is not None and (now.start <= here[0] and here[1] < now.end)
    if is_larger:
        found = units.after(unit, now.start) if way > 0 else units.before(unit, now.end)
    elif way > 0:
        found = units.after(unit, max(now.start + 1, here[1] if here else now.end))
    else:
        found = units.before(unit, here[0] if here is not None else now.start)
    return TextSelection(*found, unit) if found else now._replace(unit=unit)


def grown(units: TextUnits, now: TextSelection) -> TextSelection:
    """Returns the selection with the next unit behind it, or the rest of the one it ends in.

    Examples:
        >>> units = TextUnits("It rains. It pours.")
        >>> grown(units, selected_at(units, Unit.WORD, 0))[:2]
        (0, 8)
    """
    here = units.before(now.unit, now.end)
    if here is not None and here[1] > now.end:
        return now._replace(end=here[1])
    found = units.after(now.unit, now.end)
    return now._replace(end=found[1]) if found else now


def grown_back(units: TextUnits, now: TextSelection) -> TextSelection:
    """Returns the selection with the unit before it, or the beginning of the one it begins in."""
    found = units.before(now.unit, now.start)
    return now._replace(start=found[0]) if found else now


def shrunk(units: TextUnits, now: TextSelection) -> TextSelection:
    """Returns the selection without its last unit; of one unit, without its last smaller one.

    Examples:
        >>> units = TextUnits("It rains, and it pours. So what?")
        >>> shrunk(units, selected_at(units, Unit.SENTENCE, 0))[:2]
        (0, 8)
        >>> shrunk(units, TextSelection(0, 8, Unit.WORD))[:2]
        (0, 2)
    """
    for unit in range(now.unit, 0, -1):
        last = units.before(Unit(unit), now.end)
        if last is None or last[0] <= now.start:
            continue
        kept = units.before(Unit(unit), last[0])
        if kept is not None and kept[1] > now.start:
            return now._replace(end=min(kept[1], now.end))
    return now


def shrunk_back(units: TextUnits, now: TextSelection) -> TextSelection:
    """Returns the selection without its first unit; of one unit, without its first smaller one.

    Examples:
        >>> units = TextUnits("Mark says that “it rains”. So what?")
        >>> shrunk_back(units, selected_at(units, Unit.SENTENCE, 0))[:2]
        (16, 24)
    """
    for unit in range(now.unit, 0, -1):
        found = units.after(Unit(unit), now.start + 1)
        last = units.before(Unit(unit), now.end)
        if found is not None and last is not None and found[1] <= now.end:
            # Marks behind the last phrase belong to the sentence, which it is no more.
            end = min(now.end, last[1]) if unit < now.unit else now.end
            return now._replace(start=found[0], end=end)
    return now
