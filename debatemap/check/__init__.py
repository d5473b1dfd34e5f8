"""Find what is wrong with a map, and mend what is safe to mend. Knows no command line.

Each lint is one small function from a debate to findings, under one declaration that gives
its code, its name and its explanation. A code keeps its meaning for good.
"""

from debatemap.check.examination import Report, examine
from debatemap.check.lint import Finding, Lint
from debatemap.check.lints import LINTS, inspect, mend

__all__ = ["LINTS", "Finding", "Lint", "Report", "examine", "inspect", "mend"]
