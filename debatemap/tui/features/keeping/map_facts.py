"""What the list of maps says of one beside its name: its verdict, size and date."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from debatemap.catalog.map_summary import MapSummary
from debatemap.core.text import width

__all__ = ["facts_of", "facts_within"]

_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
"""Not those of the locale, as all other words are English."""


def facts_within(summary: MapSummary, room: int, *, is_open: bool) -> str:
    """Returns what a row says of a map: as many whole parts as there is room for.

    Its date goes before its size, and that before which way it leans.
    """
    if summary.problem:
        return "cannot be read"
    side = summary.verdict.side.word if summary.verdict else ""
    words, theses = _leaning(summary), _theses(summary)
    size, day, opened = _size(summary), _day(summary), "already open" if is_open else ""
    parts = [
        *((opened, *verdict, size, day) for verdict in ((words, theses), (words,), (side,))),
        *((opened, verdict, size) for verdict in (words, side)),
        (opened, words or size or day),
        (opened or side or size or day,),
    ]
    ways = [" · ".join(filter(None, way)) for way in parts]
    return next((way for way in ways if width(way) <= room), ways[-1])


def _leaning(summary: MapSummary) -> str:
    verdict = summary.verdict
    return f"{verdict.side.word}, {verdict.about}" if verdict else ""


def _theses(summary: MapSummary) -> str:
    return f"{summary.theses} theses" if summary.verdict and summary.theses > 1 else ""


def _size(summary: MapSummary) -> str:
    if summary.is_large:
        return f"{summary.size / 10**6:,.0f} MB"
    if summary.claims < 0:
        return ""
    return "1 claim" if summary.claims == 1 else f"{summary.claims:,} claims"


def _day(summary: MapSummary) -> str:
    """Returns when a map was written, without the year where that is this one."""
    day = summary.changed.astimezone()
    is_recent = day.year == datetime.now(UTC).astimezone().year
    return f"{day.day} {_MONTHS[day.month - 1]}" if is_recent else f"{day:%Y-%m-%d}"


def facts_of(summary: MapSummary) -> Iterator[str]:
    """Yields what a preview says of a map beside its name, what matters most first."""
    if summary.problem:
        yield "cannot be read"
        return
    leaning = " · ".join(filter(None, (_leaning(summary), _theses(summary))))
    yield from filter(None, (leaning, _size(summary)))
    yield f"{summary.changed.astimezone():%Y-%m-%d}"
