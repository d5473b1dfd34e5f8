"""The outline: a debate, folds and a filter made into rows. It knows no screen."""

from debatemap.outline.layout import Layout
from debatemap.outline.outline import Outline
from debatemap.outline.row import Row

__all__ = ["Layout", "Outline", "Row"]
