"""Markdown: nested lists and headings."""
