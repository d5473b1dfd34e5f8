"""What commands print for programs."""
