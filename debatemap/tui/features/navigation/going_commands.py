"""Go somewhere at once: by label, bookmark, number, id or link; do the last edit again."""

from typing import TYPE_CHECKING

from debatemap.catalog.map_files import ClaimIn
from debatemap.core.claim_address import Address, address_of, ids_beginning, read_address
from debatemap.core.text import excerpt
from debatemap.store.locations import is_there
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.navigation.bookmarks import Bookmarks
from debatemap.tui.features.navigation.count import Count
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.features.navigation.label_screen import LabelScreen
from debatemap.tui.features.navigation.repeating import Repeating
from debatemap.tui.features.views.views import Views
from debatemap.views.row_labels import labels_for

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = [
    "bookmark",
    "copy_link",
    "count",
    "fold_others",
    "go_to_bookmark",
    "go_to_id",
    "jump",
    "repeat_edit",
]


async def jump(context: "MapContext") -> None:
    """Shows a label at each row in sight and goes to the one that is typed."""
    view = context.feature(Views).active or context.view
    places = list(view.places_in_sight())
    if not places:
        context.say("There is no row in sight to jump to.")
        return
    labels = labels_for(len(places))
    offsets = {label: offset for label, (_, offset) in zip(labels, places, strict=True)}
    label = await context.ask(LabelScreen(offsets))
    if label is not None:
        context.jump_to(places[labels.index(label)][0])


def count(context: "MapContext") -> None:
    """Takes the digits that follow for how often to move; one that ran it is the first of them."""
    counting = context.feature(Count)
    counting.begin()
    counting.takes(context.key)


async def bookmark(context: "MapContext") -> None:
    """Sets a bookmark on the selected claim, or takes it away."""
    await context.feature(Bookmarks).set()


async def go_to_bookmark(context: "MapContext") -> None:
    """Shows the bookmarks and goes to one."""
    await context.feature(Bookmarks).go()


def fold_others(context: "MapContext") -> None:
    """Folds everything but the path to the selected row and what is open beneath it."""
    row, outline, index = context.row, context.outline, context.view.index
    if row is None:
        return
    kept = {below.key for below in outline.rows[index : outline.end(index)] if below.open}
    above = row.parent
    while above is not None:
        kept.add(above.key)
        above = above.parent
    context.view.reshape(lambda shown: shown.open_only(kept), select=row)


def repeat_edit(context: "MapContext") -> None:
    """Does the last edit again on the selected claim."""
    context.feature(Repeating).repeat()


def copy_link(context: "MapContext") -> None:
    """Copies the link of the selected claim."""
    if context.row is None:
        return
    path = context.session.path
    link = address_of(path.absolute() if path is not None else None, context.row.claim)
    context.app.copy_to_clipboard(link)
    about = "" if path is not None else "; the map has no file yet, so it is the id alone"
    context.say(f"Copied, where the terminal allows it: {link}{about}")


async def go_to_id(context: "MapContext") -> None:
    """Asks for an id or a link and goes to its claim, in another map where it names one."""
    said = await context.ask(PromptScreen("Go to which id, its beginning, or link?"))
    if said is None or not said.strip():
        return
    address, debate = read_address(said), context.session.debate
    found = ids_beginning([*debate.claims, *debate.links], address.id)
    if len(found) == 1:
        go_to_claim(context, found[0])
    elif found:
        some = ", ".join(found[:3])
        context.say(f"{len(found)} ids begin so: {some}{' …' if len(found) > 3 else ''}", "warning")  # noqa: PLR2004
    else:
        _go_elsewhere(context, address)


def _go_elsewhere(context: "MapContext", address: Address) -> None:
    """Opens the map that a link names, where that is another one."""
    path, own = address.path, context.session.path
    is_other = path is not None and own is not None and path.absolute() != own.absolute()
    if path is not None and is_other and is_there(path):
        context.app.open_chosen(ClaimIn(path, address.id), None)
        return
    where = f" and no file {excerpt(str(path), 60)}" if path is not None and is_other else ""
    context.say(f"There is no id {excerpt(address.id, 40)} in this map{where}.", "warning")
