"""The menu of how a chord may go on."""

from textual.widgets import Static

__all__ = ["ChordMenu"]


class ChordMenu(Static):
    """The keys that may follow those which were pressed; not shown where no chord has begun."""
