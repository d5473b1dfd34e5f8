"""Ask git, and have it merge and compare maps by meaning."""
