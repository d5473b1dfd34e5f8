"""Rows of a list are wrapped under their own first letter, whatever line of the row it is."""

from textual.content import Content

from debatemap.tui.widgets.choice_list import ListRow


def test_a_further_line_with_a_sign_is_wrapped_behind_the_sign() -> None:
    label = Content("56 % + one two three\n     ⊣ four five six\n       under “seven eight”")
    assert ListRow(label, 7).at_width(17).plain.split("\n") == [
        "56 % + one two", "       three",
        "     ⊣ four five", "       six",
        "       under", "       “seven", "       eight”",
    ]  # fmt: skip


def test_a_row_that_has_no_cells_is_drawn_all_the_same() -> None:
    assert ListRow(Content("a + word")).get_height({}, 0) > 0
