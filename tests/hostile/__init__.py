"""What a stranger's map may try, and proof that it comes to nothing."""
