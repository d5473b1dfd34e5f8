"""Run the program: `python -m debatemap`."""

from debatemap.cli import main

if __name__ == "__main__":
    main()
