"""An outline's folds, steps and cursor as plain values, and back."""

from itertools import islice

from debatemap.store.view_state import MOST_OPEN, View
from debatemap.views.outline.outline import Outline
from debatemap.views.outline.row import Row, root_key

__all__ = ["restore", "view_of"]


def view_of(outline: Outline, row: Row | None) -> View:
    """Returns how an outline is looked at, with the cursor on a row."""
    opened = ((here.depth, here.link, here.claim) for here in outline.rows if here.open)
    return View(
        list(islice(opened, MOST_OPEN)),
        list(outline.trail),
        outline.path(row) if row is not None else [],
    )


def restore(outline: Outline, view: View) -> int:
    """Looks at an outline as a view says, and returns the index of its cursor.

    What has gone from the debate since is passed over.
    """
    outline.trail = list(view.trail)
    keys = [root_key(outline.trail[:-1])]
    for depth, link, claim in view.opened:
        del keys[depth + 1 :]
        if depth < len(keys):
            keys.append(hash((keys[depth], link, claim)))
            outline.opened.add(keys[-1])
    outline.check_trail()
    outline.rebuild()
    return outline.reveal(view.cursor) if view.cursor else 0
