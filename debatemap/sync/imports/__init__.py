"""Files of other programs brought into a map, and later versions of them merged into it."""
