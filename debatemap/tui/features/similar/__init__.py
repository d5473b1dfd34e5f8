"""The same point in other words: offered while a claim is written, and as a walk through pairs."""
