"""What stands beside the words of a row: one mark, real sizes, a number or a bar, and a legend."""

from pathlib import Path
from typing import Literal

import pytest
from rich.style import Style

from debatemap import edit
from debatemap.config import Config, Strengths, load_config
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.widgets.legend import SIGNS
from debatemap.tui.widgets.strength_bar import Standing, draw_standing
from debatemap.views.outline.row_layout import FORMS, Layout
from tests.strategies import star
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


def line_of(user: Driver, words: str) -> str:
    return next(line for line in user.lines[3:] if words in line)


async def test_a_note_and_sources_share_one_column_and_have_a_sign_each() -> None:
    cited = (Citation("s"),)
    claims = {
        "t": Claim("T.", note="N."),
        "b": Claim("Both of them.", note="N.", sources=cited),
        "s": Claim("Sources alone.", sources=cited),
    }
    links = {"l": Link(("b",), "supports", "t", "a0"), "m": Link(("s",), "supports", "t", "a1")}
    debate = Debate(Header("m", "M", ("t",)), claims, links, {"s": Source("A")})
    async with opened(debate, size=(80, 24)) as user:
        lines = [line_of(user, words) for words in ("◆ T.", "Both of them.", "Sources alone.")]
        places = {line.index(sign) for line, sign in zip(lines, "¶‡§", strict=True)}
        assert len(places) == 1
        await user.go_to("Both of them.")
        await user.rest()
        assert "‡ note and sources" in user.details


async def test_a_source_that_is_an_address_alone_is_told_once() -> None:
    claims = {"t": Claim("T.", sources=(Citation("s", at="page 3"),))}
    debate = Debate(Header("m", "M", ("t",)), claims, {}, {"s": Source(url="https://tea.org")})
    async with opened(debate, size=(120, 30)) as user:
        await user.rest_of_details()
        assert "§ https://tea.org, page 3" in user.details
        assert user.details.count("https://tea.org") == 1


async def test_a_fold_tells_how_many_claims_it_hides() -> None:
    async with opened(star(1_234)) as user:
        await user.press("left")
        assert " 1234 " in line_of(user, "Claim 0.")
        await user.rest()
        assert "1,234 claims in the fold" in user.details
        user.session.do(edit.add_reply(user.debate, "c1", "supports", "One more."))
        await user.press()
        assert " 1235 " in line_of(user, "Claim 0.")
    async with opened(star(12_345)) as user:
        await user.press("left")
        assert " 12k " in line_of(user, "Claim 0.")


@pytest.mark.parametrize(
    ("setting", "shown"),
    [("number", {" 60"}), ("bar", {"━━"}), ("both", {" 60", "━━"}), (True, {" 60"})],
)
async def test_strengths_are_numbers_or_bars_or_both(
    setting: Strengths | Literal[True], shown: set[str]
) -> None:
    settings = Config(strengths=setting)
    async with opened(rain(), settings=settings, size=(80, 24)) as user:
        line = line_of(user, "Plants grow.")
        assert {each for each in (" 60", "━━") if each in line} == shown
        await user.press("j", "~")
        assert "→" in line_of(user, "Rain is good."), "a move is told in words, whatever the form"
    async with opened(rain(), settings=settings, size=(50, 24)) as user:
        line = line_of(user, "Plants grow.")
        assert (" 60" in line) is (" 60" in shown)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [36, 45, 59, 60, 80, 200])
@pytest.mark.parametrize("labelled", [False, True])
def test_the_columns_at_the_right_keep_their_width(form: str, width: int, labelled: bool) -> None:  # noqa: FBT001
    layout = Layout(width, judged=True, labelled=labelled, form=form)
    for standing in (
        None,
        Standing(0.6),
        Standing(0.6, before=0.2),
        Standing(1.0, before=0.0),
        Standing(0.6, settled=False),
        Standing(0.6, reworded=True),
        Standing(0.0, assumed="absent"),
        Standing(0.6, step="true"),
    ):
        drawn = draw_standing(standing, layout, lambda _: Style(), "1234")
        assert sum(segment.cell_length for segment in drawn) == layout.COUNT + layout.strength


@pytest.mark.parametrize("said", ["7", '"wide"', "[]"])
def test_a_form_that_there_is_not_is_told_with_those_that_there_are(
    tmp_path: Path, said: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"strengths = {said}\n", encoding="utf-8")
    with pytest.raises(MapError, match='strengths: it is "number", "bar", "both", true or false'):
        load_config(path)
    path.write_text('strengths = "both"\n', encoding="utf-8")
    assert load_config(path).strength_form == "both"
    path.write_text("strengths = false\n", encoding="utf-8")
    assert not load_config(path).shows_strengths


async def test_pros_and_cons_are_counted_as_the_rows_beneath_are() -> None:
    async with opened(rain(), size=(120, 40)) as user:
        await user.rest()
        signs = [line[3] for line in user.lines[3:] if line[1:4] in {"│ ▸", "│  ", "⎧  ", "⎩  "}]
        assert signs, "rows beneath the first"
        beneath = [row for row in user.map.outline.rows if row.parent is user.map.outline.rows[0]]
        kinds = [user.debate.links[str(row.link)].stance for row in beneath]
        pros, cons = kinds.count("supports"), kinds.count("attacks")
        assert (pros, cons) == (3, 1), "joint premises are two rows"
        assert "3 pros, 1 con" in user.details
        await user.go_to("Plants grow.")
        await user.rest()
        assert "1 pro, no cons, 1 undercut" in user.details


async def test_the_help_explains_every_sign_and_enter_does_what_has_to_do_with_it() -> None:
    assert {meaning.command for meaning in SIGNS} <= BY_ID.keys()
    async with opened(rain(), size=(110, 60)) as user:
        await user.press("?")
        await user.type("signs")
        for sign in ("¶", "§", "‡", "⊣", "×2", "≈", "⎧", "━━╸─", "17", "72", "■ ┄"):
            assert any(sign in line for line in user.lines[8:]), sign
        await user.press("escape", "escape", "?", "×", "2")
        assert "stands in two places" in user.text
        await user.press("escape", "escape", "?", "≈", "enter")
        assert user.map.running == "rate"
