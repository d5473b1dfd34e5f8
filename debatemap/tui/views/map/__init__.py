"""The map as a picture on the screen: boxes and edges, a cursor, and a small picture of it all."""
