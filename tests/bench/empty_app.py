"""An empty Textual app that imports what the program stands on: the baseline of a start."""

import networkx  # noqa: F401  (the import is what is measured)
import orjson  # noqa: F401
import pydantic  # noqa: F401
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from tests.bench.maps import MARKER

__all__ = ["EmptyApp"]


class EmptyApp(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        """Makes the word."""
        yield Static(Content(MARKER))


if __name__ == "__main__":
    EmptyApp().run()
