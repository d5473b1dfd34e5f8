"""Runs the command line as the installed program does: `command.py ARGUMENT…`."""

from debatemap.cli import main

if __name__ == "__main__":
    main()
