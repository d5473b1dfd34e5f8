"""Pictures of a map, with the layout of the map view: SVG, and PNG made of that."""
