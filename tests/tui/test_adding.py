# mypy: disable-error-code="unreachable, comparison-overlap"
# The screen changes between two looks at it, which mypy does not know.
from pathlib import Path

import pytest

from debatemap.config import Config
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.views.views import Views, row_at
from debatemap.tui.features.writing import add_commands
from debatemap.tui.features.writing.editor import Editor
from tests.strategies import chain
from tests.tui.driver import Driver, opened
from tests.tui.maps import empty, rain


async def test_pros_are_added_in_a_series_that_enter_on_nothing_ends() -> None:
    async with opened(rain(), settings=Config(name="Zoë")) as user:
        await user.press("j", "+")
        assert user.writing
        assert user.heading == "+ pro of “Plants grow.”"
        await user.type("One")
        assert "Rain is good." in user.text, "what stands above is in sight"
        await user.press("enter")
        assert user.writing, "the next of the series"
        await user.type("Two")
        await user.press("enter", "enter")
        assert not user.writing
        assert user.rows[1:6] == [
            "  + Plants grow.",
            "    -! Not in winter.",
            "    + Roots drink.",
            "    + One",
            "    + Two",
        ]
        assert user.words == "Two"
        added = next(claim for claim in user.debate.claims.values() if claim.text == "One")
        assert added.by == "Zoë"
        await user.press("u")
        assert "    + Two" not in user.rows
        assert "    + One" in user.rows, "each claim is a step of its own"


async def test_keys_that_come_in_a_burst_all_reach_the_claim_that_they_are_for() -> None:
    async with opened(rain()) as user:
        await user.press("G", "+")
        user.send("O", "n", "e", "enter", "T", "w", "o", "enter", "enter")
        await user.press()
        assert user.rows[-3:] == ["* Snow is white.", "  + One", "  + Two"]
        assert not user.writing
        await user.press("c")
        user.send("n", "o", "t", "e", "ctrl+s")
        await user.press()
        assert user.debate.claims[user.map.row.claim].note == "note"  # type: ignore[union-attr]


async def test_a_con_of_a_claim_without_replies_unfolds_it() -> None:
    async with opened(rain()) as user:
        await user.press("G", "-")
        assert user.heading == "− con of “Snow is white.”"
        await user.type("No")
        await user.press("enter")
        assert "Added the con" in user.text
        assert user.said == "", "the keys of the editor stay in sight"
        assert "Enter again ends" in user.hints
        await user.press("enter")
        assert user.rows[-2:] == ["* Snow is white.", "  - No"]
        assert user.words == "No"


async def test_an_undercut_and_a_backing_speak_to_the_step() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j", "_")
        assert user.heading == "⊣ undercut of the step from “Streets flood.”"
        await user.type("Why")
        await user.press("enter", "enter")
        assert user.rows[2:4] == ["  - Streets flood.", "    -! Why"]
        await user.press("k", "*")
        await user.type("So")
        await user.press("enter", "enter")
        assert "    +! So" in user.rows
        links = [link for link in user.debate.links.values() if link.target == "l-floods"]
        assert {link.stance for link in links} == {"attacks", "supports"}


async def test_a_sibling_stands_right_after_the_selected_claim_with_its_stance() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j", "o")
        await user.type("Mud")
        await user.press("enter", "enter")
        assert user.rows[1:4] == ["  + Plants grow.", "  - Streets flood.", "  - Mud"]
        assert user.words == "Mud"


async def test_a_thesis_and_a_claim_for_later_are_added() -> None:
    async with opened(rain()) as user:
        await user.press("O")
        await user.type("Fog")
        await user.press("enter")
        assert not user.writing
        assert user.words == "Fog"
        assert [row for row in user.rows if row[0] == "*"][:2] == ["* Rain is good.", "* Fog"]
        await user.press("a")
        await user.type("Hm")
        await user.press("enter")
        assert user.rows[-1] == "* Hm"
        assert len(user.debate.header.theses) == 3


async def test_a_claim_is_inserted_between_two() -> None:
    async with opened(rain()) as user:
        await user.press("j", "b")
        assert "A claim between “Plants grow.” and what it stands under" in user.text
        await user.type("Mid")
        await user.press("enter")
        assert user.words == "Mid"
        await user.press("l")
        assert user.rows[1:3] == ["  + Mid", "    + Plants grow."]


async def test_an_empty_map_names_the_key_to_begin_with() -> None:
    async with opened(empty()) as user:
        await user.press("escape")
        assert "Nothing is claimed yet." in user.text
        assert "Press O to add a thesis." in user.text
        await user.press("j", "k", "l", "h", "space", "d", "e", "L", "G", "g", "g")
        assert user.said == "" or "no claim" in user.said
        await user.press("O")
        await user.type("Go")
        await user.press("enter", "escape")
        assert user.rows == ["* Go"]
        assert "Nothing is claimed" not in user.text
        await user.press("u")
        assert "Nothing is claimed yet." in user.text


async def test_words_are_changed_in_place() -> None:
    async with opened(rain()) as user:
        await user.press("j", "e")
        assert user.heading == "+ pro of “Rain is good.”"
        await user.press("backspace")
        await user.type("!")
        await user.press("enter")
        assert not user.writing
        assert user.words == "Plants grow!"
        assert user.rows[1] == "  + Plants grow!"


async def test_the_words_of_a_claim_with_two_places_change_in_both() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j", "e")
        assert user.heading == "in both its places: − con of “Rain is good.”"
        await user.press("home")
        await user.type("All ")
        await user.press("enter")
        assert [row for row in user.rows if "flood" in row] == ["  - All Streets flood."] * 2


async def test_the_heading_says_what_is_written_and_cuts_the_claim_alone() -> None:
    async with opened(rain(), size=(44, 24)) as user:
        await user.press("j", "l", "j", "e")
        assert user.heading == "⊣ undercut of the step from “Pla …”"
        await user.press("escape", "-")
        assert user.heading == "− con of “Not in winter.”"


async def test_ctrl_j_makes_a_new_line_and_the_rows_make_room() -> None:
    async with opened(rain()) as user:
        await user.press("j", "-")
        await user.type("a")
        before = user.map.part(Editor).region.height
        await user.press("ctrl+j")
        await user.type("b")
        assert user.map.part(Editor).region.height == before + 1
        assert "Streets flood." in user.text, "the rows below are pushed down"
        await user.press("enter", "enter")
        assert user.words == "a\nb"


async def test_long_words_wrap_in_the_editor_and_survive_a_resize() -> None:
    async with opened(rain(), size=(60, 20)) as user:
        await user.press("j", "+")
        user.map.part(Editor).query_one("Writing").load_text("many words " * 12)  # type: ignore[attr-defined]
        await user.pilot.pause()
        await user.pilot.resize_terminal(44, 16)
        await user.pilot.pause()
        assert user.map.part(Editor).text.count("many") == 12
        editor = user.map.part(Editor).region
        assert editor.height == user.map.part(Editor).lines > 4
        assert user.map.view.region.contains_region(editor)
        await user.press("enter", "enter")
        assert user.words.startswith("many words many")


async def _write(user: Driver, *keys: str) -> None:
    await user.press("j", "+")
    await user.type("Kept")
    await user.press("escape", *keys)


async def test_escape_asks_and_keeps_what_was_written() -> None:
    async with opened(rain()) as user:
        await _write(user)
        assert "Keep what you wrote?" in user.text
        await user.press("k")
        assert not user.writing
        assert "    + Kept" in user.rows


@pytest.mark.parametrize("key", ["d", "escape"])
async def test_escape_asks_and_drops_what_was_written(key: str) -> None:
    async with opened(rain()) as user:
        await _write(user, key)
        assert not user.writing
        assert not any("Kept" in claim.text for claim in user.debate.claims.values())


async def test_escape_asks_and_goes_on_writing() -> None:
    async with opened(rain()) as user:
        await _write(user, "w")
        assert user.writing
        assert user.map.part(Editor).text == "Kept"
        await user.type("!")
        assert user.map.part(Editor).text == "Kept!"


async def test_escape_with_nothing_written_closes_at_once() -> None:
    async with opened(rain()) as user:
        await user.press("j", "+", "escape")
        assert not user.writing
        assert not user.is_asked
        assert user.words == "Plants grow."
        await user.press("e", "escape")
        assert not user.writing
        assert not user.session.dirty


async def test_an_editor_s_words_become_the_claim_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "my editor"
    script.write_text('#!/bin/sh\nprintf "Grass %s" "$1" > "$2"\n')
    script.chmod(0o700)
    assert add_commands._edited(f"'{script}' grows.", "before").startswith("Grass grows.")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "")
    async with opened(rain()) as user:
        await user.press("j", "E")
        assert "$EDITOR" in user.said
        monkeypatch.setenv("EDITOR", f"'{script}' grows.")
        await user.press("E")
        await user.rest()
        assert user.words == "Plants grow.", "there is no terminal to lend here"
        assert user.said.endswith("the claim is as it was.")


@pytest.mark.parametrize(
    ("saved", "read"), [(r"\357\273\277Caf\303\251.\r\n", "Café.\n"), (r"Caf\351.\n", None)]
)
def test_an_editor_may_save_a_mark_before_utf_8_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: str, read: str | None
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    script = tmp_path / "editor"
    script.write_text(f'#!/bin/sh\nprintf "{saved}" > "$1"\n')
    script.chmod(0o700)
    if read is not None:
        assert add_commands._edited(str(script), "before") == read
        assert [*tmp_path.glob("claim-*")] == []
        return
    with pytest.raises(ValueError, match=r"no text in UTF-8 \(byte 3\), and stays in") as refused:
        add_commands._edited(str(script), "before")
    (kept,) = tmp_path.glob("claim-*")
    assert str(kept) in str(refused.value)
    assert kept.read_bytes() == b"Caf\xe9.\n"


async def test_note_tags_author_and_rating_are_asked_for() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j", "t")
        await user.type("mud, wet")
        await user.press("enter")
        assert user.debate.claims["floods"].tags == ("mud", "wet")
        await user.press("@")
        await user.type("Me")
        await user.press("enter")
        assert user.debate.claims["floods"].by == "Me"
        await user.press("c")
        await user.type("n")
        await user.press("ctrl+s")
        assert user.debate.claims["floods"].note == "n"
        await user.press("r")
        await user.type("Ann")
        await user.press("enter")
        await user.type("80")
        await user.press("enter")
        assert user.debate.stances["Ann"] == {"floods": 80}
        await user.press("r")
        assert "80" in user.text
        await user.type("x")
        await user.press("enter")
        assert "“x” is no number" in user.said, "what is typed replaces the rating"
        await user.rest()
        for part in ("#mud", "#wet", "Me", "Ann holds it 80 of 100"):
            assert part in user.details


async def test_a_note_that_is_left_is_asked_about() -> None:
    async with opened(rain()) as user:
        await user.press("c")
        await user.type("x")
        await user.press("escape")
        assert "Escape again drops what you wrote" in user.text
        await user.press("escape")
        assert not user.is_asked
        assert user.debate.claims["rain"].note == ""


async def test_a_source_is_added_and_removed() -> None:
    async with opened(rain()) as user:
        await user.press("s")
        assert "It has no source." in user.text or "add a source" in user.text
        await user.press("enter", "shift+tab", "up")
        for words in ("A", "T", "", "2024", "said", "p. 1"):
            await user.press("tab")
            await user.type(words)
        await user.press("tab", "s", "enter")
        cited = user.debate.claims["rain"].sources[0]
        assert cited.kind == "study"
        assert "p. 1, study" in user.text
        assert (cited.quote, cited.at) == ("said", "p. 1")
        assert user.debate.sources[cited.ref][:4] == ("A", "T", "", "2024")
        await user.press("ctrl+x")
        assert user.debate.claims["rain"].sources == ()
        await user.press("escape")
        assert not user.is_asked


async def test_an_address_is_shown_whole_before_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    monkeypatch.setattr("webbrowser.open", went.append)
    debate = rain()
    async with opened(debate) as user:
        await user.press("j", "s", "ctrl+o")
        assert "https://example.org/a" in user.text
        await user.press("n")
        assert went == []
        await user.press("ctrl+o", "y")
        assert went == ["https://example.org/a"]
        await user.press("escape")


async def test_a_thesis_is_added_from_a_place_that_the_outline_does_not_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = row_at(((None, "sun"), ("l-too", "floods")))
    async with opened(rain()) as user:
        monkeypatch.setattr(Views, "row", place)
        await user.press("O", *"New.", "enter", "escape")
        theses = [user.debate.claims[claim].text for claim in user.debate.header.theses]
        assert theses == ["Rain is good.", "Sun is good.", "New."]


@pytest.mark.parametrize("view", ["", "F"])
async def test_the_editor_has_its_place_before_it_is_drawn_first(view: str) -> None:
    async with opened(rain()) as user:
        await user.press("j", *view)
        user.map.run_command(BY_ID["add_pro"])
        editor = user.map.part(Editor)
        assert editor.is_open
        drawn = editor.styles.offset, editor.styles.width, editor.styles.height
        await user.press()
        assert drawn == (editor.styles.offset, editor.styles.width, editor.styles.height)
        assert editor.size.height == editor.lines


async def test_a_reply_deeper_than_guides_go_is_written_without_them() -> None:
    async with opened(chain(60), size=(80, 24)) as user:
        await user.press("z", "o", "G", "-")
        assert user.writing
        assert "│ │ │ │ │" not in user.text
