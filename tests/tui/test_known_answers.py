"""Authors and tags that the map has are offered where one is asked for."""

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.tui.dialogs.known_answers import KnownScreen
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.mouse import click


def _tagged() -> Debate:
    """Returns the weather with tags and authors; "nature" and "editor" stand there already."""
    debate = rain()
    for claim, tags in (("rain", ["cost", "law"]), ("sun", ["law", "rain"]), ("floods", ["law"])):
        debate.apply(edit.set_tags(debate, claim, tags))
    debate.apply(edit.set_author(debate, "sun", "Ali Khan"))
    return debate


async def test_known_tags_stand_beside_those_that_are_there_already() -> None:
    async with opened(_tagged()) as user:
        await user.press("t")
        assert "nature   1 claim" in user.text
        assert "law   3 claims" not in user.text, "it stands in the line already"
        await user.press("down", "down", "enter")
        assert user.debate.claims["rain"].tags == ("cost", "law", "rain")


async def test_the_most_frequent_stands_first_and_typing_narrows_it() -> None:
    async with opened(_tagged()) as user:
        await user.go_to("Wells fill.")
        await user.press("t")
        rows = [line for line in user.lines if " claim" in line and "\u258c" in line]
        assert "law   3 claims" in rows[0]
        await user.press(*"#CO")
        assert "cost   1 claim" in user.text
        assert "law   3 claims" not in user.text
        await user.press("tab", *", n", "down", "enter")
        assert user.debate.claims["fill"].tags == ("cost", "nature")


async def test_a_known_author_takes_the_place_of_what_was_typed() -> None:
    async with opened(_tagged()) as user:
        await user.press("@", *"kh", "down", "enter")
        assert user.debate.claims["rain"].by == "Ali Khan"
        await user.press("@", "down", "up", "up", "enter")
        assert user.debate.claims["rain"].by == "editor"


async def test_what_is_typed_is_taken_as_it_is_where_nothing_is_picked() -> None:
    async with opened(_tagged()) as user:
        await user.press("@", *"Al", "enter")
        assert user.debate.claims["rain"].by == "Al"


async def test_a_known_answer_is_picked_by_a_click() -> None:
    async with opened(_tagged(), size=(100, 30)) as user:
        await user.press("@")
        await click(user, "Ali Khan")
        assert isinstance(user.screen, KnownScreen)
        await user.press("enter")
        assert user.debate.claims["rain"].by == "Ali Khan"


async def test_nothing_is_offered_where_the_map_has_nothing() -> None:
    debate = rain()
    for claim in [*debate.claims]:
        debate.apply(edit.set_tags(debate, claim, []))
    async with opened(debate) as user:
        await user.press("t")
        assert not isinstance(user.screen, KnownScreen)
        await user.press(*"new", "enter")
        assert user.debate.claims["rain"].tags == ("new",)


async def test_it_is_said_how_many_more_are_known_than_are_listed() -> None:
    debate = rain()
    debate.apply(edit.set_tags(debate, "rain", [f"tag{number:03}" for number in range(230)]))
    async with opened(debate) as user:
        await user.go_to("Wells fill.")
        await user.press("t")
        rows = user.screen.query_one(ChoiceList).options
        last = rows[-1]
        assert isinstance(last, ListOption)
        assert last.label.plain == "and 31 more: type to find"  # one tag was there before
        await user.press("up", "enter")
        assert user.debate.claims["fill"].tags == ("tag198",)
