"""Compare the map with other versions, and review what is new."""
