"""Lists that show the first of many choices, and say how many more there are."""

from collections.abc import Sequence
from typing import TypeVar

from textual.content import Content

from debatemap.tui.dialogs.chooser import Choice

__all__ = ["at_most", "with_rest"]

Value = TypeVar("Value")


def at_most(choices: Sequence[Choice[Value]], most: int) -> Sequence[Choice[Value]]:
    """Returns the first choices, and below them how many are left out."""
    return with_rest(choices[:most], len(choices) - most)


def with_rest(choices: Sequence[Choice[Value]], rest: int) -> Sequence[Choice[Value]]:
    """Returns choices, and below them that typing leads to so many more; nothing for none."""
    if rest <= 0 or not choices:
        return choices
    label = Content.styled(f"and {rest:,} more: type to find", "$quiet")
    return [*choices, Choice(choices[-1].value, label, disabled=True)]
