"""The one table of commands, when each can run, and the keys that run them."""
