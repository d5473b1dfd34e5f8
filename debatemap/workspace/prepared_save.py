"""A save that is prepared on the main thread and written in any other."""

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["PreparedSave"]


@dataclass(slots=True)
class PreparedSave:
    """A save in two parts: `write` in any thread, then `finish` where the session lives.

    Called, it does both.

    Attributes:
        write: Writes the file. It holds all that it needs and reads no session.
        finish: Tells the session of it, also after an error.
    """

    write: Callable[[], None]
    finish: Callable[[], None]

    def __call__(self) -> None:
        """Writes the file and tells the session."""
        try:
            self.write()
        finally:
            self.finish()
