"""Measurements: `python -m tests.bench` prints the table of targets with what was measured."""
