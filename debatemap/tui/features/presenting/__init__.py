"""Present claims, one card after the other."""
