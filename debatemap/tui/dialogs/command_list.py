"""Every command, to search and to run: the palette and the help."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from debatemap.core.folding import fold
from debatemap.core.search_query import Query
from debatemap.tui.commands.command_table import BY_ID, COMMANDS, KEYS, Command
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.key_table import in_short
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.dialogs.chooser import ACCEPTS_OR_LEAVES, MOVES, Choice, ChooserScreen
from debatemap.tui.widgets.legend import SIGNS

__all__ = ["help_screen", "palette_screen"]

_KEYS = 19
_LEGEND: Final = "Signs: the legend"
_HELP_HINTS: Final = (MOVES, *ACCEPTS_OR_LEAVES, "type “signs” for what signs mean")


def palette_screen(keymap: Keymap, situation: Situation) -> ChooserScreen[Command]:
    """Returns the palette: commands by name, those that can run now first."""

    def find(query: str) -> Sequence[Choice[Command]]:
        found = _fitting(keymap, query)
        found.sort(key=lambda c: (bool(c.reason(situation)), _rank(c, keymap, query)))
        meant = [(c, why) for c in COMMANDS if c not in found and (why := _meant(c, query))]
        return [
            *(_choice(command, keymap, situation, sort=True) for command in found),
            *(_choice(command, keymap, situation, sort=True, why=why) for command, why in meant),
        ]

    return ChooserScreen("Commands", find, empty="No command has such a name.")


def help_screen(keymap: Keymap, situation: Situation) -> ChooserScreen[Command]:
    """Returns the help: commands by group, each with a sentence; Enter runs one."""

    def find(query: str) -> Sequence[Choice[Command]]:
        found = _fitting(keymap, query, KEYS)
        choices = [_choice(command, keymap, situation, explain=True) for command in found]
        return [*choices, *_legend(query)]

    title = keymap.fill("Keys and help: type to search, {key:list_accept} runs a command")
    return ChooserScreen(title, find, empty="No command has such a name.", hints=_HELP_HINTS)


def _legend(query: str) -> list[Choice[Command]]:
    """Returns what signs mean, each with the command that has to do with it."""
    asked = Query(query)
    found = [
        meaning
        for meaning in SIGNS
        if query.strip() in meaning.sign.split() or asked.fits(f"{meaning.words} {_LEGEND}")
    ]
    return [
        Choice(
            BY_ID[meaning.command],
            Content.assemble((meaning.sign.ljust(_KEYS), "$accent"), meaning.words),
            kind=_LEGEND,
            hang=_KEYS,
        )
        for meaning in found
    ]


def _fitting(keymap: Keymap, query: str, commands: Sequence[Command] = COMMANDS) -> list[Command]:
    asked = Query(query)
    return [
        command
        for command in commands
        if query in keymap.keys(command)
        or asked.fits(f"{command.title} {keymap.fill(command.help)} {command.id} {command.group}")
    ]


def _meant(command: Command, query: str) -> str:
    """Returns how a command does what was typed by another word; nothing where it does not."""
    asked = Query(query)
    if not asked.words:
        return ""
    found = (f"{word}: {why}" for word, why in command.also if asked.begins_words_of(word))
    return next(found, "")


def _rank(command: Command, keymap: Keymap, query: str) -> tuple[bool, bool, int]:
    begins = fold(command.title).startswith(fold(query.strip()))
    return query not in keymap.keys(command), not begins, COMMANDS.index(command)


def _choice(
    command: Command,
    keymap: Keymap,
    situation: Situation,
    *,
    explain: bool = False,
    sort: bool = False,
    why: str = "",
) -> Choice[Command]:
    # What keys do in dialogs is told as it is there.
    reason = keymap.fill(command.reason(situation)) if command.id in BY_ID else ""
    keys = "  ".join(in_short(keymap.keys(command)))
    if len(keys) >= _KEYS:
        keys = f"{keys}\n{' ' * _KEYS}"
    label = Content.assemble(
        (keys.ljust(_KEYS), "$quiet" if reason else "$accent"),
        (command.title, "$quiet" if reason else ""),
        (f"   {why}" if why else "", "$accent"),
        (f"   {reason}", "italic $quiet"),
    )
    if explain and command.help:
        label = Content.assemble(label, (f"\n{' ' * _KEYS}{keymap.fill(command.help)}", "$quiet"))
    kind = ("Cannot run now" if reason else "Can run now") if sort else command.group
    return Choice(command, label, kind=kind, hang=_KEYS)
