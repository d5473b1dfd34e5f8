"""Rate claims and links, and choose whose ratings count."""
