"""What the program needs of the terminal and the system: driver, signals, addresses, themes."""
