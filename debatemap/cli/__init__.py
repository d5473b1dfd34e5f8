"""The command line: what can be done with a map without the screen, and the way to the screen.

Data goes to stdout and words to stderr. The exit statuses are in `debatemap.cli.status`.
Heavy modules are imported by the commands that need them, so that `--help` and the shell's
completion stay quick.
"""

import sys
from collections.abc import Sequence

from debatemap import collector
from debatemap.cli.application import app, spell_out
from debatemap.cli.lost_output import OutputLostError, guard_streams
from debatemap.cli.status import Status
from debatemap.cli.streams import prepared
from debatemap.config import glyphs_setting

__all__ = ["app", "main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the program and exits.

    Args:
        arguments: What stands on the command line after the program's name.
    """
    # A command is over before garbage could matter; looking for it takes a third of the time that
    # a large map needs. The screen looks for it again.
    collector.rest()
    given = sys.argv[1:] if arguments is None else arguments
    guard_streams()
    signs = glyphs_setting()
    sys.stdout, sys.stderr = prepared(sys.stdout, signs), prepared(sys.stderr, signs)
    try:
        try:
            app(spell_out(given), prog_name="debatemap")
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(Status.INTERRUPTED)
    except OutputLostError as lost:
        sys.exit(lost.tell())
