"""A folder of notes for Obsidian: one a claim, linked, and one for the whole map."""
