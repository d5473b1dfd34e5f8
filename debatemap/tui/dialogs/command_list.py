"""Every command, to search and to run: the palette and the help."""

from collections.abc import Sequence
from typing import Final

from debatemap.core.folding import fold
from debatemap.core.search_query import Query
from debatemap.tui.commands.command_table import BY_ID, COMMANDS, Command
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.dialog_keys import DIALOG_KEYS
from debatemap.tui.commands.key_table import in_short
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.dialogs.chooser import ACCEPTS_OR_LEAVES, MOVES, Choice
from debatemap.tui.dialogs.key_rows import AS_SENTENCES, KeyListScreen, in_two_columns
from debatemap.tui.system.plain_filter import has_drawing
from debatemap.tui.widgets.legend import SIGNS

__all__ = ["help_screen", "palette_screen"]

_LEGEND: Final = "Signs: the legend"
_HELP_HINTS: Final = (MOVES, *ACCEPTS_OR_LEAVES, "type “signs” for the legend")


def palette_screen(keymap: Keymap, situation: Situation) -> KeyListScreen:
    """Returns the palette: commands by name, those that can run now first."""

    def rows(query: str, room: int) -> Sequence[Choice[Command]]:
        # Read once: what is pasted into the line may be long, and there are many commands.
        asked = Query(query)
        meant = {c: why for c in COMMANDS if (why := _meant(c, asked))}
        ex_word = keymap.by_ex_word(query.strip())
        if ex_word:
            meant[BY_ID[ex_word]] = f":{query.strip()} in vim"
        fitting = _fitting(keymap, query, keymap.commands)
        # What its name says needs no other word for it.
        told = {c: "" if asked.fits(c.title) else meant.get(c, "") for c in (*fitting, *meant)}

        def place(command: Command) -> tuple[int, ...]:
            *by_name, index = _rank(command, keymap, query, asked)
            is_named = asked.begins_words_of(f"{command.title} {command.id} {command.group}")
            cannot = bool(command.reason(situation))
            return command.id != ex_word, cannot, *by_name, not is_named, not told[command], index

        return [
            _choice(command, keymap, situation, room, sort=True, why=told[command])
            for command in sorted(told, key=place)
        ]

    return KeyListScreen("Commands", rows)


def help_screen(keymap: Keymap, situation: Situation) -> KeyListScreen:
    """Returns the help: commands by group, each with a sentence; Enter runs one."""

    def rows(query: str, room: int) -> Sequence[Choice[Command]]:
        found = _fitting(keymap, query, (*keymap.commands, *DIALOG_KEYS))
        choices = [_choice(command, keymap, situation, room, explain=True) for command in found]
        asked, ids = Query(query), {command.id for command in found}
        others = [(c, _meant(c, asked)) for c in keymap.commands if c.id not in ids]
        meant = [_choice(c, keymap, situation, room, why=why) for c, why in others if why]
        return [*choices, *_legend(query, room), *meant]

    title = keymap.fill("Keys and help: type to search, {key:list_accept} runs a command")
    return KeyListScreen(title, rows, hints=_HELP_HINTS)


def _legend(query: str, room: int) -> list[Choice[Command]]:
    """Returns what signs mean, each with the command that has to do with it.

    A screen without drawings has none of those that draw.
    """
    asked = Query(query)
    found = [
        meaning
        for meaning in SIGNS
        if query.strip() in meaning.sign.split() or asked.fits(f"{meaning.words} {_LEGEND}")
        if room != AS_SENTENCES or not has_drawing(meaning.sign)
    ]
    return [
        Choice(
            BY_ID[meaning.command],
            in_two_columns([meaning.sign], "$accent", [(meaning.words, "")], room, noun="sign"),
            kind=_LEGEND,
        )
        for meaning in found
    ]


def _fitting(keymap: Keymap, query: str, commands: Sequence[Command]) -> list[Command]:
    asked = Query(query)
    return [
        command
        for command in commands
        if query in (*keymap.keys(command), *keymap.names(command))
        or asked.fits(f"{command.title} {keymap.fill(command.help)} {command.id} {command.group}")
    ]


def _meant(command: Command, asked: Query) -> str:
    """Returns how a command does what was typed by another word; nothing where it does not."""
    if not asked.words:
        return ""
    found = (f"{word}: {why}" for word, why in command.also if asked.begins_words_of(word))
    return next(found, "")


def _rank(
    command: Command, keymap: Keymap, query: str, asked: Query
) -> tuple[bool, bool, bool, int]:
    begins = fold(command.title).startswith(fold(query.strip()))
    is_titled = asked.fits(command.title)
    is_key = query in (*keymap.keys(command), *keymap.names(command))
    return not is_key, not begins, not is_titled, keymap.commands.index(command)


def _choice(
    command: Command,
    keymap: Keymap,
    situation: Situation,
    room: int,
    *,
    explain: bool = False,
    sort: bool = False,
    why: str = "",
) -> Choice[Command]:
    # What keys do in dialogs is told as it is there.
    reason = keymap.fill(command.reason(situation)) if command in keymap.commands else ""
    told = [(command.title, "$quiet" if reason else ""), (why, "$accent")]
    told += [(reason, "italic $quiet")]
    told += [(f"\n{keymap.fill(command.help)}", "$quiet")] if explain else []
    label = in_two_columns(
        in_short(keymap.names(command)), "$quiet" if reason else "$accent", told, room
    )
    kind = ("Cannot run now" if reason else "Can run now") if sort else command.group
    return Choice(command, label, kind=kind)
