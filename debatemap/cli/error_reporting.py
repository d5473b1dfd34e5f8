"""The one place where an error becomes a sentence, and a result an exit status."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from debatemap.cli.exit_status import Status
from debatemap.cli.output import complain

__all__ = ["UseError", "guarded"]

Parameters = ParamSpec("Parameters")


class UseError(Exception):
    """The command cannot do what it was asked to; the message says why, and what would do."""


def guarded(command: Callable[Parameters, int | None]) -> Callable[Parameters, None]:
    """Returns a command that ends in an exit status, and in no traceback that can be helped.

    Args:
        command: Does the work and returns a status; None stands for `Status.DONE`.
    """

    @wraps(command)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            status = command(*args, **kwargs) or Status.DONE
        except KeyboardInterrupt:
            status = Status.INTERRUPTED
        except OSError as error:
            where = f"{error.filename}: " if isinstance(error.filename, str) else ""
            complain(f"{where}the system refused: {error.strerror or error}")
            status = Status.BAD
        except Exception as error:
            if not _is_for_the_user(error):
                raise
            complain(str(error))
            status = Status.BAD
        if status:
            raise typer.Exit(status)

    return run


def _is_for_the_user(error: Exception) -> bool:
    """Tells whether an error's words are a sentence for the person who ran the command."""
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.edit.builder import EditRefusedError  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.workspace.session import ReadOnlyError  # noqa: PLC0415

    return isinstance(error, (UseError, MapError, EditRefusedError, ReadOnlyError))
