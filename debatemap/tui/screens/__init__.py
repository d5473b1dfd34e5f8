"""The screens: the map, and what opens over it for a moment."""
