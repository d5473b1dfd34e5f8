"""When a map is too large to be looked through within a key, and how long that waits then."""

from typing import Final

__all__ = ["AT_ONCE", "REST"]

AT_ONCE: Final = 2_000
"""Claims that are looked through within a key; more are, in a thread."""
REST: Final = 0.3
"""Seconds before a large map is looked through: a first paint and the keys of an edit go before."""
