"""An empty Textual app: the baseline of a start.

It is run as a script with the word to show, so that nothing of the tests is imported; a module
that is named after the word is imported, too, such as the program's.
"""

import sys
from importlib import import_module

import orjson  # noqa: F401  (the import is what is measured)
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

__all__ = ["EmptyApp"]


class EmptyApp(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        """Makes the word."""
        yield Static(Content(sys.argv[1]))


if __name__ == "__main__":
    for module in sys.argv[2:]:
        import_module(module)
    EmptyApp().run()
