"""Step through how a verdict came about."""
