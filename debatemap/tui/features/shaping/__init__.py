"""Reshape the map: paste and copy branches, edit many claims at once, merge, split and group."""
