"""Who adds a claim, and when."""

from debatemap.config import load_config
from debatemap.core.text import clean, safe_line
from debatemap.edit import Signature, signed_today

__all__ = ["signature"]


def signature(by: str = "") -> Signature:
    """Returns who adds a claim today: the given name, or else the one in the settings."""
    by = by or load_config().name
    return signed_today(safe_line(clean(by)))
