"""Put two people's edits of one map together, and one map into another."""
