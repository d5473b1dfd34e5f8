"""The records of a map, the graph that they make, and what is asked of them."""
