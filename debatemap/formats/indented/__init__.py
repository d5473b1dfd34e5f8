"""Indented lines, lists, headings and numbered claims, read as a tree of claims and written."""
