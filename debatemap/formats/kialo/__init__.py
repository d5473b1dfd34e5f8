"""The text that Kialo exports, in both of its layouts."""
