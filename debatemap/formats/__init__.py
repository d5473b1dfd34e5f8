"""The formats that maps are read from and written to, and the registry of them."""
