"""What the keys of a text select, by the command or the id of the key."""

from collections.abc import Callable, Mapping
from typing import Final

from debatemap.views.text.page import Quoted, TextPage
from debatemap.views.text.selection import (
    TextSelection,
    grown,
    grown_back,
    moved,
    selected_at,
    shrunk,
    shrunk_back,
)
from debatemap.views.text.units import Unit

__all__ = ["MOVES", "PAGES"]

Move = Callable[[TextPage, Quoted, TextSelection], TextSelection]


def _by(unit: Unit, way: int) -> Move:
    return lambda page, _, now: moved(page.units, now, unit, way)


def _by_word(way: int) -> Move:
    """Returns what goes by phrases where one is selected, else by words."""

    def move(page: TextPage, _: Quoted, now: TextSelection) -> TextSelection:
        unit = Unit.PHRASE if now.unit is Unit.PHRASE else Unit.WORD
        return moved(page.units, now, unit, way)

    return move


def _as(unit: Unit) -> Move:
    return lambda page, _, now: selected_at(page.units, unit, now.start)


def _free(way: int) -> Move:
    """Returns what goes to the next sentence that is not quoted, or the one before."""

    def move(page: TextPage, quoted: Quoted, now: TextSelection) -> TextSelection:
        found = quoted.passages.next_free(page.units, now.start, way)
        return TextSelection(*found, Unit.SENTENCE) if found is not None else now

    return move


def _in_use(way: int) -> Move:
    """Returns what goes to the next passage that is quoted, or the one before."""

    def move(_: TextPage, quoted: Quoted, now: TextSelection) -> TextSelection:
        found = quoted.passages.beside(now.start, way)
        return TextSelection(found.start, found.end, Unit.WORD) if found is not None else now

    return move


MOVES: Final[Mapping[str, Move]] = {
    "next": _by(Unit.SENTENCE, 1),
    "previous": _by(Unit.SENTENCE, -1),
    "inward": _by_word(1),
    "outward": _by_word(-1),
    "next_sibling": _by(Unit.PARAGRAPH, 1),
    "previous_sibling": _by(Unit.PARAGRAPH, -1),
    "first": lambda page, _, now: selected_at(page.units, now.unit, 0),
    "last": lambda page, _, now: selected_at(page.units, now.unit, len(page.text.text)),
    "text_next_paragraph": _by(Unit.PARAGRAPH, 1),
    "text_previous_paragraph": _by(Unit.PARAGRAPH, -1),
    "text_word": _as(Unit.WORD),
    "text_phrase": _as(Unit.PHRASE),
    "text_sentence": _as(Unit.SENTENCE),
    "text_paragraph": _as(Unit.PARAGRAPH),
    "text_longer": lambda page, _, now: grown(page.units, now),
    "text_shorter": lambda page, _, now: shrunk(page.units, now),
    "text_begin_later": lambda page, _, now: shrunk_back(page.units, now),
    "text_begin_earlier": lambda page, _, now: grown_back(page.units, now),
    "text_next_free": _free(1),
    "text_previous_free": _free(-1),
    "text_next_quoted": _in_use(1),
    "text_previous_quoted": _in_use(-1),
}
"""What a command or a key selects."""

PAGES: Final[Mapping[str, Callable[[int], int]]] = {
    "half_page_down": lambda page: page // 2,
    "half_page_up": lambda page: -(page // 2),
    "page_down": lambda page: page - 1,
    "page_up": lambda page: 1 - page,
}
"""By how many lines a command goes, of a page so high."""
