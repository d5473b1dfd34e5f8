"""Move the cursor, fold, and go to a claim."""
