"""An open map: edits, undo, saving, what comes in from outside, recovery."""
