"""Click on what is shown, open menus of it, and drag claims onto each other."""
