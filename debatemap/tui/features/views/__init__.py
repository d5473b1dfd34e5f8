"""Show the map by another view than the outline, and sort it."""
