"""The user's own themes and the density of rows."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.config import Config
from debatemap.store.locations import themes_folder
from debatemap.tui.system.themes import DARK, LIGHT
from debatemap.tui.system.user_themes import ThemeFileError, read_theme, user_themes
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain
from tests.tui.scenes import SIZES

FOLDER: Final = Path(__file__).parent / "shaped"


def write(name: str, text: str) -> None:
    themes_folder().mkdir(parents=True, exist_ok=True)
    (themes_folder() / name).write_text(text, encoding="utf-8")


def test_a_theme_is_one_of_ours_with_other_colours() -> None:
    theme = read_theme("sea", 'pro = "#006688"\nbackground = "black"\n')
    assert (theme.name, theme.dark, theme.background) == ("sea", True, "black")
    assert theme.variables["pro"] == "#006688"
    assert theme.variables["con"] == DARK.variables["con"]
    light = read_theme("day", "dark = false")
    assert (light.dark, light.foreground) == (False, LIGHT.foreground)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('pro = "#006688"\ncon = "#zz"', "line 2, con: “#zz” is no colour"),
        ('\nprro = "red"', "line 2, prro: a theme has no such colour; “pro” is the nearest"),
        ("pro = 3", "line 1, pro: a colour is a text"),
        ("dark = 1", "line 1, dark: it is true or false"),
        ("pro = ", "it is no TOML: Invalid value (at end of document)"),
        ("[pro]\na = 1", "line 1, pro: a colour is a text"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(text: str, words: str) -> None:
    with pytest.raises(ThemeFileError) as caught:
        read_theme("x", text)
    assert words in str(caught.value)


def test_a_folder_gives_what_can_be_used(tmp_path: Path) -> None:
    assert user_themes(tmp_path / "none") == ([], [])
    (tmp_path / "good.toml").write_text("dark = false")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "debatemap-dark.toml").write_text("")
    themes, problems = user_themes(tmp_path)
    assert [theme.name for theme in themes] == ["good"]
    assert [problem.partition(", ")[0] for problem in problems] == [
        "themes/bad.toml", "themes/debatemap-dark.toml", "themes/folder.toml",
    ]  # fmt: skip


async def test_own_themes_are_listed_and_shown_while_they_are_looked_at() -> None:
    write("asea.toml", 'pro = "#006688"')
    async with opened(rain(), size=(100, 40), settings=Config(theme="asea")) as user:
        assert user.app.theme == "asea"
        assert user.app.theme_variables["pro"] == "#006688"
        write("zz.toml", 'pro = "#112233"\naccent = "nosuch"')
        await user.press("g", "c", *"zz")
        assert "themes/zz.toml, line 2" in user.text
        assert "“nosuch”" in user.text
        write("zz.toml", 'pro = "#112233"')
        await user.press("ctrl+u", "escape", "g", "c", *"zz")
        assert user.app.theme == "zz"
        await user.press("enter")
        assert user.app.theme_variables["pro"] == "#112233"
        assert 'until you quit; theme = "zz" in config.toml keeps them.' in user.lines[-1]
        write("zz.toml", 'pro = "#445566"')
        await user.press("g", "c", "escape")
        assert user.app.theme == "zz"
        assert user.app.theme_variables["pro"] == "#445566"
        style = user.map.view.get_component_rich_style("outline--pro")
        assert style.color is not None
        assert style.color.name == "#445566"


async def test_a_wrong_file_is_told_at_the_start() -> None:
    write("bad.toml", "pro = 1")
    async with opened(rain(), size=(110, 30)) as user:
        assert user.said.startswith("Settings: themes/bad.toml, line 1, pro: a colour is a text")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])
async def test_comfortable_rows_look_as_they_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size, settings=Config(density="comfortable")) as user:
        await user.press("z", "o", "j")
        await user.rest_of_details()
        name = f"comfortable rows at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name), "#outline")


async def test_comfortable_rows_are_gone_through_and_written_in() -> None:
    async with opened(rain(), size=(80, 24), settings=Config(density="comfortable")) as user:
        await user.press("z", "o")
        heights = user.map.outline.heights
        assert {heights[index] for index in range(len(user.rows))} == {2}
        await user.press("G", "+", *"More.", "enter", "escape")
        assert user.rows[-1] == "  + More."
        await user.press("g", "g", "j", "e", *" Well.", "enter")
        assert user.words == "Plants grow. Well."


def test_no_screen_is_left_over() -> None:
    kept = {path.stem for path in FOLDER.iterdir()}
    names = {
        "a-branch-to-paste", "many-claims", "a-merge", "a-split", "a-group", "a-copy",
        "an-unplaced-claim", "an-output", "a-branch-to-split-off", "comfortable-rows",
    }  # fmt: skip
    sizes = "80-by-24", "120-by-40"
    between = {f"a-claim-between-at-{w}-by-{h}" for w, h in SIZES}
    assert kept == between | {f"{name}-at-{size}" for name in names for size in sizes}
