"""The language in which claims are asked for: on the screen, and by `debatemap find`.

README.md in this folder has its words. `parse_filter` reads a query, and `Filter.find` looks for
the claims; `FilterFacts` is what a query can ask about.
"""

from debatemap.filtering.completion import Completion, completions
from debatemap.filtering.facts import FilterFacts
from debatemap.filtering.filter import Filter, parse_filter
from debatemap.filtering.query_errors import FilterError

__all__ = ["Completion", "Filter", "FilterError", "FilterFacts", "completions", "parse_filter"]
