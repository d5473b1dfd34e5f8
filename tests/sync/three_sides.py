"""A base and edits of both its sides, for git to merge."""

from tests.strategies import sketch
from tests.sync.repository import said, signed

BASE = sketch("T", p="P + T", q="Q - T")
OURS = said(BASE, P="Ours of P.", N="New from us.")
THEIRS = said(signed(BASE, P="Bob"), Z="New from them.")
"""Edits of neighbouring lines: a merge by lines cannot do it, one by meaning can."""

CLASH = said(BASE, P="Theirs of P.")
