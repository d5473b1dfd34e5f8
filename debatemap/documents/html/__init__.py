"""A map as one web page that needs no script, no network and no other file."""
