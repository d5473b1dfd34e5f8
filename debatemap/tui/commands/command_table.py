"""The one table of commands.

A command is declared here and nowhere else: its keys, its row in the palette and the help,
its hint, the chord menu, `debatemap keys` and the table in the README all follow from this.
What it does is the function of the same name in `debatemap.tui.features.actions`.
"""

from dataclasses import replace

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command
from debatemap.tui.commands.dialog_keys import DIALOG_KEYS
from debatemap.tui.commands.exchange_table import EXCHANGING
from debatemap.tui.commands.fields_table import FIELD_COMMANDS
from debatemap.tui.commands.finding_table import FINDING
from debatemap.tui.commands.going_table import GOING
from debatemap.tui.commands.judging_table import JUDGING
from debatemap.tui.commands.maps_table import MAPS
from debatemap.tui.commands.other_words import OTHER_WORDS
from debatemap.tui.commands.own_commands import OWN
from debatemap.tui.commands.picture_table import PICTURE
from debatemap.tui.commands.pointer_table import POINTER
from debatemap.tui.commands.shaping_table import SHAPING
from debatemap.tui.commands.sharing_table import SHARING
from debatemap.tui.commands.similar_table import SIMILAR
from debatemap.tui.commands.text_table import TEXTS
from debatemap.tui.commands.views_table import VIEWS

__all__ = ["BY_ID", "COMMANDS", "KEYS", "KEYS_BY_ID", "Command"]

_MOVE, _FOLD, _ADD = "Move", "Fold", "Add and edit"
_SHAPE, _MARK, _FIND, _MAP = "Link and rearrange", "Mark", "Find", "Map and program"

COMMANDS: tuple[Command, ...] = (
    Command("next", ("down", "j"), "Next claim", _MOVE),
    Command("previous", ("up", "k"), "Previous claim", _MOVE),
    Command(
        "inward",
        ("right", "l"),
        "Unfold, or go to the first reply",
        _MOVE,
        "A reference to a claim further up is followed to it. On the card: from pros to cons.",
        reason=when.in_the_outline_or_card,
    ),
    Command(
        "outward",
        ("left", "h"),
        "Fold, or go to the claim above",
        _MOVE,
        "On the card: from cons to pros, and to the claim in focus.",
        reason=when.in_the_outline_or_card,
    ),
    Command(
        "next_sibling",
        ("g j",),
        "Next claim on this level",
        _MOVE,
        reason=when.in_the_outline_or_card,
    ),
    Command(
        "previous_sibling",
        ("g k",),
        "Previous claim on this level",
        _MOVE,
        reason=when.in_the_outline_or_card,
    ),
    Command("first", ("g g", "home"), "First claim", _MOVE),
    Command("last", ("G", "end"), "Last claim", _MOVE),
    Command("half_page_down", ("ctrl+d", "}"), "Half a page down", _MOVE),
    Command("half_page_up", ("ctrl+u", "{"), "Half a page up", _MOVE),
    Command("page_down", ("pagedown",), "A page down", _MOVE),
    Command("page_up", ("pageup",), "A page up", _MOVE),
    Command(
        "step_in",
        ("enter",),
        "Step into the claim",
        _MOVE,
        "It becomes the top of the outline, and the path above stays in sight.",
        reason=when.on_a_claim,
        also=(("narrow", "shows only the branch"),),
    ),
    Command("step_out", ("backspace",), "Step out", _MOVE, hint="out", reason=when.stepped_in),
    Command("back", ("ctrl+o", "alt+left", "["), "Back to where you were", _MOVE),
    Command("forward", ("alt+right", "]"), "Forward again", _MOVE),
    Command(
        "next_place",
        ("g n",),
        "Next place of this claim",
        _MOVE,
        "A claim that is linked twice stands in two places and has one text.",
        hint="other place",
        reason=when.with_other_places,
    ),
    Command("go_to_target", ("g p",), "Go to what it is for", _MOVE, reason=when.on_a_reply),
    Command("toggle", ("space",), "Fold or unfold", _FOLD, reason=when.folding),
    Command(
        "level",
        tuple("123456789"),
        "Unfold to a level",
        _FOLD,
        "The first shows the top alone, the next what stands right beneath it, and so on.",
        reason=when.in_the_outline,
    ),
    Command("fold_all", ("z a",), "Fold everything", _FOLD, reason=when.foldable),
    Command("unfold_all", ("z o",), "Unfold everything", _FOLD, reason=when.foldable),
    Command("fold_branch", ("z c",), "Fold the whole branch", _FOLD, reason=when.folding),
    Command("unfold_branch", ("z b",), "Unfold the whole branch", _FOLD, reason=when.folding),
    Command(
        "add_pro",
        ("+", "="),
        "Add a pro",
        _ADD,
        "A claim that supports this one.",
        "pro",
        when.editable_claim,
    ),
    Command(
        "add_con",
        ("-",),
        "Add a con",
        _ADD,
        "A claim that attacks this one.",
        "con",
        when.editable_claim,
    ),
    Command(
        "add_undercut",
        ("_",),
        "Add an undercut",
        _ADD,
        "A claim that attacks the step from here to the claim above: that does not follow.",
        "undercut",
        when.editable_reply,
    ),
    Command(
        "add_backing",
        ("*",),
        "Add why it follows",
        _ADD,
        "A claim that supports the step from here to the claim above.",
        reason=when.editable_reply,
    ),
    Command(
        "add_sibling",
        ("o",),
        "Add a sibling",
        _ADD,
        "A claim of the same stance, right after this one.",
        reason=when.editable_claim,
    ),
    Command("add_thesis", ("O",), "Add a thesis", _ADD, reason=when.editable),
    Command(
        "add_unplaced",
        ("a",),
        "Note a claim for later",
        _ADD,
        "It waits at the end of the outline, unplaced, until it is linked.",
        reason=when.editable,
    ),
    Command(
        "insert_between",
        ("b",),
        "Insert a claim between this and the one above",
        _ADD,
        reason=when.editable_reply,
    ),
    Command(
        "edit_in_place",
        ("e", "i"),
        "Edit the words",
        _ADD,
        hint="edit",
        reason=when.editable_claim,
        also=(("replace", "other words for one claim"),),
    ),
    Command("edit_outside", ("E",), "Edit in $EDITOR", _ADD, reason=when.editable_claim),
    Command("split", ("S",), "Split the claim in two", _ADD, reason=when.editable_claim),
    Command("note", ("c",), "Edit the note", _ADD, reason=when.editable_claim),
    Command("tags", ("t",), "Edit the tags", _ADD, reason=when.editable_claim),
    Command("author", ("@",), "Say who the claim is by", _ADD, reason=when.editable_claim),
    *FIELD_COMMANDS,
    Command(
        "sources",
        ("s",),
        "Sources",
        _ADD,
        "See, add, open and remove what the claim cites.",
        reason=when.on_a_claim,
    ),
    Command(
        "quote",
        ("Q",),
        "Quote a source",
        _ADD,
        "A source and its words in one form; the source that was cited last is chosen.",
        reason=when.editable_claim,
    ),
    Command(
        "link",
        ("L",),
        "Link to another claim",
        _SHAPE,
        "Finds any claim while you type; this supports or attacks that, or that this.",
        "link",
        when.editable_claim,
    ),
    Command(
        "move",
        ("m",),
        "Move under another claim",
        _SHAPE,
        "With all that stands beneath it.",
        reason=when.editable_claim,
    ),
    Command("flip", ("~",), "Turn pro into con", _SHAPE, reason=when.editable_replies),
    Command(
        "move_up",
        ("K", "alt+up"),
        "Move up among its siblings",
        _SHAPE,
        reason=when.all_of(when.editable, when.on_a_thesis_or_reply),
    ),
    Command(
        "move_down",
        ("J", "alt+down"),
        "Move down among its siblings",
        _SHAPE,
        reason=when.all_of(when.editable, when.on_a_thesis_or_reply),
    ),
    Command("promote", ("<",), "Promote by a level", _SHAPE, reason=when.editable_reply),
    Command("demote", (">",), "Demote by a level", _SHAPE, reason=when.editable_reply),
    Command(
        "cut",
        ("d", "delete"),
        "Delete the branch here",
        _SHAPE,
        "A claim with another place stays there. What goes can be pasted.",
        reason=when.editable_claim,
    ),
    Command(
        "delete_everywhere",
        ("D",),
        "Delete the claim everywhere",
        _SHAPE,
        "Replies to it stay, unplaced where it was all they had.",
        reason=when.editable_claim,
    ),
    Command(
        "unlink",
        ("x",),
        "Unlink it here, and keep it",
        _SHAPE,
        reason=when.editable_reply,
    ),
    Command("yank", ("y",), "Yank, to paste it elsewhere", _SHAPE, reason=when.on_a_claim),
    Command(
        "paste",
        ("p",),
        "Paste here",
        _SHAPE,
        "What was cut moves; what was yanked gets a second place; into another map goes a copy.",
        hint="paste",
        reason=when.all_of(when.editable, when.something_to_paste),
    ),
    Command(
        "paste_copy",
        ("P",),
        "Paste a copy here",
        _SHAPE,
        "With claims of its own, that can be changed apart.",
        reason=when.all_of(when.editable, when.something_to_paste),
    ),
    Command(
        "join",
        ("&",),
        "Join with the marked claims",
        _SHAPE,
        "As joint premises, which hold only together; with none marked, those of the filter.",
        reason=when.all_of(when.editable_reply, when.another_chosen),
    ),
    Command(
        "part",
        ("^",),
        "Part from its joint premises",
        _SHAPE,
        reason=when.all_of(when.editable, when.in_a_joint_step),
    ),
    Command(
        "merge",
        ("M",),
        "Merge the marked claims into this one",
        _SHAPE,
        "Links, sources, tags and ratings unite; this one keeps its words.",
        reason=when.all_of(when.editable_claim, when.another_marked),
    ),
    Command("thesis", ("T",), "Make it a thesis, or no thesis", _SHAPE, reason=when.editable_claim),
    *SHAPING,
    Command("mark", ("v",), "Mark, or unmark", _MARK, reason=when.on_a_claim),
    Command("mark_branch", ("V",), "Mark the branch", _MARK, reason=when.on_a_claim),
    Command("unmark_all", ("g v",), "Unmark all", _MARK, reason=when.something_marked),
    Command(
        "search",
        ("/",),
        "Search",
        _FIND,
        "Unfolds to what it finds; in a text, finds its sentences.",
        "find",
        offer=when.on_a_claim,
    ),
    Command(
        "next_match", ("n",), "Next match", _FIND, hint="next match", reason=when.something_searched
    ),
    Command("previous_match", ("N",), "Previous match", _FIND, reason=when.something_searched),
    *FINDING,
    *GOING,
    *SIMILAR,
    *JUDGING,
    *SHARING,
    *EXCHANGING,
    Command("undo", ("u", "ctrl+z"), "Undo", _MAP, hint="undo", reason=when.undoable),
    Command("redo", ("U", "ctrl+r"), "Redo", _MAP, reason=when.redoable),
    Command("save", ("ctrl+s", "W"), "Save", _MAP),
    Command(
        "save_as",
        ("g s",),
        "Save under another name",
        _MAP,
        also=(("share", "the file that it writes can be sent"),),
    ),
    Command("reload", ("g r",), "Reload from the file", _MAP),
    Command(
        "restore",
        ("g b",),
        "Restore an earlier copy",
        _MAP,
        "A copy is kept of each save; {key:undo} gives back what was there.",
        reason=when.editable,
    ),
    Command("rename_map", ("g t",), "Change the title of the map", _MAP, reason=when.editable),
    Command(
        "set_question",
        ("g q",),
        "Change the question of the map",
        _MAP,
        "Its theses are the options to choose from.",
        reason=when.editable,
    ),
    Command("statistics", ("g i",), "Figures of the map", _MAP),
    *MAPS,
    Command(
        "copy_text",
        ("Y", "ctrl+c"),
        "Copy the words to the clipboard",
        _MAP,
        "Or the words that were selected with the mouse, by dragging with shift held.",
    ),
    Command(
        "next_pane",
        ("tab",),
        "Go to the details and back",
        _MAP,
        "There, the keys that move scroll, and {key:details_note} edits the note.",
    ),
    *OWN,
    *POINTER,
    *VIEWS,
    *PICTURE,
    *TEXTS,
    Command("theme", ("g c",), "Change the colours", _MAP),
    Command("redraw", ("ctrl+l", "z z"), "Draw the screen anew", _MAP),
    Command("palette", (":", "ctrl+p"), "All commands by name", _MAP, hint="commands"),
    Command(
        "help",
        ("?", "f1"),
        "Keys and help",
        _MAP,
        hint="keys",
        also=(("legend", "what signs and keys mean"), ("sign", "what signs and keys mean")),
    ),
    Command("quit", ("q", "ctrl+q"), "Quit", _MAP, "Asks when something is unsaved."),
)

COMMANDS = tuple(
    replace(each, also=(*each.also, *OTHER_WORDS.get(each.id, {}).items())) for each in COMMANDS
)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

KEYS: tuple[Command, ...] = (*COMMANDS, *DIALOG_KEYS)
"""All that has keys: the commands of the map, and then what keys do in each dialog."""

KEYS_BY_ID: dict[str, Command] = {each.id: each for each in KEYS}
