"""The texts of sources beside the map: shown, quoted from, and given to sources."""
