"""What was lost and mended in a file, as lines of a preview."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.text import safe_line
from debatemap.formats.loss import Loss, loss_lines
from debatemap.formats.report import ImportReport

if TYPE_CHECKING:
    from debatemap.core.text import SafeText

__all__ = ["lines_of_losses", "lines_of_report"]

_SHOWN: Final = 12
"""Losses, and repairs, that are shown; of more it is said how many there are."""


def lines_of_report(report: ImportReport) -> Iterator[Content]:
    """Yields what came in, and what did not or was mended."""
    yield Content.assemble(("in  ", "$success"), safe_line(report.counted))
    yield from lines_of_losses(report.losses)
    yield from _marked("fix ", "$accent", report.repairs)


def lines_of_losses(losses: Iterable[Loss], named: Callable[[str], str] = str) -> Iterator[Content]:
    """Yields what was not carried over; what is named by an id gets a name."""
    yield from _marked("out ", "$warning", losses, named)


def _marked(
    sign: str, colour: str, losses: Iterable[Loss], named: Callable[[str], str] = str
) -> Iterator[Content]:
    lines: list[SafeText] = list(loss_lines(losses, named))
    for line in lines[:_SHOWN]:
        yield Content.assemble((sign, colour), line)
    if len(lines) > _SHOWN:
        yield Content.styled(f"{sign}{len(lines) - _SHOWN:,} more kinds", "$quiet")
