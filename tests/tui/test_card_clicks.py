# mypy: disable-error-code="unreachable"
# The screen changes between two looks at it, which mypy does not know.
"""Clicks on a card: what leads somewhere, and two of them on a reply or on the claim in focus."""

import pytest

from debatemap import edit
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.writing.sources_screen import SourcesScreen
from debatemap.tui.map_screen import MapScreen
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.mouse import click


@pytest.mark.parametrize("times", [1, 2])
async def test_strengths_sources_and_places_lead_to_what_they_tell_of(times: int) -> None:
    async with opened(rain(), size=(110, 30)) as user:
        await user.press("F")
        await click(user, "+ Plants grow.", "60", times=times)
        assert isinstance(user.screen, WhyScreen)
        assert user.screen.subject == "plants"
        await user.press("escape")
        await click(user, "quote", times=times)
        assert isinstance(user.screen, SourcesScreen)
        await user.press("escape")
        assert not user.writing
        assert user.map.views.name == "card"


async def test_a_tag_of_the_claim_in_focus_shows_the_claims_that_have_it() -> None:
    async with opened(rain(), size=(110, 30)) as user:
        await user.press("j", "F")
        await click(user, "#nature")
        await user.until_shown("#nature: 1 claim shown")


async def test_two_clicks_go_into_a_reply_and_edit_the_claim_in_focus() -> None:
    async with opened(rain(), size=(110, 30)) as user:
        await user.press("F")
        await click(user, "Plants grow.", times=2)
        assert user.map.views.card is not None
        assert user.map.views.card.claim == "plants"
        assert not user.writing
        await click(user, "Plants grow.", times=2)
        assert user.writing
        assert user.words == "Plants grow."


async def test_an_author_leads_nowhere_whatever_the_name_ends_with() -> None:
    debate = rain()
    debate.apply(edit.set_author(debate, "rain", "Ask for sources"))
    async with opened(debate, size=(110, 30)) as user:
        await user.press("F")
        await click(user, "Ask for sources")
        assert isinstance(user.screen, MapScreen)
        assert user.map.views.name == "card"
