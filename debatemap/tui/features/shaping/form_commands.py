"""Merge, split, group, insert between: what comes of it is shown before it is done."""

from functools import partial
from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.text import excerpt
from debatemap.tui.features.shaping.before_after import EditPreviewScreen
from debatemap.tui.features.shaping.new_claim_screen import NewClaimScreen
from debatemap.tui.features.shaping.split_screen import SplitScreen
from debatemap.tui.shown_order import in_shown_order

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["group", "insert_between", "merge", "split"]

_NAMED: Final = 60


async def merge(context: "MapContext") -> None:
    """Merges the marked claims into the selected one, as one step."""
    row = context.row
    if row is None:
        return
    others = _marked(context, row.claim)
    verb = partial(edit.merge_all, survivor=row.claim, others=others)
    if await context.ask(EditPreviewScreen(context, [row.claim, *others], verb)):
        context.do(verb(context.session.debate))
        context.view.mark((), clear=True)
        context.select_claim(row.claim)


async def split(context: "MapContext") -> None:
    """Makes two claims of the selected one."""
    row = context.row
    if row is None:
        return
    screen = SplitScreen(context, row.claim)
    if await context.ask(screen):
        context.do(screen.verb(context.session.debate), select=row.claim)


async def group(context: "MapContext") -> None:
    """Puts the marked claims, or the selected one, under a new claim in their place."""
    row = context.row
    if row is None:
        return
    debate = context.session.debate
    claims = _marked(context, "") if context.view.marked else [row.claim]
    links = [_link(context, claim) for claim in claims]
    reason = edit.group_refusal(debate, links)
    if reason:
        context.say(f"Group: {reason}.", "warning")
        return

    def verb(debate: Debate, text: str) -> Change:
        return edit.group_claims(debate, links, text, signed=context.signature)

    one = excerpt(context.session.debate.claims[claims[0]].text, _NAMED)
    many = f"the {len(claims):,} marked claims" if len(claims) > 1 else f"“{one}”"
    text = await context.ask(NewClaimScreen(context, f"A claim to put {many} under", claims, verb))
    if not text or not text.strip():
        return
    change = verb(context.session.debate, text)
    context.do(change)
    context.view.mark((), clear=True)
    _select_new(context, change)


async def insert_between(context: "MapContext", resumed: str | None = None) -> None:
    """Puts a new claim between the selected one and what that stands under.

    Args:
        context: The open map.
        resumed: What was written already, at another time.
    """
    row = context.row
    if row is None or row.link is None:
        return
    link = row.link

    def verb(debate: Debate, text: str) -> Change:
        return edit.insert_between(debate, link, text, signed=context.signature)

    words = excerpt(context.session.debate.claims[row.claim].text, _NAMED)
    question = f"A claim between “{words}” and what it stands under"
    place = {"command": "insert_between", "claim": row.claim, "link": link}
    screen = NewClaimScreen(context, question, [row.claim], verb, place=place, resumed=resumed)
    text = await context.ask(screen)
    if not text or not text.strip():
        return
    change = verb(context.session.debate, text)
    context.do(change)
    _select_new(context, change)


def _select_new(context: "MapContext", change: Change) -> None:
    """Selects the claim that a change has added."""
    context.select_claim(next(key for key, (before, _) in change.claims.items() if before is None))


def _link(context: "MapContext", claim: str) -> str:
    """Returns the link of the place of a claim: the selected one, the first shown, or any."""
    row = context.row
    if row is not None and row.claim == claim and row.link is not None:
        return row.link
    shown = (each.link for each in context.outline.rows.showing(claim) if each.link is not None)
    links = context.session.debate.links_from(claim)
    return next(shown, next(iter(links), ""))


def _marked(context: "MapContext", besides: str) -> list[str]:
    """Returns the marked claims but one, in the order in which they are shown."""
    return [claim for claim in in_shown_order(context, context.view.marked) if claim != besides]
