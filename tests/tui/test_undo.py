from tests.tui.driver import opened
from tests.tui.maps import rain


async def test_undo_and_redo_say_what_they_did() -> None:
    async with opened(rain()) as user:
        await user.press("u")
        assert user.said == "Undo: nothing to undo"
        await user.press("j", "~", "u")
        assert user.said == "Undone: made “Plants grow.” a con"
        assert not user.session.dirty
        await user.press("U")
        assert user.said == "Done again: made “Plants grow.” a con"
        assert "  - Plants grow." in user.rows
        await user.press("ctrl+r")
        assert user.said == "Redo: nothing to redo"
        await user.press("ctrl+z")
        assert "  + Plants grow." in user.rows


async def test_undo_selects_the_claim_that_comes_back_and_unfolds_to_it() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o")
        await user.go_to("Roots")
        await user.press("d", "1", "u")
        assert (user.words, user.under) == ("Roots drink.", "Plants grow.")
        assert user.said.startswith("Undone: ")


async def test_the_cursor_stays_on_its_claim_when_rows_above_it_come_and_go() -> None:
    async with opened(rain()) as user:
        await user.press("j", "~", "k", "~")
        await user.go_to("Sun")
        session = user.session
        session.undo()
        await user.pilot.pause()
        assert user.words == "Sun is good."
        session.redo()
        await user.pilot.pause()
        assert user.words == "Sun is good."


async def test_many_edits_are_undone_to_the_first_and_redone_to_the_last() -> None:
    async with opened(rain()) as user:
        before = user.rows
        await user.press("j", "~", "J", "k", "v", "j", "T", "^")
        await user.go_to("Streets")
        await user.press("d", "enter")
        await user.until_shown("Took 1 claim away from its place")
        changed = user.rows
        while user.session.can_undo:
            await user.press("u")
        assert user.rows == before
        assert not user.session.dirty
        assert "unsaved" not in user.text
        while user.session.can_redo:
            await user.press("U")
        assert user.rows == changed
        assert "● unsaved" in user.lines[0]


async def test_an_undone_reply_leaves_the_cursor_on_what_it_was_said_of() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o")
        for key, claim in (("+", "Plants grow."), ("_", "Not in winter."), ("+", "Sun is good.")):
            await user.go_to(claim)
            await user.press(key, *"New.", "enter", "escape", "u")
            assert user.words == claim
        await user.go_to("Roots")
        await user.press("L", *"sun", "enter", "u")
        assert user.words == "Roots drink."
        await user.go_to("Plants grow.")
        await user.press("d", "enter", "u")
        assert user.words == "Plants grow."


async def test_undo_stays_at_the_place_where_the_edit_was_made() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o", "G", "k")
        assert (user.words, user.under) == ("Streets flood.", "Sun is good.")
        await user.press("t", *"x", "enter", "u")
        assert (user.words, user.under) == ("Streets flood.", "Sun is good.")
        await user.go_to("Streets flood.")
        assert user.under == "Rain is good."
        await user.press("+", *"new", "enter", "escape", "u")
        assert (user.words, user.under) == ("Streets flood.", "Rain is good.")
        await user.press("D", "enter", "u")
        assert (user.words, user.under) == ("Streets flood.", "Rain is good.")


async def test_what_changes_nothing_is_not_said_to_be_done() -> None:
    async with opened(rain()) as user:
        for key in ("t", "@"):
            await user.press("z", "o", "G", "k", key, "enter")
            assert user.said == "Nothing is changed."
        assert not user.session.can_undo
