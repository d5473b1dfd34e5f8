"""How merges go: random edits of several people on generated maps, through real git."""
