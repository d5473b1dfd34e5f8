"""Differences as rows of a list, one of which is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.search_query import Query
from debatemap.sync.diff.difference import Difference
from debatemap.tui.dialogs.chooser import Choice

if TYPE_CHECKING:
    from debatemap.tui.features.comparing.comparing import Comparing

__all__ = ["choices_of"]

_LINE: Final = 300
_HANG: Final = 2
"""Cells of the sign and the blank behind it."""


def choices_of(
    comparing: "Comparing", found: Sequence[Difference], query: str
) -> list[Choice[Difference]]:
    """Returns the differences whose words hold all that was typed, as rows of a list."""
    findings, asked = comparing.findings, Query(query)
    if findings is None:
        return []
    if asked.words:
        found = [difference for difference in found if asked.fits(findings.line(difference))]

    def label(difference: Difference) -> Content:
        return findings.shown(difference, _LINE, in_colour=comparing.in_colour)

    return [Choice(d, label(d), kind=findings.kind(d), hang=_HANG) for d in found]
