"""The outline: a debate, folds and a filter made into rows. It knows no screen."""

from debatemap.views.outline.follow import follow
from debatemap.views.outline.outline import Outline
from debatemap.views.outline.row import Row
from debatemap.views.outline.row_layout import Layout

__all__ = ["Layout", "Outline", "Row", "follow"]
