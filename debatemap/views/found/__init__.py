"""What a search has found, as texts: where its words stand in a claim, and in what."""
