"""JSON Canvas: cards and the edges between them."""
