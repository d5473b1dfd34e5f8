"""Run the program on a map, as a terminal would: `python -m tests.bench.launcher MAP`."""

import sys
from pathlib import Path

if __name__ == "__main__":
    from debatemap.tui.run_app import run

    sys.exit(run(Path(sys.argv[1])))
