"""Mind maps of Freeplane and FreeMind."""
