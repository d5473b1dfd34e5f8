"""What a hostile map may try, and proof that it comes to nothing."""
