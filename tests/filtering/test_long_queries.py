"""Thousands of words that are pasted where one types to search: each key is still answered."""

from collections.abc import Callable

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.search import Index
from debatemap.filtering import FilterFacts, parse_filter
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.dialogs.command_list import palette_screen
from tests.growth import assert_grows_at_most

FEW, MANY = 250, 4_000
"""Words of a query; the time may grow as their number does, and not with its square."""
DEBATE = Debate(Header("m"), {"c": Claim("Rain is good.")})


def typed_on(words: str) -> Callable[[], object]:
    """Returns what looks for some words, and then for them as two more letters are typed."""
    facts = FilterFacts(DEBATE, Index(DEBATE))

    def look() -> None:
        for more in ("", "a", "ab"):
            parse_filter(words + more).find(facts)

    return look


def test_a_query_of_many_times_one_word_is_looked_for_quickly() -> None:
    few, many = (typed_on("many words " * count) for count in (FEW, MANY))
    assert_grows_at_most(2.5 * MANY / FEW, few, many)


def test_a_query_of_many_words_is_looked_for_quickly() -> None:
    few, many = (typed_on(" ".join(f"x{n}y" for n in range(c))) for c in (FEW, MANY))
    assert_grows_at_most(2.5 * MANY / FEW, few, many)


def test_a_command_is_looked_for_in_one_reading_of_the_query() -> None:
    screen = palette_screen(Keymap(), Situation())
    few, many = (lambda q="many words " * count: screen._find(q) for count in (16 * FEW, 16 * MANY))
    assert_grows_at_most(2 * MANY / FEW, few, many)
