"""Runs one command line after another: `commands.py JSON`, a list of lists of arguments.

After what each prints come a NUL, its status and another NUL.
"""

import json
import os
import sys

from debatemap.cli import main

if __name__ == "__main__":
    for words in json.loads(sys.argv[1]):
        status: object = 0
        try:
            main(words)
        except SystemExit as end:
            status = end.code or 0
        sys.stdout.flush()
        os.write(1, f"\0{status}\0".encode())
