"""Open, save, recover and watch the map's file."""
