"""Run one command line, with the streams that it has."""

import sys
from collections.abc import Sequence

from debatemap.cli.application import application, command_in, spell_out
from debatemap.cli.lost_output import OutputLostError, guard_streams
from debatemap.cli.safe_streams import prepared
from debatemap.cli.still_working import told_of
from debatemap.config import glyphs_setting

__all__ = ["run"]


def run(arguments: Sequence[str]) -> None:
    """Runs a command and exits with its status, or returns where that is 0.

    Args:
        arguments: What stands on the command line after the program's name.

    Raises:
        KeyboardInterrupt: The user has interrupted it.
    """
    guard_streams()
    signs = glyphs_setting()
    sys.stdout, sys.stderr = prepared(sys.stdout, signs), prepared(sys.stderr, signs)
    try:
        try:
            spelt = spell_out(arguments)
            with told_of(command_in(spelt)):
                application(spelt)(spelt, prog_name="debatemap")
        finally:
            sys.stdout.flush()
    except OutputLostError as lost:
        sys.exit(lost.tell())
