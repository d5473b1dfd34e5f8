"""Commands whose errors of use say what to type instead."""

import re
from typing import Any, Final

import typer
from typer.core import TyperCommand

__all__ = ["ToldCommand"]

_NUMBERS: Final = (
    (re.compile(r"is not a valid float(?: range)?\."), "is no number."),
    (re.compile(r"is not a valid int(?:eger)?(?: range)?\."), "is no whole number."),
    (re.compile(r"is not in the range x>=(\d+)\."), r"is less than \1."),
)
"""How the library words what is no number."""


class ToldCommand(TyperCommand):
    """A command that tells of `--` where words begin with a dash, and of numbers in plain words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  (typer's own context is private)
        """Returns what is left of a command line once options and arguments are taken in."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            for pattern, words in _NUMBERS:
                error.message = pattern.sub(words, error.message)
            raise
        except Exception as error:
            # What the library raises for an unknown option has no public name.
            option = getattr(error, "option_name", "")
            if isinstance(option, str) and re.match(r"-[^-]", option) and hasattr(error, "message"):
                error.message += ". If it is meant as words, put it last, behind --"
            raise
