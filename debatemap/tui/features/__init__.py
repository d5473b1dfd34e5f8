"""What the screen can do, one folder a feature."""
