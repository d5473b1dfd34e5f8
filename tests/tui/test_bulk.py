"""What a command does for one claim it does for all that are marked, or found by a filter."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump
from debatemap.tui.features.finding.finder import Finder
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain

FOLDER: Final = Path(__file__).parent / "shaped"


async def mark(user: Driver, *words: str) -> None:
    await user.press("z", "o")
    for each in words:
        await user.go_to(each)
        await user.press("v")


async def assert_one_step(user: Driver) -> None:
    await user.press("u")
    assert dump(user.debate) == dump(rain())
    await user.press("U")


async def test_all_marked_claims_are_tagged_as_one_step() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await mark(user, "Plants grow.", "Streets flood.", "Snow is white.")
        await user.press("t")
        assert "Tags for the 3 marked claims" in user.text
        await user.press(*"law, -nature", "enter")
        assert "Tag 3 claims with “law”, without “nature”?" in user.text
        await user.press("enter")
        assert user.said == "Tagged 3 claims with “law”, without “nature”"
        tags = [user.debate.claims[key].tags for key in ("plants", "floods", "snow", "rain")]
        assert tags == [("law",), ("law",), ("law",), ()]
        await assert_one_step(user)


async def test_the_author_of_all_marked_claims_is_named() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await mark(user, "Plants grow.", "Streets flood.")
        await user.press("@")
        assert "Who are the 2 marked claims by?" in user.text
        await user.press(*"zoe", "enter", "enter")
        assert {user.debate.claims[key].by for key in ("plants", "floods")} == {"zoe"}
        await assert_one_step(user)


async def test_all_marked_turn_and_those_that_cannot_are_named() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await mark(user, "Plants grow.", "Streets flood.", "Wells fill.")
        await user.go_to("Rain is good.")
        await user.press("~")
        assert "2 claims with 1 joint premise? Of 3, 1 stays as it is." in user.text
        assert "× “Streets flood.”: it stands in 2 places" in user.text
        assert "+ “Wells fill.”, with “We need wells.”" in user.text
        await user.press("enter")
        assert user.said == "Turned the stance of 2 claims with 1 joint premise; 1 stays as it was."
        assert user.debate.links["l-plants"].stance == "attacks"
        await assert_one_step(user)


async def test_all_marked_move_and_all_marked_go() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await mark(user, "Roots drink.", "Snow is white.")
        await user.press("m")
        assert "Move the 2 marked claims under which claim? Each stays a pro or a con." in user.text
        assert "it stands beneath what moves" not in user.text
        await user.press(*"sun is", "enter")
        assert "Move 2 claims under “Sun is good.”?" in user.text
        await user.press("enter")
        assert len(user.debate.links_into("sun")) == 3
        await assert_one_step(user)
        await user.press("u", "d")
        assert "Delete 2 claims?" in user.text
        await user.press("enter")
        assert not {"roots", "snow"} & user.debate.claims.keys()
        await assert_one_step(user)
        await user.press("u")
        await mark(user, "Roots drink.", "Snow is white.")
        await user.press("D")
        assert "Delete 2 claims everywhere, with 1 link?" in user.text
        await user.press("escape")
        assert dump(user.debate) == dump(rain())


async def test_all_marked_are_rated() -> None:
    async with opened(rain(), size=(100, 30), settings=Config(name="zoe")) as user:
        await mark(user, "Roots drink.", "Snow is white.")
        await user.press("r")
        assert "How far do you hold the 2 marked claims?" in user.text
        await user.press(*"70", "enter", "enter")
        assert user.debate.stances["zoe"] == {"roots": 70, "snow": 70}
        await assert_one_step(user)


async def test_a_filter_asks_whether_all_are_meant() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("f", *"good", "enter", "t")
        assert "Tag all 2 claims that the filter has found?" in user.text
        await user.press("y", *"law", "enter", "enter")
        assert [user.debate.claims[key].tags for key in ("rain", "sun")] == [("law",)] * 2
        await user.press("t", "n")
        assert "Tags for" not in user.text
        await user.press("escape", "t", "escape")
        assert not user.is_asked


async def test_all_that_a_filter_has_found_are_joined_with_the_selected_one() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("f", *"plants or wells or streets", "enter")
        await user.go_to("Wells fill.")
        await user.press("&")
        assert "Join all 4 claims that the filter has found with the selected one?" in user.text
        assert "alone" not in user.text
        await user.press("y")
        assert "Join 1 claim with “Wells fill.”? Of 3, 2 stay as they are." in user.text
        assert "it is a premise of that step already" in user.text
        await user.press("enter")
        assert user.debate.links["l-wells"].premises == ("fill", "need", "plants")
        await assert_one_step(user)


async def test_to_join_what_is_found_may_be_left() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("f", *"plants or wells", "enter")
        await user.go_to("Plants grow.")
        await user.press("&", "escape", "&", "y", "escape")
        assert not user.is_asked
        assert not user.session.dirty


async def test_nothing_is_done_where_none_of_them_can_be() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await mark(user, "Rain is good.")
        await user.go_to("Plants grow.")
        await user.press("~")
        assert "Nothing to do" in user.text
        await user.press("enter")
        assert user.is_asked
        await user.press("escape")
        assert not user.session.dirty


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])
async def test_the_question_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await mark(user, "Plants grow.", "Streets flood.", "Wells fill.")
        await user.go_to("Plants grow.")
        await user.press("~")
        await user.until_shown("Turn the stance")
        name = f"many claims at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))


async def test_a_list_of_finds_beside_a_filter_changes_nothing_of_what_is_edited() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        finder = user.map.feature(Finder)
        finder.filter_by("in")
        await user.until(lambda: finder.filter_now is not None, "the filter")
        shown = [row.claim for row in user.map.outline.rows if row.claim in finder.hits]
        user.map.select_claim(shown[0])
        finder.hits = frozenset({"sun", "snow"})
        await user.press("t")
        count = len(dict.fromkeys(shown))
        assert f"Tag all {count} claims that the filter has found?" in user.text
        await user.press("y", *"law", "enter", "enter")
        tagged = [key for key, claim in user.debate.claims.items() if "law" in claim.tags]
        assert set(tagged) == set(shown)


async def test_marked_claims_that_are_folded_away_are_carried_too() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await mark(user, "Roots drink.", "Streets flood.")
        user.map.start_command("fold_all")
        await user.press()
        assert "roots" not in {row.claim for row in user.map.outline.rows}
        await user.press("y")
        carried = user.app.carried
        assert carried is not None
        assert set(carried.parcel.claims) == {"roots", "floods"}


async def test_enter_in_a_prompt_that_nobody_touched_changes_nothing() -> None:
    debate = rain()
    odd = debate.claims["rain"]._replace(tags=("a, b", "c"), by="Ann\nBob")
    claims = {**debate.claims, "rain": odd}
    header = debate.header._replace(title="Rain\nor shine")
    debate = Debate(header, claims, debate.links, debate.sources)
    async with opened(debate, size=(100, 30)) as user:
        for key in ("t", "@"):
            await user.press("home", key, "enter")
        user.map.start_command("rename_map")
        await user.press("enter")
        assert user.debate.claims["rain"] == odd
        assert user.debate.header.title == "Rain\nor shine"
