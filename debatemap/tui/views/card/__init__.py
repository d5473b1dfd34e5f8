"""The card: a claim as a debater sees it, with what speaks for it and against it side by side."""
