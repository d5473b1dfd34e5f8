"""Fields for text: what is typed arrives whole, and no key takes a grapheme apart."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from rich.containers import Lines
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.document._document import Document
from textual.widgets import Input, TextArea

import debatemap.tui
from debatemap.core.text import clean
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.widgets import graphemes
from debatemap.tui.widgets.grapheme_area import GraphemeArea
from debatemap.tui.widgets.grapheme_lines import GraphemeLines
from debatemap.workspace.session import new_session, open_session
from tests.extent import some
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.terminal import loaded

WHOLE = {
    "a flag": "\U0001f1e9\U0001f1ea",
    "a skin tone": "\U0001f44d\U0001f3fd",
    "an accent": "x\u0301",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "an Indic conjunct": "\u0915\u094d\u0937\u093f",
    "Hangul letters": "\u1112\u1161\u11ab",
    "a key cap": "1\ufe0f\u20e3",
    "a region": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "an emoji newer than some Pythons": "\U0001fae8",
}
OTHER = {
    "Persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "a wide space": "\u65e5\u672c\u3000\u8a9e",
    "a no-break space": "10\u00a0km",
}
FIELDS = {
    "the editor": ["+"],
    "the search": ["/"],
    "the filter": ["f"],
    "the commands": [":"],
    "the picker of claims": ["L"],
    "the title": ["g", "t"],
    "the note": ["c"],
    "the tags": ["t"],
    "the sources": ["s"],
    "the maps": ["g", "o"],
    "the file's name": ["g", "s"],
    "the themes": ["g", "c"],
}
texts = st.lists(
    st.sampled_from([*WHOLE.values(), *OTHER.values(), "a", " ", "\u200d", "\u0301", "\U0001f1e9"])
).map("".join)


def boundaries(text: str) -> set[int]:
    places, here = {0}, 0
    for each in wcwidth.iter_graphemes(text):
        here += len(each)
        places.add(here)
    return places


def field_of(user: Driver) -> Input | TextArea:
    field = user.screen.focused
    if not isinstance(field, Input | TextArea):
        found = [*user.screen.query(Input), *user.screen.query(TextArea)]
        field = next(each for each in found if each.display)
        field.focus()
    return field


def text_in(field: Input | TextArea) -> str:
    return field.value if isinstance(field, Input) else field.text


def place_in(field: Input | TextArea) -> int:
    return field.cursor_position if isinstance(field, Input) else field.cursor_location[1]


async def emptied(user: Driver, keys: list[str]) -> Input | TextArea:
    """Opens a field and takes out what stands there."""
    await user.press(*keys)
    field = field_of(user)
    field.clear()
    await user.press()
    return field


@given(texts, st.data())
def test_boundaries_are_those_of_the_text(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    known = boundaries(text)
    assert graphemes.floor(text, place) == max(each for each in known if each <= place)
    assert graphemes.ceil(text, place) == min(each for each in known if each >= place)
    if place in known:
        assert graphemes.next_place(text, place) == min(
            (each for each in known if each > place), default=len(text)
        )
        assert graphemes.previous_place(text, place) == max(
            (each for each in known if each < place), default=0
        )


@given(texts, st.integers(2, 9))
def test_no_line_begins_within_a_grapheme(text: str, width: int) -> None:
    lines = GraphemeLines(Document(text), width)
    whole = boundaries(text)
    assert set(lines.get_offsets(0)) <= whole
    for y, section in enumerate(lines.get_sections(0)):
        start = sum(map(len, lines.get_sections(0)[:y]))
        for x in range(width):
            column = lines.get_target_document_column(0, x, y)
            assert column in whole
            assert start <= column <= start + len(section)


# All are of two classes; `test_no_field_of_the_program_is_textual_s_own` finds others.
@pytest.mark.parametrize(
    "place", some(FIELDS, "the editor", "the search", "the picker of claims", "the note")
)
async def test_every_field_takes_all_that_is_typed_and_deletes_whole_graphemes(
    place: str,
) -> None:
    async with opened(rain()) as user:
        field = await emptied(user, FIELDS[place])
        for name, typed in {**WHOLE, **OTHER}.items():
            await user.type(typed)
            assert text_in(field) == typed, name
            for _ in wcwidth.iter_graphemes(typed):
                await user.press("backspace")
            assert text_in(field) == "", name


@pytest.mark.parametrize("keys", [["+"], ["g", "t"]], ids=["area", "line"])
async def test_keys_go_over_whole_graphemes(keys: list[str]) -> None:
    async with opened(rain()) as user:
        field = await emptied(user, keys)
        for name, whole in WHOLE.items():
            await user.type(f"a{whole}b")
            end = 1 + len(whole)
            await user.press("left")
            assert place_in(field) == end, name
            await user.press("left")
            assert place_in(field) == 1, name
            await user.press("right")
            assert place_in(field) == end, name
            await user.press("shift+left")
            assert field.selected_text == whole, name
            await user.press("left", "delete")
            assert text_in(field) == "ab", name
            field.clear()
            await user.press()


@pytest.mark.parametrize("keys", [["+"], ["g", "t"]], ids=["area", "line"])
async def test_a_flag_can_be_typed_before_a_flag_and_a_family_before_a_child(
    keys: list[str],
) -> None:
    async with opened(rain()) as user:
        field = await emptied(user, keys)
        await user.type("\U0001f1e9\U0001f1ea")
        await user.press("home")
        await user.type("\U0001f1eb\U0001f1f7")
        assert text_in(field) == "\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea"
        field.clear()
        await user.type("\U0001f467")
        await user.press("home")
        await user.type("\U0001f468\u200d\U0001f469\u200d")
        assert text_in(field) == WHOLE["a family"]
        await user.press("left")
        assert place_in(field) == 0


@pytest.mark.parametrize("keys", [["+"], ["g", "t"]], ids=["area", "line"])
async def test_words_are_gone_over_whole_in_any_script(keys: list[str]) -> None:
    words = "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e"
    async with opened(rain()) as user:
        field = await emptied(user, keys)
        await user.type(words)
        await user.press("ctrl+left")
        assert place_in(field) == words.index(" ") + 1
        await user.press("ctrl+left")
        assert place_in(field) == 0
        await user.press("ctrl+right")
        assert place_in(field) in {words.index(" "), words.index(" ") + 1}
        await user.press("end", "ctrl+w")
        assert text_in(field) == words[: words.index(" ") + 1]
        await user.press("home")
        if isinstance(field, Input):
            field.action_delete_right_word()
        else:
            field.action_delete_word_right()
        assert text_in(field).strip() == ""


@pytest.mark.parametrize("keys", [["+"], ["g", "t"]], ids=["area", "line"])
async def test_a_click_within_a_grapheme_stands_before_it(keys: list[str]) -> None:
    async with opened(rain()) as user:
        field = await emptied(user, keys)
        await user.type("a" + WHOLE["a family"] + "b")
        for cell, place in ((0, 0), (1, 1), (2, 1), (3, 6), (4, 7), (9, 7)):
            await user.pilot.click(field, offset=(cell, 0))
            assert place_in(field) == place, cell


@pytest.mark.parametrize("keys", [["+"], ["g", "t"]], ids=["area", "line"])
async def test_the_drawn_cursor_covers_the_whole_grapheme(keys: list[str]) -> None:
    async with opened(rain()) as user:
        field = await emptied(user, keys)
        for whole in WHOLE.values():
            await user.type(f"a{whole}b")
            await user.press("left", "left")
            assert whole in user.text  # a look: the field takes its colours up when it is drawn
            segments = [(each.text, each.style) for each in field.render_line(0)]
            drawn = [style for text, style in segments if text == whole]
            assert drawn, segments
            assert drawn[0] != next(style for text, style in segments if text == "a") or Style()
            field.clear()
            await user.press()


@pytest.mark.parametrize(
    ("keys", "pasted"),
    [(["+"], "a\nb\tc ]0;PWNED"), (["g", "t"], "a b c ]0;PWNED")],
    ids=["area", "line"],
)
async def test_what_was_copied_is_pasted_by_a_key_as_by_the_terminal(
    keys: list[str], pasted: str
) -> None:
    async with opened(rain()) as user:
        field = await emptied(user, keys)
        user.app._clipboard = "a\r\nb\tc \x1b]0;PWNED\x07"
        await user.press("ctrl+v", "x")
        text = field.value if isinstance(field, Input) else field.text
        assert text == f"{pasted}x"


async def test_a_line_break_of_two_characters_goes_with_one_key() -> None:
    async with opened(rain()) as user:
        await user.press("+")
        field = user.map.part(Editor).query_one(TextArea)
        field.load_text("a\r\nb")
        field.move_cursor((1, 0))
        await user.press("backspace")
        assert field.text == "ab"


def test_no_field_of_the_program_is_textual_s_own() -> None:
    own = {"grapheme_input.py", "grapheme_area.py"}
    for file in Path(debatemap.tui.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            used: list[ast.expr] = []
            if isinstance(node, ast.Call):
                used = [node.func]
            elif isinstance(node, ast.ClassDef) and file.name not in own:
                used = node.bases
            names = {each.id for each in used if isinstance(each, ast.Name)}
            assert not names & {"Input", "TextArea", "MaskedInput"}, (
                f"{file}: {ast.unparse(node)[:60]}"
            )


def test_a_real_terminal_s_keys_arrive_whole(tmp_path: Path) -> None:
    file = tmp_path / "map.json"
    session = new_session("Whole")
    session.save(file)
    typed = " ".join([*WHOLE.values(), *OTHER.values()])
    with loaded(file, XDG_STATE_HOME=str(tmp_path)) as terminal:
        terminal.wait_for("◆ thesis")
        # The terminal of the tests draws nothing after a joiner: it is waited for what follows.
        terminal.press(f"{typed} end.\r")
        terminal.wait_for("unsaved")
        terminal.press("\r")
        terminal.press("\x13")
        terminal.wait_until_gone("unsaved")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (claim,) = open_session(file).debate.claims.values()
    assert claim.text == clean(f"{typed} end.")


async def test_undoing_many_lines_at_once_leaves_a_sound_area() -> None:
    class Small(App[None]):
        CSS = "GraphemeArea { height: 5; width: 20; }"

        def compose(self) -> ComposeResult:
            yield GraphemeArea()

    async with Small().run_test() as pilot:
        area = pilot.app.query_one(GraphemeArea)
        area.insert("a line\n" * 40)
        await pilot.pause()
        area.undo()
        await pilot.pause()
        assert (area.text, area.cursor_location) == ("", (0, 0))
        area.redo()
        await pilot.pause()
        assert area.cursor_location == (40, 0)


async def test_a_long_line_is_divided_once_for_all_of_its_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    divide, divided = Text.divide, list[int]()

    def noted(line: Text, places: Iterable[int]) -> Lines:
        divided.append(len(line))
        return divide(line, places)

    monkeypatch.setattr(Text, "divide", noted)
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("+")
        user.app._driver.send_message(events.Paste("many words " * 500))  # type: ignore[union-attr]
        await user.until_shown("many words many")
        divided.clear()
        await user.press("x")
        assert 0 < sum(length > 5_000 for length in divided) < 5
        assert user.map.part(Editor).query_one(TextArea).text.endswith("words x")
