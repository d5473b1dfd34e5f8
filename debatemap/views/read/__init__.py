"""The map as numbered prose."""
