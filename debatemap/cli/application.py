"""The program as typer sees it: its commands, and what it does without one."""

import inspect
import os
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Final

import typer

from debatemap import __version__
from debatemap.cli.commands.add import add
from debatemap.cli.commands.check import check
from debatemap.cli.commands.compare import compare
from debatemap.cli.commands.convert import convert
from debatemap.cli.commands.crux import crux
from debatemap.cli.commands.diff import diff
from debatemap.cli.commands.export_map import export_map
from debatemap.cli.commands.find import find
from debatemap.cli.commands.fmt import fmt
from debatemap.cli.commands.formats import formats
from debatemap.cli.commands.git import git, install, status, uninstall
from debatemap.cli.commands.git_drivers import diff_driver, merge_driver, textconv
from debatemap.cli.commands.history import history
from debatemap.cli.commands.import_map import import_map
from debatemap.cli.commands.join import join
from debatemap.cli.commands.judge import judge
from debatemap.cli.commands.keys import keys
from debatemap.cli.commands.log import log
from debatemap.cli.commands.merge import merge
from debatemap.cli.commands.new import new
from debatemap.cli.commands.open import PLAIN, open_map, start
from debatemap.cli.commands.paths import paths
from debatemap.cli.commands.people import people
from debatemap.cli.commands.rate import rate
from debatemap.cli.commands.replay import replay
from debatemap.cli.commands.resolve import resolve
from debatemap.cli.commands.schema import schema
from debatemap.cli.commands.set_field import set_field
from debatemap.cli.commands.show import show
from debatemap.cli.commands.similar import similar
from debatemap.cli.commands.source import source
from debatemap.cli.commands.source_add import add_source
from debatemap.cli.commands.source_check import check_sources
from debatemap.cli.commands.source_list import list_sources
from debatemap.cli.commands.source_text import text_of_source
from debatemap.cli.commands.split_off import split
from debatemap.cli.commands.stats import stats
from debatemap.cli.commands.tasks import tasks
from debatemap.cli.commands.whatif import whatif
from debatemap.cli.commands.why import why
from debatemap.cli.error_reporting import guarded
from debatemap.cli.output import put
from debatemap.core.text import SafeText
from debatemap.formats.limits import VARIABLE, Limits
from debatemap.store.locations import is_there

__all__ = ["app", "spell_out"]

Command = Callable[..., int | None]

_LIMIT: Final = "--limit"
_PLAIN: Final = "--plain"

_COMMANDS: Final[dict[str, Command]] = {
    "open": open_map,
    "new": new,
    "show": show,
    "add": add,
    "set": set_field,
    "rate": rate,
    "find": find,
    "similar": similar,
    "diff": diff,
    "log": log,
    "history": history,
    "merge": merge,
    "join": join,
    "split": split,
    "check": check,
    "judge": judge,
    "compare": compare,
    "why": why,
    "crux": crux,
    "people": people,
    "replay": replay,
    "tasks": tasks,
    "whatif": whatif,
    "stats": stats,
    "export": export_map,
    "import": import_map,
    "convert": convert,
    "formats": formats,
    "fmt": fmt,
    "resolve": resolve,
    "keys": keys,
    "schema": schema,
    "paths": paths,
}
"""The commands in the order of `--help`: the ways in first, then what looks, then the rest."""

_GIT: Final[dict[str, Command]] = {"install": install, "uninstall": uninstall, "status": status}
_SOURCE: Final[dict[str, Command]] = {
    "add": add_source,
    "list": list_sources,
    "text": text_of_source,
    "check": check_sources,
}
_FOR_GIT: Final[dict[str, Command]] = {
    "merge-driver": merge_driver,
    "diff-driver": diff_driver,
    "textconv": textconv,
}
"""What only git calls; it is in no help."""

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    subcommand_metavar="[MAP] | COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _help(command: Callable[..., object]) -> str:
    """Returns a command's docstring, its examples marked to be left as they are laid out."""
    return inspect.cleandoc(command.__doc__ or "").replace("Examples:\n", "\b\nExamples:\n")


def _raise_limits(given: list[str]) -> list[str]:
    """Puts limits into force, here and in what git starts."""
    try:
        Limits.read(given)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    if given:
        os.environ[VARIABLE] = " ".join(given)
    return given


def _program(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    plain: Annotated[bool, typer.Option(_PLAIN, help=PLAIN)] = False,
    limit: Annotated[  # noqa: ARG001  (its callback does it)
        list[str],
        typer.Option(
            _LIMIT,
            metavar="NAME=VALUE",
            callback=_raise_limits,
            help="Read a larger map, before the command: size=500MB (of bytes; 100MB), values=10M "
            f"(3M) or depth=100 (64). In {VARIABLE}, several stand with spaces between.",
            show_default=False,
        ),
    ] = [],  # noqa: B006  (typer copies it)
) -> None:
    """Map a debate in the terminal: claims, counterclaims and the links between them.

    With MAP alone, opens the map on the screen; with nothing, opens the start screen.

    Examples:
      debatemap debate.json          open a map on the screen
      debatemap show debate.json     print it as numbered prose
      debatemap COMMAND --help       tell more of a command
    """
    if version:
        put(SafeText(f"debatemap {__version__}"))
    elif context.invoked_subcommand is None:
        guarded(start)(plain=plain)
    elif plain:
        raise typer.BadParameter(f"{_PLAIN} is for the screen: it goes with a MAP, or alone")


def _register(group: typer.Typer, commands: Mapping[str, Command], *, hidden: bool = False) -> None:
    for name, command in commands.items():
        group.command(name, help=_help(command), hidden=hidden)(guarded(command))


app.callback(invoke_without_command=True, help=_help(_program))(_program)
_register(app, _COMMANDS)
_git = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
_git.callback(help=_help(git))(git)
_register(_git, _GIT)
_register(_git, _FOR_GIT, hidden=True)
app.add_typer(_git, name="git")
_source = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
_source.callback(help=_help(source))(source)
_register(_source, _SOURCE)
app.add_typer(_source, name="source")
_WORDS: Final = (*_COMMANDS, "git", "source")


def spell_out(arguments: Sequence[str]) -> list[str]:
    """Returns the command line with the `open` that `debatemap MAP` leaves out.

    Examples:
        >>> spell_out(["debate.json", "--read-only"])
        ['open', 'debate.json', '--read-only']
        >>> spell_out(["show", "debate.json"])
        ['show', 'debate.json']
        >>> spell_out(["--limit", "size=1GB", "debate.json"])
        ['--limit', 'size=1GB', 'open', 'debate.json']
        >>> spell_out(["--plain", "debate.json"])
        ['open', '--plain', 'debate.json']
    """
    begin = 0
    while begin < len(arguments) and arguments[begin].partition("=")[0] == _LIMIT:
        begin += 1 if "=" in arguments[begin] else 2
    named = [word for word in arguments[begin:] if word != _PLAIN]
    first = named[0] if named else "--"
    is_option = first.startswith("-") and first != "-"
    if is_option or first in _WORDS or _is_a_slip(first):
        return list(arguments)
    return [*arguments[:begin], "open", *arguments[begin:]]


def _is_a_slip(word: str) -> bool:
    """Tells whether a word looks like a command misspelt, and like no file."""
    is_plain = not Path(word).suffix and not is_there(word)
    return is_plain and bool(get_close_matches(word, _WORDS))
