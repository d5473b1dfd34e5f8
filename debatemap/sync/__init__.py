"""Share a map: compare two versions, merge three, go through git, and bring maps together."""
