"""Each quote's grade stands beside it, follows edits and files, and never waits for a key."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from debatemap import edit, save
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source, SourceText
from debatemap.tui.features.writing import quote_grades
from debatemap.tui.features.writing.grade_of_quote import GradeOfQuote
from debatemap.tui.features.writing.sources_screen import SourcesScreen
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

FIXTURE = Path(__file__).parents[1] / "texts" / "fixture"
TEXT = "It rains here.\n\nThe council paid 7 % more. It rains here.\n"


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURE, tmp_path / "bridge")
    return tmp_path / "bridge" / "bridge.json"


def rainy(folder: Path, *quotes: str) -> Session:
    (folder / "rain.txt").write_text(TEXT, encoding="utf-8")
    claims = {"a": Claim("A.", sources=tuple(Citation("s", quote) for quote in quotes))}
    digest = sha256(TEXT.encode()).hexdigest()
    source = Source("Ann", "On rain", text=SourceText("rain.txt", digest))
    debate = Debate(Header("m", theses=("a",)), claims, sources={"s": source})
    save(debate, folder / "rain.json")
    return open_session(folder / "rain.json")


async def details(user: Driver, words: str) -> None:
    """Waits until the details say something."""
    await user.until(lambda: words in " ".join(user.details.split()), words)


async def test_the_details_have_the_grade_of_each_quote(tmp_path: Path) -> None:
    quotes = ("the council paid 8 % more", "It rains here", "it SNOWS in the valley")
    async with opened(rainy(tmp_path, *quotes), size=(120, 40)) as user:
        await details(user, "near, at line 3: “8” for “7” (a number)")
        await details(user, "exact, at 2 places that are equally good: line 1; line 3")
        await details(user, "absent: the text has no such words")
        session = user.map.session
        for number in (2, 0):
            session.do(edit.uncite(session.debate, "a", number))
        await user.until(lambda: "near" not in user.details, "the grade to go with its quote")


async def test_a_text_that_is_written_anew_is_looked_through_again(tmp_path: Path) -> None:
    async with opened(rainy(tmp_path, "It rains here")) as user:
        await details(user, "2 places")
        assert "changed" not in user.details
        (tmp_path / "rain.txt").write_text("It snows.", encoding="utf-8")
        user.map.watcher.poll()
        await details(user, "absent: the text has no such words; the text has changed since")
        (tmp_path / "rain.txt").unlink()
        user.map.watcher.poll()
        await details(user, "not checked: the text is not there")


async def test_a_quote_has_its_grade_while_it_is_typed_and_in_the_list(bridge: Path) -> None:
    async with opened(open_session(bridge), size=(100, 40)) as user:
        await user.go_to("The queue")
        await details(user, "not at What the shops say")
        await user.press("s")
        assert isinstance(user.screen, SourcesScreen)
        assert "folded, at 00:12:31" in user.text
        await user.press("enter")
        await user.until_shown("folded, at 00:12:31")
        await user.press("backspace", "x")
        await user.until_shown("near, at 00:12:31: “detoux” for “detour”")
        await user.type(" and other words")
        await user.until_shown("absent")
        await user.press("ctrl+u", *"the queue is")
        grade = user.screen.query_one(GradeOfQuote)
        # The place stands in a field of its own as well.
        await user.until(lambda: grade.display and "00:12:31" in str(grade.content), "the grade")


async def test_the_list_of_what_is_left_has_claims_that_are_misquoted(bridge: Path) -> None:
    async with opened(open_session(bridge), size=(100, 30)) as user:
        await user.until(lambda: bool(user.map.quotes.misquoted), "the grades")
        await user.press("g", "l")
        await user.until_shown("Mend the quote for “Nobody was asked.”")
        assert "Claims that rest on a quote which its source has not" in user.text
        session = user.map.session
        for _ in range(2):
            session.do(edit.uncite(session.debate, "asked", 0))
        await user.until(lambda: "Mend the quote" not in user.text, "the task to go")


async def test_a_map_without_texts_looks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    monkeypatch.setattr(quote_grades, "_looked", lambda *given: looked.append(given))
    claims = {"a": Claim("A.", sources=(Citation("s", "words"),))}
    debate = Debate(Header("m", theses=("a",)), claims, sources={"s": Source("Ann")})
    async with opened(debate) as user:
        user.map.session.do(edit.cite(user.debate, "a", "s", quote="more"))
        await user.rest()
    assert not looked


async def test_a_place_that_is_selected_beside_a_text_can_be_unlinked() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.go_to("Plants grow.")
        user.map.views.show("text")
        await user.press("x")
        assert "Unlinked" in user.said
        assert user.words == "Streets flood."
