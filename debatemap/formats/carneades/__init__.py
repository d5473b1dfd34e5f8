"""Carneades 4: statements and arguments in YAML."""
