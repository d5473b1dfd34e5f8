"""Our two themes, and what the other themes lack.

One accent; blue for pro and orange for con, which people with any colour vision can tell
apart (Okabe and Ito, "Color Universal Design", 2008), lighter on dark and darker on light.
"""

from typing import Final

from textual.theme import Theme

__all__ = ["DARK", "LIGHT", "VARIABLES_DARK", "VARIABLES_LIGHT"]

VARIABLES_DARK: Final[dict[str, str]] = {
    "pro": "#56b4e9",
    "con": "#f0a33f",
    "quiet": "#9298a4",
    "guide": "#3d434e",
    "selected-row": "#262b36",
    "match": "#5b4a86",
    "match-text": "#ffffff",
    "rule": "#2c313b",
}
VARIABLES_LIGHT: Final[dict[str, str]] = {
    "pro": "#0067a3",
    "con": "#a84a00",
    "quiet": "#5e636e",
    "guide": "#c9ccd3",
    "selected-row": "#e6e8f2",
    "match": "#d9ccf5",
    "match-text": "#1a1530",
    "rule": "#d6d8de",
}

DARK: Final = Theme(
    name="debatemap-dark",
    primary="#b7a4f4",
    secondary="#56b4e9",
    accent="#b7a4f4",
    warning="#f0a33f",
    error="#f2777a",
    success="#7fc8a9",
    foreground="#dcdfe6",
    background="#16181d",
    surface="#1c1f26",
    panel="#22262f",
    dark=True,
    variables=VARIABLES_DARK,
)
LIGHT: Final = Theme(
    name="debatemap-light",
    primary="#5b3fc4",
    secondary="#0067a3",
    accent="#5b3fc4",
    warning="#a84a00",
    error="#b3261e",
    success="#1c7350",
    foreground="#22252c",
    background="#fbfbfc",
    surface="#f1f2f5",
    panel="#e9eaef",
    dark=False,
    variables=VARIABLES_LIGHT,
)
