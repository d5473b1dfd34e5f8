"""What a command needs to know to say whether it can run now, and why not.

Each condition is a function from a situation to a reason, which is empty where the command
can run. A reason names keys as `{key:ID}`, and the user's keymap fills them in. The table of
commands names the conditions; the screen makes the situation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

__all__ = [
    "BESIDE",
    "TEXT_WIDE",
    "WIDE",
    "WIDEST",
    "Condition",
    "Situation",
    "all_of",
    "another_chosen",
    "another_marked",
    "assumed_here",
    "editable",
    "editable_claim",
    "editable_replies",
    "editable_reply",
    "foldable",
    "folding",
    "has_beneath",
    "in_a_dialog",
    "in_a_joint_step",
    "in_the_outline",
    "in_the_outline_or_card",
    "in_the_picture",
    "in_the_sample",
    "in_the_table",
    "known_unseen",
    "on_a_claim",
    "on_a_claim_or_in_a_text",
    "on_a_difference",
    "on_a_reply",
    "on_a_thesis_or_reply",
    "open_elsewhere",
    "redoable",
    "several_theses",
    "some_difference",
    "something_assumed",
    "something_compared",
    "something_filtered",
    "something_marked",
    "something_rated",
    "something_searched",
    "something_to_paste",
    "something_unseen",
    "stepped_in",
    "strengths_shown",
    "strengths_told",
    "undoable",
    "with_a_card",
    "with_a_third_column",
    "with_conflicts",
    "with_other_map",
    "with_other_maps",
    "with_other_places",
    "with_scenarios",
    "with_two_panes",
    "with_two_texts",
]

BESIDE: Final = 100
"""Columns from which the details stand beside the outline, and not beneath it."""
TEXT_WIDE: Final = 120
"""Columns from which the text of a source stands beside the outline."""
WIDE: Final = 140
"""Columns from which the card stands beside the outline."""
WIDEST: Final = 200
"""Columns from which there is a third one beside both."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is selected, and what state the map is in."""

    view: str = ""
    """The view in the outline's place; empty for the outline."""
    claim: bool = False
    reply: bool = False
    """Whether the selected place hangs on a link."""
    thesis: bool = False
    joint: bool = False
    beneath: bool = False
    places: int = 0
    marked: int = 0
    others_marked: int = 0
    """Marked claims besides the selected one."""
    can_paste: bool = False
    searched: bool = False
    filtered: bool = False
    """Whether a filter holds."""
    stepped_in: bool = False
    can_undo: bool = False
    can_redo: bool = False
    read_only: str = ""
    compared: bool = False
    differences: bool = False
    """Whether the comparison has found anything."""
    differs: bool = False
    """Whether the selected claim differs from what the map is compared with."""
    unseen: bool = False
    known_unseen: bool = False
    """Whether something is known to be unseen, beyond what a look through the file may find."""
    conflicts: bool = False
    elsewhere: bool = False
    """Whether another window writes the map."""
    assumed: int = 0
    """How many claims and steps a what-if assumes something of."""
    assumed_here: bool = False
    """Whether the selected claim or its step is among them."""
    scenarios: bool = False
    """Whether the map keeps what-ifs."""
    rated: bool = False
    """Whether anybody has rated anything."""
    theses: int = 0
    judged: bool = False
    """Whether strengths are shown."""
    other_map: bool = False
    """Whether the branch of the selected claim stands in another map."""
    columns: int = 0
    """The width of the screen."""
    details: bool = False
    """Whether the details are shown."""
    maps: int = 1
    """How many maps are open."""
    sample: bool = False
    """Whether the map is the sample, opened to learn from."""


Condition = Callable[[Situation], str]


def all_of(*conditions: Condition) -> Condition:
    """Returns a condition that gives the first reason of several."""
    return lambda situation: next(filter(None, (each(situation) for each in conditions)), "")


def _unless(holds: Callable[[Situation], object], reason: str) -> Condition:
    return lambda situation: "" if holds(situation) else reason


def editable(situation: Situation) -> str:
    """The map can be changed."""
    return f"read-only: {situation.read_only}" if situation.read_only else ""


def in_a_dialog(_: Situation) -> str:
    """The key is one of a dialog, which looks for its keys itself."""
    return "it is a key of the dialog, and does nothing here"


in_the_outline_or_card = _unless(
    lambda s: s.view in {"", "card", "read", "picture", "text"},
    "that is for the outline; {key:step_in} goes there from here",
)
_not_in_a_text = _unless(
    lambda s: s.view != "text", "that is for the outline; {key:next_pane} goes there from here"
)


_SHOWN_BY: Final = "that is for the outline; {{key:{view}}} shows it again"


def _turned_from(*but: str) -> Condition:
    """Returns a condition that no view is shown but some; the key of each shows the outline too."""

    def reason(situation: Situation) -> str:
        view = situation.view
        if not view or view in but:
            return ""
        return _SHOWN_BY.format(view=view)

    return reason


in_the_outline = all_of(_not_in_a_text, in_the_outline_or_card, _turned_from())
in_the_picture = _unless(
    lambda s: s.view == "picture", "that is for the picture of the map; {key:picture} shows it"
)
foldable = all_of(_not_in_a_text, in_the_outline_or_card, _turned_from("picture"))
with_a_card = _unless(lambda s: s.claim or s.view == "card", "no claim is selected")
with_two_panes = _unless(
    lambda s: s.details or s.columns >= (TEXT_WIDE if s.view == "text" else WIDE),
    "there is one pane only",
)
with_a_third_column = _unless(
    lambda s: s.columns >= WIDEST, f"there is a third column from {WIDEST} columns on"
)
in_the_table = _unless(lambda s: s.view == "table", "the table is not shown; {key:table} shows it")
on_a_claim = _unless(lambda s: s.claim, "no claim is selected")
on_a_claim_or_in_a_text = _unless(lambda s: s.claim or s.view == "text", "no claim is selected")
with_two_texts = _unless(
    lambda s: s.columns >= WIDEST, f"two texts stand side by side from {WIDEST} columns on"
)
on_a_reply = all_of(on_a_claim, _unless(lambda s: s.reply, "the claim hangs on no link here"))
on_a_thesis_or_reply = all_of(
    on_a_claim, _unless(lambda s: s.reply or s.thesis, "the claim has no place yet")
)
in_a_joint_step = all_of(on_a_reply, _unless(lambda s: s.joint, "it is not joined with another"))
has_beneath = all_of(on_a_claim, _unless(lambda s: s.beneath, "nothing stands beneath it"))
folding = all_of(foldable, has_beneath)
with_other_places = all_of(
    on_a_claim, _unless(lambda s: s.places > 1, "the claim has no other place")
)
something_marked = _unless(lambda s: s.marked, "nothing is marked; {key:mark} marks a claim")
another_marked = all_of(
    something_marked,
    _unless(
        lambda s: s.others_marked, "only the selected claim is marked; {key:mark} marks others"
    ),
)


def another_chosen(situation: Situation) -> str:
    """A filter has found claims, or others than the selected one are marked."""
    return "" if situation.filtered else another_marked(situation)


something_to_paste = _unless(
    lambda s: s.can_paste, "nothing was cut or yanked; {key:cut} cuts, {key:yank} yanks"
)
something_searched = _unless(lambda s: s.searched, "nothing is searched for; {key:search} searches")
something_filtered = _unless(
    lambda s: s.filtered, "all claims are shown; {key:filter} filters them"
)


def something_to_leave(situation: Situation) -> str:
    """There is a filter, a search or a view to leave; else the key that leaves what there is."""
    if situation.filtered or situation.searched or situation.view:
        return ""
    if situation.stepped_in:
        return "nothing is filtered; {key:step_out} steps out"
    if situation.assumed:
        return "nothing is filtered; {key:drop_assumptions} leaves the what-if"
    if situation.marked:
        return "nothing is filtered; {key:unmark_all} unmarks all"
    return "nothing is filtered, and the outline is shown; {key:quit} quits"


undoable = all_of(editable, _unless(lambda s: s.can_undo, "nothing to undo"))
redoable = all_of(editable, _unless(lambda s: s.can_redo, "nothing to redo"))
something_compared = _unless(
    lambda s: s.compared, "the map is compared with nothing; {key:diff} compares it with a file"
)
on_a_difference = all_of(
    something_compared, _unless(lambda s: s.differs, "nothing differs at this claim")
)
some_difference = _unless(lambda s: s.differences, "nothing differs")
known_unseen = _unless(lambda s: s.known_unseen, "nothing is known to be unseen")
something_unseen = _unless(lambda s: s.unseen, "nothing has changed since you last looked")
with_conflicts = _unless(
    lambda s: s.conflicts, "no conflict is left; merges leave them, with {key:merge_copy}"
)
with_other_maps = _unless(
    lambda s: s.maps > 1, "no other map is open; {key:open_map} opens one beside this"
)
in_the_sample = _unless(
    lambda s: s.sample, "that is for the first sample, which {key:open_map} lists"
)
open_elsewhere = _unless(lambda s: s.elsewhere, "no other window has the map open")
something_assumed = _unless(lambda s: s.assumed, "nothing is assumed; {key:suppose} doubts a claim")
assumed_here = all_of(on_a_claim, _unless(lambda s: s.assumed_here, "nothing is assumed of it"))
with_other_map = all_of(
    on_a_claim, _unless(lambda s: s.other_map, "the branch of the claim stands in no other map")
)
with_scenarios = _unless(
    lambda s: s.scenarios,
    "the map has no scenario; {key:keep_scenario} keeps what is assumed as one",
)
something_rated = _unless(
    lambda s: s.rated, "nobody has rated anything yet; {key:rate} rates a claim"
)
strengths_shown = _unless(lambda s: s.judged, "strengths are hidden; {key:strengths} shows them")
strengths_told = all_of(
    strengths_shown,
    _unless(lambda s: s.details, "the details tell it, and they are not shown here"),
)
several_theses = all_of(
    _unless(lambda s: s.theses, "the map has no thesis; {key:add_thesis} adds one"),
    _unless(
        lambda s: s.theses > 1,
        "the map has one thesis, and no other to compare it with; {key:add_thesis} adds one",
    ),
)
stepped_in = all_of(
    in_the_outline_or_card,
    _unless(lambda s: s.stepped_in or s.view, "the whole map is shown"),
    _unless(lambda s: s.stepped_in, "nothing stands above the claim in focus"),
)
editable_claim = all_of(editable, on_a_claim)
editable_reply = all_of(editable, on_a_reply)
editable_replies = all_of(editable, lambda s: "" if s.others_marked else on_a_reply(s))
