"""How the program ends."""

from enum import IntEnum

__all__ = ["Status"]


class Status(IntEnum):
    """Exit statuses, the same for every command."""

    DONE = 0
    FOUND = 1
    """`check` found something, `fmt --check` a difference, `find` nothing: as grep and diff."""
    BAD = 2
    """Bad use or bad input; one sentence on stderr says what."""
    INTERRUPTED = 130
    PIPE_CLOSED = 141
    """The reader of the output went away: what a shell reports of any other program then."""
