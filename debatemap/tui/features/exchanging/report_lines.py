"""What was lost and mended in a file, as lines of a preview."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from textual.content import Content

from debatemap.core.text import safe_line
from debatemap.formats.loss import Loss, loss_lines
from debatemap.formats.report import ImportReport

__all__ = ["lines_of_losses", "lines_of_report"]

_SHOWN: Final = 12
"""Losses, and repairs, that are shown; of more it is said how many there are."""


def lines_of_report(report: ImportReport) -> Iterator[Content]:
    """Yields what came in, and what did not or was mended."""
    yield Content.assemble(("read     ", "$success"), safe_line(report.counted))
    yield from lines_of_losses(report.losses)
    yield from _marked(report.repairs, lambda _: ("mended   ", "$accent"))


def lines_of_losses(losses: Iterable[Loss], named: Callable[[str], str] = str) -> Iterator[Content]:
    """Yields what was not carried over as it is; what is named by an id gets a name."""
    yield from _marked(losses, lambda loss: (_fate(loss), "$warning"), named)


def _fate(loss: Loss) -> str:
    is_gone = not loss.becomes or loss.becomes.startswith("not ")
    return "lost     " if is_gone else "changed  "


def _marked(
    losses: Iterable[Loss],
    label: Callable[[Loss], tuple[str, str]],
    named: Callable[[str], str] = str,
) -> Iterator[Content]:
    found = list(losses)
    for loss in found[:_SHOWN]:
        (line,) = loss_lines([loss], named)
        yield Content.assemble(label(loss), line)
    if len(found) > _SHOWN:
        yield Content.styled(f"{len(found) - _SHOWN:,} more kinds", "$quiet")
