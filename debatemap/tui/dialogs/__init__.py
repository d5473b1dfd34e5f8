"""Dialogs that any feature opens: questions, one line of text, lists."""
