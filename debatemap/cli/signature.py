"""Who adds a claim, and when."""

from datetime import datetime

from debatemap.config import load_config
from debatemap.core.text import clean, safe_line
from debatemap.edit import Signature

__all__ = ["signature"]


def signature(by: str = "") -> Signature:
    """Returns who adds a claim today: the given name, or else the one in the settings."""
    by = by or load_config().name
    today = datetime.now().astimezone().date()
    return Signature(safe_line(clean(by)), today.isoformat())
