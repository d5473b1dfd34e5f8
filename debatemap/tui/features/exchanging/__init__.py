"""Import files of other programs, and export the map in other formats."""
