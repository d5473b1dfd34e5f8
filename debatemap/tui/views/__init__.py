"""The views that can stand in the outline's place, and what each of them must answer."""
