"""The project's own format: a JSON file, canonical to the byte."""
