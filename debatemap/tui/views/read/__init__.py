"""The map as numbered prose on the screen."""
