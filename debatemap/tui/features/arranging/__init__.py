"""Link, move, reorder, delete and paste what is there."""
