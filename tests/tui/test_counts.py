"""A number before a movement, and the last edit done again."""

import pytest

from debatemap import edit
from debatemap.config import Config
from debatemap.tui.commands.key_presets import PRESETS
from debatemap.tui.features.finding.finder import Finder
from tests.tui.driver import opened
from tests.tui.maps import rain


@pytest.mark.parametrize("keymap", PRESETS)
async def test_a_number_moves_as_often_in_every_keymap(keymap: str) -> None:
    async with opened(rain(), settings=Config(keymap=keymap)) as user:
        await user.press("home", "#", "3")
        assert "3, then a key that moves" in user.said
        await user.press("down")
        assert user.map.view.index == 3
        await user.press("down")
        assert user.map.view.index == 4, "it counts once"


async def test_digits_alone_begin_a_number_in_the_keymap_of_vim() -> None:
    async with opened(rain(), settings=Config(keymap="vim")) as user:
        await user.press("3")
        assert "3, then a key that moves" in user.said
        await user.press("j")
        assert user.map.view.index == 3
        await user.press("1", "0", "k")
        assert user.map.view.index == 0
        await user.press("z")
        assert "z 1 … 9  Unfold to a level" in user.text
        await user.press("1")
        assert "level 1" in user.said


async def test_digits_alone_unfold_to_a_level_as_before() -> None:
    async with opened(rain()) as user:
        await user.press("1")
        assert "level 1" in user.said
        assert all(row.depth == 0 for row in user.map.outline.rows)


async def test_a_number_goes_before_a_chord_and_names_a_row() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o", "#", "4", "G")
        assert user.map.view.index == 3
        await user.press("#", "2", "g", "g")
        assert user.map.view.index == 1
        await user.press("#", "9", "9", "9", "9", "9", "9", "9", "k")
        assert user.map.view.index == 0


async def test_a_number_is_left_and_needs_a_movement() -> None:
    async with opened(rain()) as user:
        await user.press("#", "3", "escape", "j")
        assert user.map.view.index == 1
        await user.press("#", "3", "e")
        assert not user.writing
        assert "takes no number" in user.said
        await user.press("j")
        assert user.map.view.index == 2


async def test_a_number_moves_in_the_table_and_undoes() -> None:
    async with opened(rain()) as user:
        await user.press("%", "t", "#", "2", "j")
        active = user.map.views.active
        assert active is not None
        assert active.claim == list(user.map.outline.reading.order)[2]
        await user.press("%", "t", "g", "g", "T", "j", "T", "#", "2", "u")
        assert not user.session.can_undo


async def test_tags_are_given_to_another_claim_beside_its_own() -> None:
    async with opened(rain()) as user:
        await user.press("j", "t", *", wet, law", "enter", "j", "t", *"own", "enter")
        await user.press("k", "t", "enter")
        first = user.map.row
        await user.press("j", "\\")
        assert first is not None
        assert user.map.row is not None
        tags = user.debate.claims[user.map.row.claim].tags
        assert set(tags) == {"own"}, "the last edit gave this tag"
        await user.press("k", "\\")
        assert set(user.debate.claims[first.claim].tags) == {"nature", "wet", "law", "own"}


async def test_a_rating_is_given_again_by_who_rates_now() -> None:
    async with opened(rain(), settings=Config(name="ann")) as user:
        await user.press("j", "r", *"70", "enter")
        await user.press("%", "n", "ctrl+u", *"bo", "enter", "j", "\\")
        assert user.debate.stances["bo"] == {"floods": 70}
        assert user.debate.stances["ann"] == {"plants": 70}


async def test_author_turn_and_rating_are_done_again() -> None:
    async with opened(rain(), settings=Config(name="ann")) as user:
        await user.press("2", "\\")
        assert "No edit can be done again" in user.said
        await user.press("j", "@", *" Khan", "enter", "j", "\\")
        assert user.map.row is not None
        assert user.debate.claims[user.map.row.claim].by == "editor Khan"
        await user.press("\\")
        assert "has that already" in user.said
        await user.press("r", *"70", "enter", "k", "\\")
        assert user.debate.stances["ann"][user.map.row.claim] == 70
        link = user.map.row.link
        assert link is not None
        before = user.debate.links[link].stance
        await user.press("~", "\\")
        assert user.debate.links[link].stance == before


async def test_a_link_is_made_again_from_another_claim() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o", "O", *"A goal.", "enter", "escape")
        await user.press("O", *"A third.", "enter", "escape")
        goal = next(c for c, claim in user.debate.claims.items() if claim.text == "A goal.")
        await user.press("g", "g", "j")
        row = user.map.row
        assert row is not None
        user.map.running = "link"
        user.map.do(edit.connect(user.debate, row.claim, goal, "attacks"))
        await user.go_to("A third.")
        await user.press("\\")
        third = next(c for c, claim in user.debate.claims.items() if claim.text == "A third.")
        made = [user.debate.links[key] for key in user.debate.links_from(third)]
        assert [(link.target, link.stance) for link in made] == [(goal, "attacks")]


async def test_a_number_goes_round_no_more_than_it_must() -> None:
    async with opened(rain()) as user:
        await user.go_to("Streets flood.")
        row = user.map.row
        ran: list[str] = []
        start = user.map.start_command

        def counted(name: str) -> None:
            ran.append(name)
            start(name)

        user.map.start_command = counted  # type: ignore[method-assign]
        await user.press("#", *"999998", "g", "n")
        assert user.map.row == row, "of two places, an even number of steps ends at the first"
        assert ran.count("next_place") == 2
        await user.press("#", *"999999", "g", "n")
        assert user.map.row != row


async def test_a_number_goes_on_by_so_many_finds() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o", "/", *"good", "enter", "n")
        await user.press("/", "ctrl+u", *"in", "enter")
        await user.until(lambda: len(user.map.feature(Finder).hits) > 2, "the finds")
        await user.press("n")
        first = user.map.row
        await user.press("#", "2", "n")
        assert user.map.row != first
        await user.press("N", "N")
        assert user.map.row == first
