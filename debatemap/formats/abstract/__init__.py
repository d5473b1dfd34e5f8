"""The formats of the competitions in argumentation: arguments by name, and attacks."""
