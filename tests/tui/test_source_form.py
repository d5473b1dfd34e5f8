"""The form of a source and its quote: one screen, few keys, nothing lost unasked."""

from pathlib import Path

import pytest

from debatemap import edit
from debatemap.core.fields import fields_of
from debatemap.core.model import Citation, Source
from debatemap.tui.features.writing.source_form import SourceForm
from debatemap.tui.features.writing.sources_screen import SourcesScreen
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.mouse import click

ALMANAC = "Ann Author"
FOLDER = Path(__file__).parent / "forms"
SIZES = ((80, 24), (120, 40), (40, 10))
NEW, MENDED = "a source is cited at {} by {}", "a citation is mended at {} by {}"


def _cited(user: Driver, claim: str = "rain") -> tuple[Citation, ...]:
    return user.debate.claims[claim].sources


async def test_a_second_quote_of_the_source_that_was_cited_last_costs_two_keys() -> None:
    async with opened(rain()) as user:
        await user.press("Q")
        await user.type("wet")
        await user.press("enter")
        assert not user.is_asked
        assert user.said == "Cited “The Almanac” for “Rain is good.”"
        await user.press("Q", *"very wet", "enter")
        assert _cited(user) == (Citation("almanac", "wet"), Citation("almanac", "very wet"))
        assert len(user.debate.sources) == 1


async def test_the_source_that_was_cited_last_is_picked_not_the_newest() -> None:
    debate = rain()
    debate.apply(edit.add_source(debate, "sun", Source(title="The Gazette")))
    async with opened(debate, size=(100, 30)) as user:
        await user.press("Q")
        assert "The Gazette" in user.text
        await user.press("shift+tab", *"almanac")
        assert ALMANAC in user.text
        await user.press("tab", *"one", "enter", "Q")
        assert ALMANAC in user.text
        await user.press(*"two", "enter")
        assert [each.ref for each in _cited(user)] == ["almanac", "almanac"]
        await user.press("u", "u", "Q")
        assert "The Gazette" in user.text, "what is undone was not cited"


async def test_what_is_not_known_of_a_source_is_left_empty() -> None:
    debate = rain()
    debate.apply(edit.add_source(debate, "sun", Source(title="The Gazette")))
    async with opened(debate, size=(100, 30)) as user:
        await user.press("Q")
        assert "The Gazette" in user.text
        assert "https://…" not in user.text
        await user.press("shift+tab", *"nowhere")
        assert "https://…" in user.text


async def test_all_fields_that_are_declared_are_in_sight_and_filled_by_tab() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("Q", "shift+tab", "up")
        assert "+ a new source" in user.text
        labels = [
            f.question.split(":")[0] for f in (*fields_of("sources"), *fields_of("citations"))
        ]
        for label in filter(None, labels):
            assert any(f"▌  {label} " in line for line in user.lines), label
        for words in ("Bo", "Clouds", "https://example.org/b", "2024-07", "one", "p. 1"):
            await user.press("tab", *words)
        await user.press("ctrl+j", "tab", "down", "enter")
        (cited,) = _cited(user)
        assert cited == Citation(cited.ref, "one", "p. 1", "study")
        assert user.debate.sources[cited.ref] == Source(
            "Bo", "Clouds", "https://example.org/b", "2024-07"
        )
        await user.press("u")
        assert not _cited(user), "source and quote are one step"


async def test_arrows_go_through_the_lines_of_a_quote_and_on_from_field_to_field() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("Q", *"one", "ctrl+j", *"two", "up", "a", "down", "down", *"p. 1", "enter")
        (cited,) = _cited(user)
        assert (cited.quote, cited.at) == ("onea\ntwo", "p. 1")
        await user.press("Q", *"three", "down", "up", *"!", "enter")
        assert _cited(user)[-1].quote == "three!"


async def test_a_quote_takes_as_many_lines_as_it_has() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("Q")
        for number in range(7):
            await user.press(*f"line {number}", "ctrl+j")
        for number in range(7):
            assert f"line {number}" in user.text
        await user.press("enter")
        (cited,) = _cited(user)
        assert cited.quote.rstrip() == "\n".join(f"line {number}" for number in range(7))


async def test_what_was_typed_in_search_of_a_source_begins_the_new_one() -> None:
    async with opened(rain()) as user:
        await user.press("s", *"Clouds")
        assert "+ add a source: “Clouds”" in user.text
        await user.press("enter")
        assert "+ a new source" in user.text
        await user.press("enter")
        assert isinstance(user.screen, SourcesScreen)
        (cited,) = _cited(user)
        assert user.debate.sources[cited.ref].title == "Clouds"
        await user.press("escape", "Q", "shift+tab", *"https://example.org/x", "enter")
        assert user.debate.sources[_cited(user)[1].ref].url == "https://example.org/x"


async def test_what_was_written_of_a_new_source_stays_while_others_are_looked_at() -> None:
    async with opened(rain()) as user:
        await user.press("Q", "shift+tab", "up", "tab", *"Bo", "tab", *"Clouds")
        await user.press("shift+tab", "shift+tab", "up")
        assert ALMANAC in user.text
        await user.press("down")
        assert ALMANAC not in user.text
        await user.press("enter")
        assert user.debate.sources[_cited(user)[0].ref] == Source("Bo", "Clouds")


async def test_nothing_is_cited_of_no_source_and_what_was_written_stays() -> None:
    async with opened(rain()) as user:
        await user.press("Q", *"said", "shift+tab", "up", "enter")
        assert isinstance(user.screen, SourceForm)
        assert "No: a source needs an author, a title or an address." in user.text
        assert "said" in user.text
        await user.press("tab", *"Bo", "enter")
        assert _cited(user)[0].quote == "said"


async def test_escape_leaves_an_untouched_form_and_asks_once_of_another() -> None:
    async with opened(rain()) as user:
        await user.press("Q", "escape")
        assert user.screen is user.map
        await user.press("Q", *"words", "escape")
        assert "Escape again drops what you wrote   Enter keeps it" in user.text
        await user.press("!", "escape")
        assert user.screen is not user.map, "more was written: it is asked again"
        await user.press("escape")
        assert not (user.is_asked)
        assert not (_cited(user))


async def test_a_citation_is_mended_in_three_keys_with_its_source() -> None:
    async with opened(rain()) as user:
        await user.go_to("Plants grow.")
        await user.press("s", "enter", *"!", "enter")
        assert isinstance(user.screen, SourcesScreen)
        assert _cited(user, "plants") == (Citation("almanac", "after rain, green!", "p. 4"),)
        await user.press("enter", *["shift+tab"] * 4, *"B. ", "enter")
        assert user.debate.sources["almanac"].author.startswith("Ann Author")
        assert user.debate.sources["almanac"].author != "Ann Author"


async def test_it_is_said_who_else_cites_what_is_mended() -> None:
    debate = rain()
    debate.apply(edit.cite(debate, "sun", "almanac"))
    async with opened(debate) as user:
        await user.go_to("Plants grow.")
        await user.press("s", "enter")
        assert "another claim cites the source too" in user.text


async def test_a_claim_and_a_quote_are_written_in_one_go() -> None:
    async with opened(rain()) as user:
        await user.press("+", *"It cools.", "ctrl+r", *"cool", "enter")
        assert user.writing, "the next of the series is begun"
        await user.press("escape")
        claim = next(k for k, c in user.debate.claims.items() if c.text == "It cools.")
        assert _cited(user, claim) == (Citation("almanac", "cool"),)
        await user.press("u")
        assert "citing “The Almanac”" in user.said
        assert claim not in user.debate.claims, "both are one step"


async def test_leaving_the_form_goes_back_to_the_claim_that_is_written() -> None:
    async with opened(rain()) as user:
        await user.press("+", "ctrl+r")
        assert "Write the claim first" in user.said
        await user.press(*"It cools.", "ctrl+r", "escape")
        assert user.writing
        await user.press(*" Much.", "enter", "escape")
        assert any(c.text == "It cools. Much." for c in user.debate.claims.values())
        await user.press("e", "ctrl+r")
        assert "Accept the words first" in user.said


async def test_fields_and_choices_are_clicked() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("Q")
        await click(user, "no kind")
        assert "study" in user.text
        await click(user, "a page, a section")
        await user.press(*"p. 9")
        await click(user, "Enter accepts")
        assert _cited(user) == (Citation("almanac", "", "p. 9", "study"),)


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_looks_as_it_did(size: tuple[int, int]) -> None:
    debate = rain()
    quote = "After rain the fields were green.\nSo were the hills, as far as one could see."
    debate.apply(edit.cite(debate, "sun", "almanac", quote=quote, at="p. 7", kind="news"))
    async with opened(debate, size=size) as user:
        await user.press("Q")
        await looks_as_it_did(user, golden_file(FOLDER, NEW.format(*size)))
        await user.press("escape")
        await user.go_to("Sun is good.")
        await user.press("s", "enter")
        await looks_as_it_did(user, golden_file(FOLDER, MENDED.format(*size)))


def test_no_form_is_left_over() -> None:
    names = [NEW.format(*size) for size in SIZES]
    names += [MENDED.format(*size) for size in SIZES]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *names)
