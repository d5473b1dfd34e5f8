"""The table view's rows: every claim once, sorted by a column; it knows no screen."""
