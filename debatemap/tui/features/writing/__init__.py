"""Write claims, their words, notes, tags and sources."""
