"""Org mode: headings with properties, and plain lists."""
