"""What a command is; the table of them is in `commands.py`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from debatemap.tui.commands.conditions import Condition, Situation

__all__ = ["COMMAND", "PLACEHOLDER", "Command", "with_keys"]

COMMAND: Final = "command"
"""The group of workers that may ask something: input waits until they ask, or end."""

PLACEHOLDER: Final = re.compile(r"\{key:(\w+)\}")
"""Where a sentence names the key of an id."""


def with_keys(sentence: str, key_of: Callable[[str], str]) -> str:
    """Returns a sentence with keys in the place of `{key:ID}`, the id being a command's.

    Examples:
        >>> with_keys("{key:undo} undoes it.", {"undo": "u"}.__getitem__)
        'u undoes it.'
    """
    return PLACEHOLDER.sub(lambda found: key_of(found[1]), sentence)


def _always(_: Situation) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the program can do.

    Attributes:
        id: Names it in the config and names its action.
        keys: The keys that run it; a chord is keys with spaces between.
        title: What it does, in a few words, for the palette and the help.
        group: The heading that it stands under.
        help: One sentence more. It names keys as `{key:ID}`, and so does a reason.
        hint: Its name in the line of hints; empty where it does not stand there.
        reason: Says why it cannot run now; empty where it can.
        offer: Says why its hint is not shown although it can run: it would find nothing to do.
        also: Other words by which it is looked for, each with what it has to do with the command.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    group: str
    help: str = ""
    hint: str = ""
    reason: Condition = _always
    offer: Condition = _always
    also: tuple[tuple[str, str], ...] = ()

    @property
    def topic(self) -> str:
        """Its title as far as something can be said of it behind a colon.

        Examples:
            >>> Command("rate", ("r",), "Rate: how far do you hold it?", "Judge").topic
            'Rate'
        """
        return re.split(r"[:?]", self.title, maxsplit=1)[0]
