"""A debate as a tree of places, which outlines and mind maps are, and back."""
