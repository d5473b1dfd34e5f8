"""How a verdict came about: which edits between two versions of a map moved it."""
