"""What the keys of a text do that select nothing in it, and what a click on a passage does."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.reading_order import way_to
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.texts.chosen_passage import chosen_passage
from debatemap.tui.features.texts.shown_texts import ShownTexts
from debatemap.tui.widgets.clickable import linked

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["do_in_text", "show_claim_of_passage"]


def do_in_text(context: "MapContext", key: str) -> bool:
    """Does what a key means while the keys go to a text; tells whether it means anything there."""
    view = context.feature(ShownTexts).active
    meant = ""
    if view is not None and view.has_focus:
        meant = context.keymap.in_dialog("text_word", key)
    if view is None or not meant:
        return False
    if meant == "text_claims":
        context.run_command(BY_ID["text_passage"])
    elif meant == "text_quote":
        _quote(context)
    elif meant in {"text_next_claim", "text_previous_claim"}:
        step = 1 if meant == "text_next_claim" else -1
        context.view.move_to(context.view.index + step)
    else:
        view.move(meant)
        if meant in {"text_next_free", "text_previous_free"} and not view.has_free:
            context.say("Every sentence is quoted by a claim.")
    return True


def _quote(context: "MapContext") -> None:
    """Adds the selected passage to what the selected claim cites."""
    reason = BY_ID["quote"].reason(context.situation())
    passage, row = chosen_passage(context), context.row
    if reason:
        context.say(linked(context.keymap, reason), "warning")
    elif passage is None or row is None:
        context.say("Nothing is selected in the text.", "warning")
    else:
        claim, said = row.claim, {"quote": passage.quote, "at": passage.at}
        context.attempt(
            lambda: context.do(edit.cite(context.session.debate, claim, passage.source, **said))
        )


def show_claim_of_passage(context: "MapContext") -> None:
    """Selects in the outline the claim that quotes what was clicked; the keys stay in the text."""
    view, debate = context.feature(ShownTexts).active, context.session.debate
    here = view.passages_here if view is not None else []
    if here and all(each.claim != view.claim for each in here if view is not None):
        context.jump_to(way_to(debate, here[0].claim))
