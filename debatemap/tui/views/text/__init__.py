"""The text of a source on the screen, beside the outline or in its place."""
