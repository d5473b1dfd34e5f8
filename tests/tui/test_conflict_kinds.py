"""The list of conflicts: its kinds under headings that count them."""

from debatemap.core.debate import Debate
from debatemap.sync.merge.conflict import Conflict, conflicts_in, with_conflicts
from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen
from debatemap.tui.widgets.choice_list import ChoiceList
from tests.tui.driver import Driver, opened
from tests.tui.maps import disputed, rain


def listed(user: Driver) -> list[str]:
    """Returns the rows of the list."""
    region = user.screen.query_one(ChoiceList).region
    lines = user.lines[region.y : region.bottom]
    return [line[region.x : region.right].strip() for line in lines if line.strip()]


def with_dates() -> Debate:
    """Returns the weather with conflicts about a date, the words of two claims, and a note."""
    debate = rain()
    found = [
        Conflict(("claims", "sun", "text"), "a", ("b", "c")),
        Conflict(("claims", "rain", "created"), "2026-01-01", ("2026-01-02", "2026-01-03")),
        Conflict(("claims", "rain", "text"), "a", ("b", "c")),
    ]
    return Debate(
        with_conflicts(debate.header, [each.shape() for each in found]),
        debate.claims,
        debate.links,
        debate.sources,
    )


async def test_the_kinds_are_counted_under_headings() -> None:
    debate = disputed()
    async with opened(debate, size=(100, 30)) as user:
        await user.press("C")
        rows = listed(user)
        assert rows[0] == "The map  1"
        assert "Words of claims  1" in rows
        headings = [row for row in rows if row[-1].isdigit()]
        assert sum(int(row.split()[-1]) for row in headings) == len(conflicts_in(debate))


async def test_keys_go_from_conflict_to_conflict_over_the_headings() -> None:
    async with opened(with_dates(), size=(100, 30)) as user:
        await user.press("C")
        assert [row for row in listed(user) if row.startswith("Words")] == ["Words of claims  2"]
        places = [user.lines[0].split()[-3]]
        for key in ("j", "j", "j", "k", "l", "l"):
            await user.press(key)
            places.append(user.lines[0].split()[-3])
        assert places == ["1", "2", "3", "3", "2", "3", "1"]


async def test_a_date_that_is_written_must_be_one() -> None:
    async with opened(with_dates(), size=(120, 30)) as user:
        await user.press("C")
        screen = user.screen
        assert isinstance(screen, ConflictsScreen)
        for _ in range(3):
            if screen.selected is not None and screen.selected.path[-1] == "created":
                break
            await user.press("j")
        await user.press("e", "ctrl+u", *"soon", "enter")
        assert "“soon” is no date; write it as ISO 8601 has it" in user.text
        assert len(conflicts_in(user.debate)) == 3
        await user.press("e", "ctrl+u", *"2026-02", "enter")
        assert user.debate.claims["rain"].created == "2026-02"
