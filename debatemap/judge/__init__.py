"""Who is ahead in a debate, why, and what it turns on. Nothing here knows a screen."""
