"""The card of an open map, and the lines of it that are in sight."""

from debatemap.tui.features.views.views import Views
from debatemap.tui.views.card.card_view import CardView
from tests.tui.driver import Driver


def card_of(user: Driver) -> CardView:
    view = user.map.feature(Views).active
    assert isinstance(view, CardView)
    return view


async def on_the_card(user: Driver) -> CardView:
    await user.press("F")
    await user.rest()
    return card_of(user)


def drawn(view: CardView) -> list[str]:
    """Returns the lines of the card that are in sight."""
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def line_of(lines: list[str], words: str) -> int:
    return next(number for number, line in enumerate(lines) if words in line)


def line_with(view: CardView, words: str) -> str:
    return next(line for line in drawn(view) if words in line)
