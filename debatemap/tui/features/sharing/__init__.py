"""Merge what others made of the map, and settle conflicts."""
