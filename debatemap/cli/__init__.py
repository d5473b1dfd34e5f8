"""The command line: what can be done with a map without the screen, and the way to the screen.

Data goes to stdout and words to stderr. The exit statuses are in `debatemap.cli.exit_status`.
Heavy modules are imported by the commands that need them, so that `--help` and the shell's
completion stay quick.
"""

import sys
from collections.abc import Sequence

from debatemap.cli.exit_status import Status

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the program and exits.

    Args:
        arguments: What stands on the command line after the program's name.
    """
    try:
        # Within: who presses ctrl+c while the program starts gets no traceback either.
        from debatemap.core import collector  # noqa: PLC0415

        # A command is over before garbage could matter; looking for it takes a third of the time
        # that a large map needs. The screen looks for it again. It is done before all else is
        # imported, as what imports make is there to stay.
        collector.rest()
        from debatemap.cli.run import run  # noqa: PLC0415

        run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        sys.exit(Status.INTERRUPTED)
