from debatemap import edit
from tests.strategies import star
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


async def test_search_counts_goes_to_the_nearest_and_unfolds_to_it() -> None:
    async with opened(rain()) as user:
        await user.press("/")
        await user.type("o")
        assert "7 found" in user.text
        await user.type("ots")
        assert "1 found" in user.text
        assert user.words == "Roots drink."
        assert "    + Roots drink." in user.rows
        await user.press("enter")
        assert user.words == "Roots drink."


async def test_what_is_searched_for_is_highlighted() -> None:
    async with opened(rain()) as user:
        await user.press("/")
        await user.type("flood")
        await user.press("enter")
        view = user.map.view
        index = next(n for n, line in enumerate(user.lines) if "Streets flood" in line[:40])
        strip = view.render_line(index - view.region.y)
        match = view.get_component_rich_style("outline--match")
        marked = [seg.text for seg in strip if seg.style and seg.style.bgcolor == match.bgcolor]
        assert marked == ["flood"]


async def test_n_goes_through_the_matches_in_reading_order_and_round() -> None:
    async with opened(rain()) as user:
        await user.press("/")
        await user.type("good")
        await user.press("enter")
        assert user.words == "Rain is good."
        await user.press("n")
        assert (user.words, user.said) == ("Sun is good.", "Match 2 of 2.")
        await user.press("n")
        assert (user.words, user.said) == ("Rain is good.", "Match 1 of 2.")
        await user.press("N")
        assert user.words == "Sun is good."


async def test_an_accepted_search_unfolds_to_all_that_it_found() -> None:
    async with opened(rain()) as user:
        await user.press("1", "/")
        await user.type("in")
        await user.press("enter")
        texts = {row.strip(" +-*!") for row in user.rows}
        assert {"Rain is good.", "Not in winter.", "Roots drink."} <= texts


async def test_escape_goes_back_to_where_the_search_began() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j")
        before = user.rows
        await user.press("/")
        await user.type("roots")
        await user.press("escape", "escape")
        assert user.words == "Streets flood."
        assert user.rows == before
        await user.press("n")
        assert user.said == "Next match: nothing is searched for; / searches"


async def test_nothing_found_is_said_and_nothing_moves() -> None:
    async with opened(rain()) as user:
        await user.press("j", "/")
        await user.type("xyz")
        assert "nothing found" in user.text
        await user.press("enter")
        assert user.words == "Plants grow."


async def test_search_goes_back_with_the_way_back() -> None:
    async with opened(rain()) as user:
        await user.press("/")
        await user.type("snow")
        await user.press("enter", "ctrl+o")
        assert user.words == "Rain is good."


async def test_a_filter_shows_what_matches_and_what_stands_above() -> None:
    async with opened(rain()) as user:
        await user.press("j")
        before = user.rows
        await user.press("f")
        await user.type("roots")
        assert user.rows == ["* Rain is good.", "  + Plants grow.", "    + Roots drink."]
        await user.press("enter")
        assert "filtered" in user.lines[0]
        await user.press("j", "f", "ctrl+u", "enter")
        assert user.rows[: len(before)] == before or "  - Streets flood." in user.rows
        assert "filtered" not in user.lines[0]
        assert "* Sun is good." in user.rows


async def test_what_is_added_under_a_filter_is_shown() -> None:
    async with opened(rain()) as user:
        await user.press("f")
        await user.type("snow")
        await user.press("enter", "+")
        await user.type("Yes")
        await user.press("enter", "enter")
        assert user.rows == ["* Snow is white.", "  + Yes"]
        await user.press("u")
        assert user.rows == ["* Snow is white."]


async def test_a_filter_that_nothing_matches_leaves_the_whole_map() -> None:
    async with opened(rain()) as user:
        before = user.rows
        await user.press("f")
        await user.type("xyz")
        assert "nothing found" in user.text
        await user.press("enter")
        assert user.said == "Nothing matches “xyz”; the whole map is shown."
        assert user.rows == before


async def test_undo_under_a_filter_that_hides_the_claim_is_no_trouble() -> None:
    debate = rain()
    async with opened(debate) as user:
        await user.press("j", "j", "~", "f")
        await user.type("zzz")
        await user.press("enter", "u")
        assert user.said == "Undone: made “Streets flood.” a pro"
        await user.press("U", "f", "escape")
        assert "  + Streets flood." in user.rows


async def test_a_claim_that_was_found_and_deleted_is_passed_over() -> None:
    debate = rain()
    async with opened(debate) as user:
        await user.press("/")
        await user.type("snow")
        await user.press("enter", "d")
        await user.press("n")
        assert user.said == "What was found is gone." or "nothing is searched" in user.said


async def test_a_claim_in_a_cycle_that_hangs_loose_is_found() -> None:
    debate = rain()
    debate.apply(edit.add_unplaced(debate, "Cycle one."))
    debate.apply(edit.add_unplaced(debate, "Cycle two."))
    one, two = list(debate.claims)[-2:]
    debate.apply(edit.connect(debate, one, two, "supports"))
    debate.apply(edit.connect(debate, two, one, "supports"))
    async with opened(debate) as user:
        for words in ("Cycle one.", "Cycle two."):
            await user.press("/")
            await user.type(words.lower().replace(".", ""))
            await user.press("enter")
            assert user.words == words


async def test_many_matches_are_counted_and_not_all_unfolded() -> None:
    async with opened(star(1500)) as user:
        await user.press("1", "/")
        await user.type("claim")
        assert "1,501 found" in user.text
        await user.press("enter")
        assert user.words.startswith("Claim")


async def test_accents_are_found_without_them_and_highlighted_whole() -> None:
    debate = rain()
    for words in ("Im Cafe\u0301 de Zürich.", "Stra\u00dfen sind nass."):
        debate.apply(edit.add_unplaced(debate, words))
    async with opened(debate, size=(100, 30)) as user:
        for typed, shown in (("cafe", "Café"), ("zur", "Zür"), ("café", "Café"), ("rasse", "raße")):
            await user.press("/")
            await user.type(typed)
            await user.press("enter")
            assert marked_in(user) == [shown], typed
        await user.press("/")
        await user.type("rä")
        assert "nothing found" in user.text


async def test_every_list_takes_a_word_without_its_accents() -> None:
    debate = rain()
    debate.apply(edit.add_unplaced(debate, "Café Zürich"))
    async with opened(debate, size=(100, 30)) as user:
        await user.press("f")
        await user.type("zurich")
        assert user.rows == ["* Café Zürich"]
        await user.press("escape", "escape", "L")
        await user.type("cafe")
        assert "Café Zürich   " in user.text
        await user.press("escape", "escape", ":")
        await user.type("\uff46igures")
        assert "Figures" in user.text or "figures" in user.text


def marked_in(user: Driver) -> list[str]:
    """Returns what is highlighted on the screen."""
    view = user.map.view
    match = view.get_component_rich_style("outline--match")
    strips = [view.render_line(y) for y in range(view.size.height)]
    return [
        segment.text
        for strip in strips
        for segment in strip
        if segment.style and segment.style.bgcolor == match.bgcolor
    ]


async def test_escape_ends_a_search_that_was_accepted() -> None:
    async with opened(rain()) as user:
        await user.press("/")
        await user.type("good")
        await user.press("enter")
        assert user.said == "2 found; n goes to the next, Escape ends the search."
        await user.press("n")
        words = user.words
        assert "n next match" in user.text
        await user.press("escape")
        assert user.said == "What was found is no longer highlighted."
        assert user.words == words
        await user.press("n")
        assert "n next match" not in user.text


async def test_escape_is_not_said_to_end_a_search_where_it_leaves_a_view_first() -> None:
    async with opened(rain()) as user:
        await user.press("%", "t", "/", *"good", "enter")
        assert user.said == "2 found; n goes to the next."
