"""Leaves out of the doctests what cannot be imported on every platform."""

from debatemap.store.platform import has_terminals

collect_ignore = [] if has_terminals() else ["debatemap/tui/terminal_driver.py"]
