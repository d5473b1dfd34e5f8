"""The user's own commands and hooks: lines of shell, run on a claim or on a map."""
