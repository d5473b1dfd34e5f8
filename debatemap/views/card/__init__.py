"""A claim as a card: what stands above it, its pros and its cons, what is said of its steps."""

from debatemap.views.card.card import Card, Entry, Path, Role, card_at
from debatemap.views.card.claim_paths import is_there, shortened

__all__ = ["Card", "Entry", "Path", "Role", "card_at", "is_there", "shortened"]
