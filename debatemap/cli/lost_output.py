"""Standard output and standard error that may be closed, full, or read by nobody.

What cannot be printed ends the program with a sentence and a status of its own, wherever in it
that is noticed: in a command, in the help, or when the last buffer is emptied. Words for the
person go nowhere where standard error cannot take them, and change no status.
"""

import contextlib
import errno
import io
import os
import select
import sys
from typing import TYPE_CHECKING, Final, TextIO

from debatemap.cli.exit_status import Status
from debatemap.cli.output import complain

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["OutputLostError", "guard_streams"]

_OUT, _ERR = 1, 2
_MODES: Final = ((0, os.O_WRONLY), (_OUT, os.O_RDONLY), (_ERR, os.O_RDONLY))
"""How the null device stands in for a closed stream: any use of it fails as it would have."""


_HELD: Final[list[TextIO]] = []


class OutputLostError(BaseException):
    """Standard output cannot be written to.

    It is no `Exception`, so that nothing on the way takes it for a failure of its own.
    """

    def __init__(self, error: OSError) -> None:
        self.error = error
        super().__init__(error)

    def tell(self) -> Status:
        """Says what went wrong, where it did, and returns the status to end with."""
        if self.error.errno == errno.EPIPE:
            return Status.PIPE_CLOSED  # The reader has what it wanted.
        is_closed = self.error.errno == errno.EBADF
        reason = "it is closed" if is_closed else self.error.strerror or str(self.error)
        complain(f"standard output cannot be written to: {reason[:1].lower()}{reason[1:]}")
        return Status.BAD


class _Output(io.FileIO):
    """A file that raises once that it cannot be written to, and then takes everything."""

    _is_lost = False

    def write(self, data: "ReadableBuffer", /) -> int:
        while not self._is_lost:
            try:
                # None, where another program made the pipe one that does not wait.
                written: int | None = super().write(data)
                if written is not None:
                    return written
                select.select([], [self], [])
            except OSError as error:
                self._is_lost = True
                self.fail(error)
        return memoryview(data).nbytes

    def fail(self, error: OSError) -> None:
        """Does what is to be done where the file failed."""
        raise OutputLostError(error)


class _Words(_Output):
    """A file that takes everything, whether or not it can be written to."""

    def fail(self, error: OSError) -> None:
        """Does nothing."""


def guard_streams() -> None:
    """Puts streams that can fail in the place of standard output and standard error."""
    for handle, mode in _MODES:
        try:
            os.fstat(handle)
        except OSError:
            # Else the next file that is opened would get the number, a map's perhaps, and be
            # written into by whatever writes to the stream.
            os.open(os.devnull, mode)
    sys.stdout = _guarded(sys.stdout, _Output(_OUT, "w", closefd=False))
    sys.stderr = _guarded(sys.stderr, _Words(_ERR, "w", closefd=False))
    # A stream that nobody holds any more would close what another one writes through.
    _HELD.extend((sys.stdout, sys.stderr))


def _guarded(stream: TextIO | None, file: _Output) -> TextIO:
    """Returns a stream like another one, which may be missing, that writes into a file."""
    if stream is not None:
        with contextlib.suppress(OSError):
            stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(file),
        encoding=stream.encoding if stream is not None else "utf-8",
        errors=(stream.errors if stream is not None else None) or "backslashreplace",
        line_buffering=file.isatty() or file.fileno() == _ERR,
    )
