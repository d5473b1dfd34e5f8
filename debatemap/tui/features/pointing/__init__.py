"""Click on what is shown, open menus of it, and drag claims to each other."""
