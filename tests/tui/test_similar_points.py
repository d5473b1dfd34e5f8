"""What is here already of what is written: offered beside the keyboard, and linked by one key."""

from typing import Final

import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.features.similar import similar_points
from debatemap.tui.features.writing.editor import Editor
from tests.tui.driver import Driver, opened
from tests.tui.held import hold

HERE: Final = "already here: "


def uniforms() -> Debate:
    """Returns a debate that makes one point in two ways, and its opposite."""
    debate = Debate(
        Header("uniforms", "Uniforms", ("wear", "shop")),
        {"wear": Claim("Pupils should wear uniforms."), "shop": Claim("Shops should close early.")},
    )
    for target, stance, text in (
        ("wear", "supports", "School uniforms save families money."),
        ("wear", "supports", "Families save money with school uniforms, for clothes cost a lot."),
        ("wear", "attacks", "School uniforms don’t save families money."),
        ("shop", "attacks", "Staff at night earn more."),
    ):
        debate.apply(edit.add_reply(debate, target, stance, text))  # type: ignore[arg-type]  # a stance
    return debate


def words(user: Driver, start: str) -> str:
    return words_of(user.debate, start)


def words_of(debate: Debate, start: str) -> str:
    return next(key for key, claim in debate.claims.items() if claim.text.startswith(start))


async def test_what_is_here_already_is_said_and_tab_links_it() -> None:
    async with opened(uniforms()) as user:
        await user.go_to("Pupils should")
        await user.press("+", *"At night the staff earn more")
        await user.until_shown(f"{HERE}“Staff at night earn more.”")
        assert "Tab links it instead" in user.text
        await user.press("tab")
        claim = words(user, "Staff")
        assert not user.map.part(Editor).is_open
        links = [user.debate.links[link] for link in user.debate.links_from(claim)]
        assert {(link.target, link.stance) for link in links} == {
            ("shop", "attacks"),
            ("wear", "supports"),
        }
        assert len(user.debate.claims) == 6, "nothing was added"


@pytest.mark.parametrize("key", ["+", "-"])
async def test_a_claim_elsewhere_is_linked_as_what_was_being_written(key: str) -> None:
    async with opened(uniforms()) as user:
        await user.go_to("Shops should")
        await user.press(key, *"Families save money by school uniforms")
        await user.until_shown(HERE)
        await user.press("tab")
        found = [
            link
            for link in user.debate.links.values()
            if link.target == "shop" and link.premises[0] != words(user, "Staff")
        ]
        assert [link.stance for link in found] == ["supports" if key == "+" else "attacks"]
        assert user.map.row is not None
        assert user.map.row.claim == found[0].premises[0]
        await user.press("u")
        assert len(user.debate.links) == 4


async def test_what_differs_by_a_negation_is_not_offered() -> None:
    async with opened(uniforms()) as user:
        await user.go_to("Shops should")
        await user.press("+", *"The staff at night do not earn more")
        await user.rest()
        await user.pilot.pause(0.4)
        assert HERE not in user.text
        await user.press("tab")
        assert "Nothing in the map makes this point so far." in user.text
        assert user.map.part(Editor).text == "The staff at night do not earn more"


async def test_the_offer_goes_with_the_words_and_the_heading_comes_back() -> None:
    async with opened(uniforms()) as user:
        await user.go_to("Shops should")
        await user.press("+", *"Staff at night earn more")
        await user.until_shown(HERE)
        await user.press(*["backspace"] * 20, *"icecream melts")
        await user.until(lambda: HERE not in user.text, "the heading")
        assert "pro of" in user.text
        await user.press("enter")
        assert words(user, "Staficecream")


async def test_a_claim_that_is_reworded_is_not_offered_to_itself() -> None:
    async with opened(uniforms()) as user:
        await user.go_to("Shops should")
        await user.press("l", "j", "e", *" than by day")
        await user.rest()
        await user.pilot.pause(0.4)
        assert HERE not in user.text


async def test_keys_are_answered_while_the_index_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold(monkeypatch, similar_points, "_indexed")
    async with opened(uniforms()) as user:
        await user.go_to("Shops should")
        await user.press("+", *"Staff at night")
        await held.reached()
        await user.press(*" earn more")
        user.map.do(edit.add_unplaced(user.debate, "Something else."))
        held.let_go()
        await user.until_shown(HERE)
        assert user.map.part(Editor).text == "Staff at night earn more"
        assert held.calls == 1, "it follows the edit, and is not made again"


async def test_what_is_refused_is_said_and_the_words_stay() -> None:
    async with opened(uniforms()) as user:
        await user.go_to("Shops should")
        await user.press("-", *"Staff at night earn more")
        await user.until_shown(HERE)
        await user.press("tab")
        assert "already attacks" in user.text
        assert user.map.part(Editor).is_open


async def test_the_claim_that_is_offered_has_the_room_of_the_line() -> None:
    debate = uniforms()
    long = "Staff who work at night earn more than all others"
    text = f"{long} in the shops of this town."
    debate.apply(edit.reword(debate, words_of(debate, "Staff"), text))
    async with opened(debate, size=(80, 24)) as user:
        await user.go_to("Pupils should")
        await user.press("+", *"Staff who work at night earn more than others in the shops")
        await user.until_shown(f"{HERE}“{long}")
        assert "Tab links it instead" in user.lines[-1]
        await user.press(*["backspace"] * 50)
        await user.until(lambda: HERE not in user.text, "the heading")
        assert "Tab links" not in user.text


async def test_the_key_stands_beside_the_claim_where_there_is_no_room_for_it_below() -> None:
    async with opened(uniforms(), size=(40, 10)) as user:
        await user.go_to("Pupils should")
        await user.press("+", *"At night the staff earn more")
        await user.until_shown("Tab links “Staff at")
