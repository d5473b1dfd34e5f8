"""Claims are merged, split and grouped once it was shown what comes of that."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump
from debatemap.tui.features.shaping.split_screen import sentence_ends, word_ends
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain

FOLDER: Final = Path(__file__).parent / "shaped"
SIZES: Final = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])


def long() -> Debate:
    debate = rain()
    debate.apply(edit.reword(debate, "plants", "Plants grow. They feed us; so we live."))
    return debate


async def mark(user: Driver, *words: str) -> None:
    for each in words:
        await user.go_to(each)
        await user.press("v")


def test_a_claim_can_be_split_after_sentences_and_words() -> None:
    text = "It rains. “It pours.” So"
    assert [text[at:] for at in sentence_ends(text)] == ["“It pours.” So", "So"]
    assert [text[at : at + 3] for at in word_ends(text)] == ["rai", "“It", "pou", "So"]
    assert word_ends("one") == sentence_ends("one") == []


async def test_a_claim_is_split_at_a_sentence() -> None:
    async with opened(long(), size=(100, 40)) as user:
        await user.press("j", "S")
        assert "Plants grow. ┃ They feed us; so we live." in user.text
        await user.press("tab", "&")
        assert "Plants grow. They feed us; ┃ so we live." in user.text
        assert "which hold only together" in user.text
        await user.press("tab", "enter")
        assert not user.is_asked
        link = user.debate.links["l-plants"]
        texts = [user.debate.claims[premise].text for premise in link.premises]
        assert texts == ["Plants grow.", "They feed us; so we live."]
        await user.press("u")
        assert dump(user.debate) == dump(long())


async def test_a_claim_is_split_at_a_word() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("j", "S")
        assert "Plants ┃ grow." in user.text
        await user.press("right", "left", "enter")
        assert {"  + Plants", "  + grow."} <= set(user.rows)


async def test_a_word_alone_cannot_be_split() -> None:
    debate = rain()
    debate.apply(edit.reword(debate, "plants", "Growth"))
    async with opened(debate) as user:
        await user.press("j", "S", "tab", "right", "enter")
        assert "it has one word" in user.text
        await user.press("escape")
        assert not user.session.dirty


async def test_several_are_merged_as_one_step() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("z", "o")
        await mark(user, "Roots drink.", "Snow is white.")
        await user.go_to("Plants grow.")
        await user.press("M")
        assert "Merge 2 claims into “Plants grow.”? The link between them goes." in user.text
        await user.press("enter")
        assert not {"roots", "snow"} & user.debate.claims.keys()
        await user.press("u")
        assert dump(user.debate) == dump(rain())


async def test_marked_claims_are_grouped_under_a_new_one() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("z", "o")
        await mark(user, "Plants grow.", "Wells fill.")
        await user.press("B", "g", *"It is useful.")
        assert "+ It is useful." in user.text
        await user.press("enter")
        assert user.words == "It is useful."
        assert user.map.view.marked == set()
        assert len(user.debate.links_into(user.map.row.claim)) == 2  # type: ignore[union-attr]
        await user.press("u")
        assert dump(user.debate) == dump(rain())


async def test_what_does_not_go_together_is_not_grouped() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o")
        await mark(user, "Plants grow.", "Streets flood.")
        await user.press("B", "g")
        assert "some are pros and some are cons" in user.said


@SIZES
async def test_a_merge_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.press("z", "o")
        await mark(user, "Streets flood.")
        await user.go_to("Plants grow.")
        await user.press("M")
        name = f"a merge at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))


@SIZES
async def test_a_split_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(long(), size=size) as user:
        await user.press("j", "S")
        name = f"a split at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))


@SIZES
async def test_a_group_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.press("z", "o")
        await mark(user, "Plants grow.", "Wells fill.")
        await user.press("B", "g", *"It is useful.")
        name = f"a group at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))


async def test_a_claim_that_goes_meanwhile_is_not_split() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("j", "S")
        user.session.do(edit.delete_claim(user.debate, "plants"))
        await user.press("right", "enter")
        assert "not possible: its words have changed, or are gone" in user.text
        await user.press("escape")
        assert not user.is_asked


async def test_claims_that_begin_alike_are_not_named_by_each_other_s_words() -> None:
    debate = rain()
    begun = "The quick brown fox jumps over the dog on"
    for claim, day in (("fill", "Monday"), ("floods", "Friday")):
        debate.apply(edit.reword(debate, claim, f"{begun} {day}."))
    async with opened(debate, size=(200, 30)) as user:
        user.map.view.mark(["fill"])
        user.map.select_claim("floods")
        await user.press("M")
        (question,) = [line for line in user.lines if "into" in line and "?" in line]
        assert question.count("Friday") < 2
        assert question.count("Monday") < 2
