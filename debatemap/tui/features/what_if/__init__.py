"""Assume that claims are true, false or absent, and keep that as scenarios."""
