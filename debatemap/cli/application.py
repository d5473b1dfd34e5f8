"""The program as typer sees it: its commands, and what it does without one."""

import inspect
import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final

import typer

from debatemap import __version__
from debatemap.cli.commands.open import PLAIN, start
from debatemap.cli.error_reporting import guarded
from debatemap.cli.negated_words import set_apart
from debatemap.cli.output import put
from debatemap.cli.usage_errors import ToldCommand
from debatemap.core.text import SafeText
from debatemap.formats.limits import VARIABLE, Limits
from debatemap.store.locations import is_there

__all__ = ["application", "command_in", "spell_out"]

Command = Callable[..., int | None]

_LIMIT: Final = "--limit"
_PLAIN: Final = "--plain"

_COMMANDS: Final = {
    "open": "open:open_map",
    "new": "new:new",
    "show": "show:show",
    "add": "add:add",
    "set": "set_field:set_field",
    "rate": "rate:rate",
    "find": "find:find",
    "similar": "similar:similar",
    "diff": "diff:diff",
    "log": "log:log",
    "history": "history:history",
    "merge": "merge:merge",
    "join": "join:join",
    "split": "split_off:split",
    "check": "check:check",
    "judge": "judge:judge",
    "compare": "compare:compare",
    "why": "why:why",
    "crux": "crux:crux",
    "people": "people:people",
    "replay": "replay:replay",
    "tasks": "tasks:tasks",
    "whatif": "whatif:whatif",
    "stats": "stats:stats",
    "export": "export_map:export_map",
    "import": "import_map:import_map",
    "convert": "convert:convert",
    "formats": "formats:formats",
    "fmt": "fmt:fmt",
    "resolve": "resolve:resolve",
    "keys": "keys:keys",
    "schema": "schema:schema",
    "paths": "paths:paths",
}
"""The commands in the order of `--help`: the ways in first, then what looks, then the rest."""

_GIT: Final = {"install": "git:install", "uninstall": "git:uninstall", "status": "git:status"}
_SOURCE: Final = {
    "add": "source_add:add_source",
    "list": "source_list:list_sources",
    "text": "source_text:text_of_source",
    "check": "source_check:check_sources",
}
_FOR_GIT: Final = {
    "merge-driver": "git_drivers:merge_driver",
    "diff-driver": "git_drivers:diff_driver",
    "textconv": "git_drivers:textconv",
}
"""What only git calls; it is in no help."""


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


_GROUPS: Final = {
    "git": ("git:git", _GIT, _FOR_GIT),
    "source": ("source:source", _SOURCE, {}),
}
_WORDS: Final = (*_COMMANDS, *_GROUPS)


def application(arguments: Sequence[str] = ()) -> typer.Typer:
    """Returns the program, with the command that is asked for, or with all of them.

    To import all commands and to look through what each takes costs more than most of them do.

    Args:
        arguments: The command line, spelt out. What names no command wants to know of them all.
    """
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        subcommand_metavar="[MAP] | COMMAND ...",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True, help=_help(_program))(_program)
    first = command_in(arguments)
    wanted = (first,) if first else _WORDS
    _register(app, {name: _COMMANDS[name] for name in wanted if name in _COMMANDS})
    for name in (each for each in wanted if each in _GROUPS):
        about, commands, hidden = _GROUPS[name]
        group = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
        group.callback(help=_help(_command(about)))(_command(about))
        _register(group, commands)
        _register(group, hidden, hidden=True)
        app.add_typer(group, name=name)
    return app


def command_in(arguments: Sequence[str]) -> str:
    """Returns the command that a command line names, spelt out, or an empty word.

    Examples:
        >>> command_in(["--limit", "size=1GB", "show", "debate.json"]), command_in(["--help"])
        ('show', '')
    """
    first = _first_word(arguments)
    return first if first in _WORDS else ""


def _register(group: typer.Typer, commands: Mapping[str, str], *, hidden: bool = False) -> None:
    for name, place in commands.items():
        command = _command(place)
        told = group.command(name, cls=ToldCommand, help=_help(command), hidden=hidden)
        told(guarded(command))


def _command(place: str) -> Command:
    module, _, name = place.partition(":")
    command: Command = getattr(import_module(f"debatemap.cli.commands.{module}"), name)
    return command


def _first_word(arguments: Sequence[str]) -> str:
    """Returns the first argument after the options that the program itself takes."""
    begin = _end_of_limits(arguments)
    return next((word for word in arguments[begin:] if word != _PLAIN), "")


def _end_of_limits(arguments: Sequence[str]) -> int:
    begin = 0
    while begin < len(arguments) and arguments[begin].partition("=")[0] == _LIMIT:
        begin += 1 if "=" in arguments[begin] else 2
    return begin


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
        >>> spell_out(["--", "-x.json"])
        ['open', '--', '-x.json']
        >>> spell_out(["find", "debate.json", "-con"])
        ['find', '--', 'debate.json', '-con']
    """
    begin, first = _end_of_limits(arguments), _first_word(arguments)
    if first == "find":
        place = list(arguments).index(first, begin) + 1
        return [*arguments[:place], *set_apart(arguments[place:])]
    if first == "--" and arguments[-1] != first:
        return [*arguments[:begin], "open", *arguments[begin:]]
    first = first or "--"
    is_option = first.startswith("-") and first != "-"
    if is_option or first in _WORDS or _is_a_slip(first):
        return list(arguments)
    return [*arguments[:begin], "open", *arguments[begin:]]


def _is_a_slip(word: str) -> bool:
    """Tells whether a word looks like a command misspelt, and like no file."""
    if Path(word).suffix or is_there(word):
        return False
    from difflib import get_close_matches  # noqa: PLC0415  (few words name neither)

    return bool(get_close_matches(word, _WORDS))
