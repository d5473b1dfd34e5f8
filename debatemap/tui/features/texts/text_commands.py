"""Show the text of a source, go between claims and their passages, and give sources their texts."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.reading_order import way_to
from debatemap.core.source_names import named_source
from debatemap.core.source_text import summary
from debatemap.core.text import excerpt, safe_line
from debatemap.texts import check_quote
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.features.texts.attaching import ask_for_text
from debatemap.tui.features.texts.shown_texts import FIRST, SECOND, ShownTexts
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.text.text_drawing import SIGNS
from debatemap.tui.views.text.text_view import TextView
from debatemap.views.text.selection import TextSelection
from debatemap.views.text.units import Unit
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debatemap.core.model import Citation
    from debatemap.tui.context import MapContext

__all__ = ["attach_text", "second_text", "text", "text_passage", "text_source"]

_WORDS: Final = 300


async def text(context: "MapContext") -> None:
    """Shows the text of a source beside the outline or in its place, or takes it away."""
    texts, views = context.feature(ShownTexts), context.feature(Views)
    views.show(FIRST)
    if texts.active is None:
        context.say("The outline.")
        return
    is_known = texts.active.source in context.session.debate.sources
    source = texts.active.source if is_known else texts.default_source()
    await texts.show(texts.active, source)


async def second_text(context: "MapContext") -> None:
    """Shows a second text beside the first one, or takes it away."""
    texts, views = context.feature(ShownTexts), context.feature(Views)
    if SECOND in views.companions:
        views.stand_beside(FIRST)
        views.get(FIRST).focus()
        return
    if FIRST not in views.companions:
        await text(context)
    source = await _choose_source(context, "The text to put beside it")
    if source is None:
        return
    views.stand_beside(FIRST, SECOND)
    view = texts.view(SECOND)
    view.focus()
    await texts.show(view, source)


async def text_source(context: "MapContext") -> None:
    """Chooses the source whose text is shown; one without a text is given it first."""
    texts = context.feature(ShownTexts)
    source = await _choose_source(context, "Whose text to show")
    if source is None:
        return
    if texts.active is None:
        context.feature(Views).show(FIRST)
    view = texts.active or texts.view(FIRST)
    await texts.show(view, source)


async def attach_text(context: "MapContext") -> None:
    """Gives a source its text: a file beside the map, a copy of one, or words in the map."""
    sources = context.session.debate.sources
    title = "Which source is it the text of?"
    choices = [
        Choice(key, Content.assemble("§ ", safe_line(named_source(source)), _has(context, key)))
        for key, source in sources.items()
    ]

    def find(typed: str) -> "Sequence[Choice[str]]":
        new = safe_line(typed) or "…"
        label = Content.assemble(("+ ", "$accent"), ("a new source: ", "$quiet"), new)
        return [*fitting(typed, choices), Choice(f" {typed.strip()}", label)]

    source = await context.ask(ChooserScreen(title, find))
    if source is None:
        return
    made = await ask_for_text(context, source)
    if made is not None:
        texts = context.feature(ShownTexts)
        if texts.active is None:
            context.feature(Views).show(FIRST)
        await texts.show(texts.active or texts.view(FIRST), made)


async def text_passage(context: "MapContext") -> None:
    """Goes from a claim to the passage that it quotes, or from a passage to its claims."""
    view = context.feature(ShownTexts).active
    if view is not None:
        await _go_to_claims(context, view)
    else:
        await _go_to_passage(context)


async def _go_to_claims(context: "MapContext", view: TextView) -> None:
    debate = context.session.debate
    here = {each.claim: each for each in view.passages_here}
    if not here:
        context.say(
            context.keymap.fill(
                "No claim quotes this; {key:add_pro} {key:add_con} {key:add_undercut} "
                "{key:add_thesis} write one that does."
            )
        )
        return
    claim: str | None = next(iter(here))
    if len(here) > 1:
        choices = [
            Choice(key, Content(f"{SIGNS[each.role]} {excerpt(debate.claims[key].text, _WORDS)}"))
            for key, each in here.items()
        ]
        title = "Which of the claims that quote it?"
        claim = await context.ask(ChooserScreen(title, lambda typed: fitting(typed, choices)))
    if claim is not None and claim in context.session.debate.claims:
        context.feature(Views).leave_text()
        context.jump_to(way_to(context.session.debate, claim))


async def _go_to_passage(context: "MapContext") -> None:
    row = context.row
    cited = _quoted_by(context, row.claim) if row is not None else None
    if cited is None:
        context.say(
            context.keymap.fill(
                "The claim quotes no source that has its text; {key:attach_text} gives one its "
                "text, {key:text} shows a text."
            ),
            "warning",
        )
        return
    view = await _view_of(context, cited.ref)
    if view is None or view.page is None or not cited.quote.strip():
        return
    found, _ = await run(check_quote, view.page.text, cited)
    place = found.places[0] if found.places else found.closest
    if place is None:
        context.say("The text has no such words.", "warning")
        return
    view.select(TextSelection(place.start, place.end, Unit.WORD))
    if not found.places:
        context.say("The text has no such words; this passage is the closest.", "warning")
    elif len(found.places) > 1:
        context.say(f"The words stand at {len(found.places)} places that are equally good.")


def _quoted_by(context: "MapContext", claim: str) -> "Citation | None":
    """Returns what a claim cites of a source that has its text: a quote, if there is one."""
    sources = context.session.debate.sources
    cited = [
        each
        for each in context.session.debate.claims[claim].sources
        if each.ref in sources and sources[each.ref].text
    ]
    return next((each for each in cited if each.quote.strip()), next(iter(cited), None))


async def _view_of(context: "MapContext", source: str) -> TextView | None:
    """Shows the text of a source, and gives it the keys; None where it cannot be read."""
    texts, views = context.feature(ShownTexts), context.feature(Views)
    view = next((each for each in texts.shown if each.source == source), texts.view(FIRST))
    if view.display:
        view.focus()
    else:
        views.show(FIRST)
    is_shown = view.page is not None and view.source == source
    return view if is_shown or await texts.show(view, source) else None


async def _choose_source(context: "MapContext", title: str) -> str | None:
    """Asks for a source; one that has no text is given it. None where there is none then."""
    sources = context.session.debate.sources
    if not any(source.text for source in sources.values()):
        context.say(
            context.keymap.fill(
                "No source of this map has its text yet; {key:attach_text} gives one its text."
            ),
            "warning",
        )
        return None
    ordered = sorted(sources, key=lambda key: not sources[key].text)
    choices = [
        Choice(
            key, Content.assemble("§ ", safe_line(named_source(sources[key])), _has(context, key))
        )
        for key in ordered
    ]
    source = await context.ask(ChooserScreen(title, lambda typed: fitting(typed, choices)))
    if source is not None and not context.session.debate.sources[source].text:
        return await ask_for_text(context, source)
    return source


def _has(context: "MapContext", source: str) -> tuple[str, str]:
    """Returns where the text of a source is, as the end of its row in a list."""
    kept = summary(context.session.debate.sources[source].text)
    return f"   {safe_line(kept) or 'no text yet'}", "$quiet"
