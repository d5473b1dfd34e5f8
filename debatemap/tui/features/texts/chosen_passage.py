"""The passage that is selected in a text, as a claim that is written there quotes it."""

from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core.text import SafeText, safe_line
from debatemap.tui.features.texts.shown_texts import ShownTexts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debatemap.tui.context import MapContext

__all__ = ["ChosenPassage", "chosen_passage", "kept_passage"]

_KEPT: Final = "passage "


class ChosenPassage(NamedTuple):
    """A passage to be quoted.

    Attributes:
        source: The id of the source.
        quote: Its words.
        at: Where they stand, as a citation says it.
    """

    source: str
    quote: str
    at: str

    @property
    def words(self) -> SafeText:
        """The passage on one line, to be put as a claim."""
        return safe_line(self.quote)

    @property
    def kept(self) -> dict[str, str]:
        """What is kept of it with the words that are being written."""
        return {f"{_KEPT}{name}": value for name, value in self._asdict().items()}


def kept_passage(place: "Mapping[str, str]") -> ChosenPassage | None:
    """Returns the passage that was kept with words that were being written, if one was."""
    found = [place.get(f"{_KEPT}{name}") for name in ChosenPassage._fields]
    source, quote, at = found
    return ChosenPassage(source, quote, at or "") if source and quote else None


def chosen_passage(context: "MapContext") -> ChosenPassage | None:
    """Returns the passage that is selected where the keys go to a text; None elsewhere."""
    view = context.feature(ShownTexts).active
    if view is None or view.page is None or view.source not in context.session.debate.sources:
        return None
    from debatemap.views.text.page import quote_at  # noqa: PLC0415  (a map opens without it)

    start, end = view.selection.span
    quote, at = quote_at(view.page.text, start, end)
    return ChosenPassage(view.source, quote, at) if quote.strip() else None
