"""Choose the colours, and see each while it is looked at."""

from collections.abc import Sequence

from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting

__all__ = ["ThemeScreen"]


class ThemeScreen(ChooserScreen[str]):
    """The list of themes; the highlighted one is shown at once."""

    DEFAULT_CSS = """
    ThemeScreen { align: right top; background: transparent; & > Vertical { width: 40; } }
    """

    def __init__(self, choices: Sequence[Choice[str]]) -> None:
        super().__init__(
            "Colours",
            lambda query: fitting(query, choices),
            empty="No theme has such a name.",
        )

    def look_at(self, choice: Choice[str]) -> None:
        """Shows a theme."""
        self.app.theme = choice.value
