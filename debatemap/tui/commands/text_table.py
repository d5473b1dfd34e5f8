"""The part of the table of commands that is about the texts of sources."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["TEXTS"]

_VIEW: Final = "Find"

TEXTS: Final[tuple[Command, ...]] = (
    Command(
        "text",
        ("% x",),
        "The text of a source",
        _VIEW,
        "Beside the outline, with what claims quote marked; {key:add_pro} {key:add_con} "
        "{key:add_undercut} {key:add_thesis} write a claim that quotes what is selected, "
        "{key:quote} quotes it for the selected claim.",
        also=(
            ("essay", "the text that the map is about"),
            ("transcript", "the text that the map is about"),
        ),
    ),
    Command(
        "text_passage",
        (";",),
        "From a claim to its passage in a text, and back",
        _VIEW,
        "In a text: to the claims that quote what is selected.",
        reason=when.on_a_claim_or_in_a_text,
    ),
    Command(
        "text_source",
        ("% X",),
        "Choose whose text is shown",
        _VIEW,
        also=(("source", "its text"),),
    ),
    Command(
        "second_text",
        ("% b",),
        "A second text beside the first",
        _VIEW,
        "An essay and the one that it answers, where the screen is wide.",
        reason=when.with_two_texts,
    ),
    Command(
        "attach_text",
        ("B t",),
        "Give a source its text",
        _VIEW,
        "A file beside the map, or words that the map keeps. The text is never changed.",
        reason=when.editable,
        also=(("attach", "a file as the text of a source"),),
    ),
)
