"""Rows as sentences: all that signs, colours and columns show is said, and nothing is drawn."""

import re
from contextlib import aclosing
from pathlib import Path

from textual.widgets import Input

from debatemap import edit, load
from debatemap.config import Config
from debatemap.core.claim_columns import column
from debatemap.core.text import width, wrap
from debatemap.store.locations import config_file
from debatemap.tui.views.card.entry_lines import lay_out
from debatemap.tui.views.table_view import SHOWN
from debatemap.tui.views.table_words import lines_of_words, table_sentences
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.outline_view import OutlineView
from debatemap.tui.widgets.row_drawing import Look
from debatemap.tui.widgets.sentences import row_sentence
from debatemap.tui.widgets.strength_bar import Standing
from debatemap.views.card import card_at
from debatemap.views.outline import Outline
from debatemap.views.table.table import Table
from tests.tui.dialogs import each_dialog, everything
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.terminal import loaded, running

FOLDER = Path(__file__).parent / "plain"
DRAWN = re.compile("[\u2500-\u259f⎧⎨⎪⎩▾▸◆○●§¶⊣⊢✓✱≠]")
"""What draws lines and bars, and the signs of rows."""
MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.json"))
PLAIN = Config(plain=True)
NAMES = "outline", "card", "table", "a con is written"


def test_the_folder_holds_no_other_screens() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *NAMES)


async def test_the_views_look_as_they_did() -> None:
    async with opened(rain(), size=(80, 24), settings=PLAIN) as user:
        for name, keys, part in (
            ("outline", "3 j", "OutlineView"),
            ("card", "F", "CardView"),
            ("table", "% t", "TableView"),
            ("a con is written", "% t - N o .", "#outline-area"),
        ):
            await user.press(*keys.split())
            await user.rest()
            await looks_as_it_did(user, golden_file(FOLDER, name), part)


def test_a_row_of_the_table_leaves_nothing_out_on_80_columns() -> None:
    for path in MAPS:
        debate = load(path)
        table = Table(debate, lambda _: None)
        usual, marked = (
            Marking(lambda _: Standing(0.5), {}, frozenset(claims), None)
            for claims in ((), debate.claims)
        )
        for claim, record in debate.claims.items():
            _, facts = table_sentences(table, SHOWN, usual, claim, 80)
            assert facts.endswith(f"By {record.by}. {record.created}.")
        for cells in range(1, 120):
            _, facts = table_sentences(table, SHOWN, marked, claim, cells)
            assert width(facts) <= cells
            assert facts.endswith((".", "…"))


def test_a_claim_has_as_many_replies_wherever_it_is_told() -> None:
    debate = load(MAPS[0].with_name("open-source-ai.json"))
    outline = Outline(debate)
    outline.open_to_level(50)
    for row in outline.rows:
        path, number = (*outline.path(row),), column("replies").value(debate, row.claim)
        said = f"{number} repl" if number else "No reply"
        if not row.closes_cycle:
            assert f" {said}" in row_sentence(outline, row, Look())
            card = lay_out(debate, card_at(debate, path).focus, 200, airy=False).remark
            assert card[0][0].words.startswith(said.lower())
        of_step = len(debate.links_into(row.link or ""))
        assert ("Its step has" in row_sentence(outline, row, Look())) == (
            of_step > 0 and outline.speaks_for_step(row)
        )


def test_a_claim_in_the_table_is_whole_where_a_few_lines_have_room_for_it() -> None:
    debate = load(MAPS[0].with_name("open-source-ai.json"))
    table, marking = Table(debate, lambda _: None), Marking(lambda _: None, {}, (), None)
    lines = lines_of_words(debate, 80, 3)
    assert lines > 1
    for claim, record in debate.claims.items():
        words, _ = table_sentences(table, SHOWN, marking, claim, 80, lines)
        assert " ".join(words).endswith(record.text)
        assert len(table_sentences(table, SHOWN, marking, claim, 20, lines)[0]) <= lines


async def test_the_place_at_which_a_claim_is_split_is_told_in_words() -> None:
    async with opened(rain(), size=(80, 24), settings=PLAIN) as user:
        await user.press("j", "S")
        assert "Plants (cut here) grow." in user.text
        assert not DRAWN.search(user.text)


async def test_the_title_tells_its_signs_in_words() -> None:
    async with opened(rain(), size=(130, 24), settings=PLAIN) as user:
        assert "thesis 1: Rain is good.  for, about 60" in user.lines[0]
        await user.press("j", "~")
        assert "before that 59" in user.lines[0]
        assert user.lines[0].rstrip().endswith(" unsaved")
        assert not DRAWN.search(user.lines[0])
        await user.rest_of_details()
        assert "→" not in user.details


async def test_a_low_screen_tells_the_verdict_where_a_thesis_has_no_path() -> None:
    async with opened(rain(), size=(40, 10), settings=PLAIN) as user:
        await user.rest()
        assert "for" not in user.lines[0]
        assert user.lines[1].startswith(" thesis 1: for, about 60")
        await user.press("j")
        assert user.lines[1].startswith(" thesis: Rain is good.")
        await user.press("k")
        assert user.lines[1].startswith(" thesis 1: for, about 60")
        await user.press("%", "%")
        assert not user.lines[1].strip()


def rows_on_screen(user: Driver) -> str:
    region = user.map.query_one(OutlineView).region
    return "\n".join(line.rstrip() for line in user.lines[region.y : region.bottom]).strip("\n")


def sentences(user: Driver) -> str:
    view = user.map.query_one(OutlineView)
    rows = [row_sentence(view.outline, row, view._look(row)) for row in view.outline.rows]
    cells = view.outline.rows.layout.words(0)
    return "\n".join(line for words in rows for line in wrap(words, cells))


async def test_each_row_has_as_many_lines_as_its_sentence_needs_then() -> None:
    async with opened(rain(), size=(64, 60), settings=PLAIN) as user:
        for keys in ("3", "j h", "l", "v", "j w f", "w d", "% l", "% %", "% %",
                     "j + W o w . enter enter",
                     "u", "U", "/ f l o o d enter"):  # fmt: skip
            await user.press(*keys.split())
            await user.rest()
            assert rows_on_screen(user) == sentences(user), keys


async def test_a_row_says_all_that_signs_and_colours_show() -> None:
    debate = everything()
    debate.apply(edit.reword(debate, "floods", "Streets flood every spring."))
    async with opened(debate, size=(100, 50), settings=PLAIN) as user:
        await user.press("3")
        text = sentences(user)
        assert "Thesis, level 1: Rain is good. Strength" in text
        assert "Undercut, level 3: " in text
        assert "Holds only together with 1 other premise." in text
        assert "Con, level 2: Streets flood every spring." in text
        assert "In 2 places." in text
        assert "Has a note. 1 source." in text
        assert "Unplaced, level 1: Snow is white." in text
        assert "Reworded since it was rated." in text
        await user.go_to("Streets flood")
        await user.press("v")
        assert "Marked." in sentences(user)
        await user.press("h")
        await user.press("k", "w", "f")
        await user.rest()
        assert "Assumed false." in sentences(user)
        await user.press("w", "d", "%", "l")
        await user.rest()
        assert "when only attacks count." in sentences(user)
        await user.press("1")
        assert re.search(
            r"Rain is good\. .*4\s+replies,\s+folded\.", rows_on_screen(user), re.DOTALL
        )


async def test_a_claim_above_itself_and_an_unseen_one_are_told_of() -> None:
    debate = rain()
    debate.apply(edit.connect(debate, "rain", "roots", "attacks"))
    async with opened(debate, size=(100, 50), settings=PLAIN) as user:
        await user.press("5")
        assert "Its replies stand further up" in sentences(user)
        await user.press("F")
        assert "In focus, thesis: Rain is good." in user.text


async def test_the_selected_row_is_the_cursors_and_nothing_moves_by_itself() -> None:
    async with opened(rain(), size=(80, 24), settings=PLAIN) as user:
        await user.press("2", "j")
        place = user.app.cursor_position
        assert user.lines[place.y][place.x :].startswith("Pro, level 2: Plants grow.")
        await user.press("%", "t")
        place = user.app.cursor_position
        assert user.lines[place.y][place.x :].startswith("Pro, depth 1: Plants grow.")
        await user.press("F", "j")
        place = user.app.cursor_position
        assert user.lines[place.y][place.x :].startswith(("Undercut", "Pro", "On the step"))
        assert user.app.animation_level == "none"
        await user.press("/")
        assert not user.map.query_one(Input).cursor_blink


async def test_no_dialog_draws_lines_or_signs(tmp_path: Path) -> None:
    async with aclosing(each_dialog(tmp_path, (80, 24), part=(0, 2), plain=True)) as dialogs:
        async for user, kind in dialogs:
            assert not [line for line in user.lines if DRAWN.search(line)], kind.__name__


def test_an_option_or_a_setting_asks_for_it(tmp_path: Path) -> None:
    first, again = "Thesis, level 1: ", str(tmp_path / "a.json")
    with running("new", again, "--thesis", "We move.", folder=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
    ways = [again, "--plain"], ["--plain", again], ["open", again, "--plain"]
    for arguments in ways:
        with loaded(*arguments, folder=tmp_path) as terminal:
            terminal.wait_for(f"{first}We move.")
            terminal.wait_until(lambda: not terminal.screen.cursor.hidden, "no cursor")
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text("plain = true\n", encoding="utf-8")
    with loaded(again, folder=tmp_path) as terminal:
        terminal.wait_for(f"{first}We move.")


def test_it_goes_with_the_screen_alone(tmp_path: Path) -> None:
    with loaded("--plain", folder=tmp_path) as terminal:
        terminal.wait_for("begin a new map")
        terminal.wait_until(lambda: not terminal.screen.cursor.hidden, "no cursor")
    with loaded("--plain", "show", "a.json", folder=tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "--plain" in terminal.text
