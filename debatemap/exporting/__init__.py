"""A map, or a part of it, written in another format, with what its arguments come to."""
