"""Argdown: statements, arguments and their relations as indented text, and back."""
