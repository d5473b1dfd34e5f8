"""Show how claims stand, why, and what a verdict turns on."""
