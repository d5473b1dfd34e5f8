"""The text of a source beside the outline: selected by keys and mouse, quoted, gone to and from."""

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from textual import events

from debatemap import edit, save
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.glyphs import Glyphs
from debatemap.core.model import Claim, Header, Source, SourceText
from debatemap.store.text_state import TEXTS
from debatemap.tui.features.texts import text_finder
from debatemap.tui.features.writing.reopening import reopen
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.mouse import click, found, send_mouse
from tests.tui.source_texts import copied, shown_text, view_of

FOLDER: Final = Path(__file__).with_name("texts")
SHOW: Final = ("%", "x")
WIDE: Final = (120, 40)


class Shot(NamedTuple):
    """A screen: its size, the keys that lead to it, and how it is drawn."""

    size: tuple[int, int]
    keys: tuple[str, ...]
    glyphs: Glyphs = "auto"
    colours: bool = True
    plain: bool = False


SHOTS: Final = {
    "in place of the outline at 80 by 24": Shot((80, 24), (*SHOW, ")", ")")),
    "beside the outline at 120 by 40": Shot(WIDE, (*SHOW, "j", "j", "j", "-")),
    "two texts at 200 by 60": Shot((200, 60), (*SHOW, "%", "b", *"Report", "enter", ")")),
    "in ascii": Shot((60, 20), (*SHOW, ")"), glyphs="ascii"),
    "without colours": Shot((80, 24), (*SHOW, ")", ">"), colours=False),
    "in words": Shot((80, 24), (*SHOW, ")"), plain=True),
}


@pytest.mark.parametrize("name", SHOTS)
async def test_a_text_looks_as_it_did(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shot = SHOTS[name]
    if not shot.colours:
        monkeypatch.setenv("NO_COLOR", "1")
    settings = Config(glyphs=shot.glyphs, plain=shot.plain)
    async with opened(copied(tmp_path), size=shot.size, settings=settings) as user:
        await user.press(*shot.keys)
        await user.rest()
        await looks_as_it_did(
            user, golden_file(FOLDER, name), "#body", "#hints", with_attributes=not shot.colours
        )


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)


async def test_a_con_quotes_what_is_selected_and_undo_takes_both_back(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press(*SHOW, "'", "-")
        assert user.heading.startswith("− con of “The night ferry")
        await user.press(*"Let it end.", "enter")
        assert not user.writing
        assert user.words == "Let it end."
        claim = user.debate.claims[user.map.row.claim]  # type: ignore[union-attr]  # it is shown
        assert [(c.ref, c.quote) for c in claim.sources] == [
            ("essay", "The council wants to end the night ferry in May.")
        ]
        await user.until_shown("Let it end.")
        await user.until(lambda: bool(view_of(user).passages_here), "the passage")
        await user.press("u")
        assert "Let it end." not in [claim.text for claim in user.debate.claims.values()]
        await user.until(lambda: not view_of(user).passages_here, "no passage")


async def test_a_text_is_searched_with_the_keys_of_the_outline(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press("n")
        assert "nothing is searched for" in user.said
        await user.press(*SHOW, "/", *"ferry")
        await user.until_shown("4 found")
        assert shown_text(user) == "Keep the Night Ferry"
        await user.press("enter", "n")
        assert (user.said, shown_text(user)) == (
            "Match 2 of 4.",
            "The council wants to end the night ferry in May.",
        )
        await user.press("N", "N")
        assert user.said == "Match 4 of 4."
        await user.press("/", *"zeppelin", "enter")
        assert user.said == "The text has no “zeppelin”."
        await user.press("n")
        assert user.said == "Match 1 of 4."
        await user.press("/", *"hospital", "escape", "escape")
        assert shown_text(user) == "Keep the Night Ferry"
        await user.press("/", "up")
        await user.until_shown("nothing found")
        await user.press("up", "enter", "tab", "n")
        assert "nothing is searched for" in user.said


async def test_a_search_goes_on_where_the_text_is_written_or_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_finder, "_AT_ONCE", 0)
    path = copied(tmp_path)
    async with opened(path, size=WIDE) as user:
        await user.press(*SHOW, "/", *"zeppelin")
        await user.until_shown("nothing found")
        file = path.parent / "texts/ferry.txt"
        file.write_text(f"A zeppelin came.\n\n{file.read_text('utf-8')}", "utf-8")
        user.map.texts._poll()
        await user.until(lambda: "zeppelin" in view_of(user).page.text.text, "the new text")  # type: ignore[union-attr]  # it is shown
        await user.press("s", "backspace")
        await user.until_shown("1 found")
        await user.press("enter")
        assert shown_text(user) == "A zeppelin came."
        await user.press("/", "z")
        file.unlink()
        user.map.texts._poll()
        await user.until(lambda: view_of(user).page is None, "no text")
        await user.press("e")
        await user.until_shown("the text is gone")
        await user.press("enter", "/")
        assert user.said == "There is no text here to search."


async def test_a_long_text_is_searched_beside_the_keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_finder, "_AT_ONCE", 0)
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press(*SHOW, "/", *"hospital", "enter", "-")
        assert user.writing
        assert shown_text(user).startswith("The hospital, the bakery")


async def test_the_words_of_the_passage_are_taken_or_changed(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press(*SHOW, "'", "+", "enter")
        assert user.words == "The council wants to end the night ferry in May."
        await user.press("'", "o", "end", *" Really?", "enter")
        assert user.words.endswith("can no longer afford.” Really?")
        before = len(user.debate.claims)
        await user.press("'", "-", "escape")
        assert not user.writing
        assert len(user.debate.claims) == before


async def test_a_passage_is_quoted_for_the_selected_claim(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press("j", *SHOW)
        assert view_of(user).source == "report"
        await user.press("}", "}", "}", "j", "Q")
        cited = user.debate.claims["cost"].sources[-1]
        assert (cited.ref, cited.at) == ("report", "Findings")
        assert user.words == "The ferry loses more than the town can afford."


async def test_one_key_goes_from_a_claim_to_its_passage_and_back(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=(80, 24)) as user:
        await user.go_to("Eighty people")
        await user.press(";")
        assert shown_text(user) == "the boat carries eighty people a night"
        await user.press("(", ";")
        assert user.map.views.active is None
        assert user.words == "The figure counts a crew that sails anyway."
        await user.go_to("The bus does not")
        await user.press(";")
        assert "no such words" in user.said
        await user.press("'", ";")
        assert "No claim quotes this" in user.said


async def test_claims_are_gone_through_while_the_keys_are_in_the_text(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press(*SHOW, "J", "J")
        assert user.words == "Eighty people a night need it."
        await user.press("K", "g", "p")
        assert user.words == "The night ferry should be kept."
        assert view_of(user).claim == "keep"
        await user.press("tab")
        assert user.map.views.active is None
        await user.press("j", *SHOW)
        assert view_of(user).claim == "cost"


async def test_the_mouse_selects_words_sentences_and_passages(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press(*SHOW)
        await click(user, "wants to end")
        assert shown_text(user) == "The council wants to end the night ferry in May."
        await click(user, "longer afford", times=2)
        assert shown_text(user) == "longer"
        await click(user, "carries eighty people")
        assert shown_text(user) == "the boat carries eighty people a night"
        assert user.words == "Eighty people a night need it."
        start, end = found(user, "council wants"), found(user, "ferry in May")
        send_mouse(user, events.MouseDown, start)
        send_mouse(user, events.MouseMove, (start.x + 4, start.y))
        send_mouse(user, events.MouseMove, end)
        send_mouse(user, events.MouseUp, end)
        await user.press()
        assert shown_text(user) == "council wants to end the night ferry"


async def test_what_was_read_is_shown_again_where_it_was(tmp_path: Path) -> None:
    path = copied(tmp_path)
    async with opened(path, size=WIDE) as user:
        await user.press(*SHOW, ")", ")", "q")
        await user.rest_until_closed()
    state = TEXTS[0].load(path, "ferry")
    assert state.source == "essay"
    assert state.offsets["essay"] > 0
    async with opened(path, size=WIDE) as user:
        await user.press(*SHOW)
        assert view_of(user).selection.start <= state.offsets["essay"]
        assert "carries eighty" in shown_text(user)


async def test_a_map_without_texts_says_what_to_do_and_takes_a_file(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sources = {"s": Source(title="An essay")}
    debate = Debate(Header("m", "M", ("a",)), {"a": Claim("It is so.")}, sources=sources)
    path = tmp_path / "map.json"
    (tmp_path / "essay.txt").write_text("One sentence. Another one.\n", "utf-8")
    outside = tmp_path_factory.mktemp("elsewhere") / "other.txt"
    shutil.copy(tmp_path / "essay.txt", outside)
    save(debate, path)
    async with opened(path, size=WIDE) as user:
        await user.press(*SHOW)
        assert "No source of this map has its text yet." in user.text
        await user.press("B", "t", "enter", *"essay.txt", "enter")
        text = user.debate.sources["s"].text
        assert text is not None
        assert text.file == "essay.txt"
        assert text.sha256 == sha256((tmp_path / "essay.txt").read_bytes()).hexdigest()
        await user.until(lambda: view_of(user).page is not None, "the text")
        assert shown_text(user) == "One sentence."
        await user.press("B", "t", *"Other", "up", "enter", *str(outside), "enter")
        assert "copy it to texts/ beside the map" in user.text
        await user.press("k")
        made = [source for source in user.debate.sources.values() if source.title == "Other"]
        assert [source.text for source in made] == [SourceText(kept="One sentence. Another one.\n")]


async def test_a_file_that_is_written_meanwhile_is_read_again(tmp_path: Path) -> None:
    path = copied(tmp_path)
    async with opened(path, size=WIDE) as user:
        await user.press(*SHOW, ")", ")")
        file = tmp_path / "texts/ferry.txt"
        file.write_text("A new beginning.\n\n" + file.read_text("utf-8"), "utf-8")
        user.map.texts._poll()
        await user.until_shown("A new beginning.")
        assert "file changed" in user.text
        await user.until(lambda: len(view_of(user).quoted.passages.quoted) == 3, "its passages")


async def test_a_source_that_goes_takes_its_text_with_it(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press(*SHOW)
        user.session.do(edit.set_source_text(user.debate, "essay", None))
        await user.until_shown("Harbour office")


async def test_a_text_is_hostile() -> None:
    words = "A \x1b]52;c;aGk=\x07 and \u202eesrever\u202c. Two\x9b2J.\n\x00\u200b\n\tTab."
    sources = {"s": Source(title="S", text=SourceText(kept=words))}
    debate = Debate(Header("m", "M", ("a",)), {"a": Claim("It is so.")}, sources=sources)
    async with opened(debate, size=WIDE) as user:
        await user.press(*SHOW, "j", "+", "enter")
        assert not set(user.text) & set("\x1b\x07\x9b\u202e\u202c\x00")
        cited = [c for claim in user.debate.claims.values() for c in claim.sources]
        assert cited
        assert not set(cited[0].quote) & set("\x1b\x07\x9b\u202e\u202c\x00")


async def test_words_that_a_crash_cut_short_quote_their_passage_still(tmp_path: Path) -> None:
    path = copied(tmp_path)
    async with opened(path, size=WIDE) as user:
        await user.press(*SHOW, "'", "-", *"It should")
        writing = user.map.watcher._being_written()
        assert writing is not None
        await user.press("escape", "d")
        await user.press(*SHOW)
        reopen(user.map, writing)
        await user.press(*" end.", "enter")
        cited = user.debate.claims[user.map.row.claim].sources  # type: ignore[union-attr]  # it is shown
        assert [each.quote for each in cited] == [
            "The council wants to end the night ferry in May."
        ]
        assert user.words == "It should end."


async def test_the_thesis_of_a_map_without_claims_is_quoted(tmp_path: Path) -> None:
    debate = Debate(
        Header("m", "M"), sources={"s": Source(title="S", text=SourceText(kept="It is."))}
    )
    path = tmp_path / "map.json"
    save(debate, path)
    async with opened(path, size=WIDE) as user:
        await user.press("escape", *SHOW)
        assert "It is." in user.text
        await user.press("+", "enter")
        assert user.words == "It is."
        assert [each.quote for claim in user.debate.claims.values() for each in claim.sources] == [
            "It is."
        ]


async def test_what_is_here_already_is_linked_and_quotes_the_passage(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE) as user:
        await user.press("j", *SHOW, "'", "-", *"The bus does not run in a storm")
        await user.until(lambda: "already here" in user.heading, "what is here already")
        await user.press("tab")
        await user.until(lambda: not user.writing, "the link")
        quotes = [each.quote for each in user.debate.claims["wind"].sources]
        assert len(user.debate.links_from("wind")) == 2
        assert len(quotes) == 2
        assert user.debate.sources[user.debate.claims["wind"].sources[-1].ref].title


async def test_tab_leads_to_the_outline_from_a_text_in_its_place(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=(80, 24)) as user:
        await user.press(*SHOW, "space")
        assert "that is for the outline" in user.said
        await user.press("tab")
        assert user.map.views.active is None
        assert "The bus does not run" in user.text


def _is_read_only(user: Driver) -> bool:
    return bool(user.session.read_only)


async def test_a_read_only_map_is_only_read(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=WIDE, read_only=True) as user:
        await user.press(*SHOW, "'", "-")
        assert _is_read_only(user)
        assert not user.writing
        await user.press("Q")
        assert "read-only" in user.said
