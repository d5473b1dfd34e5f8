"""Show who rates alike, and what unites and divides people."""
