"""The texts of sources, and the quotes that are looked for in them."""

from debatemap.texts.found import Difference, Found, Grade, Place
from debatemap.texts.quote_finder import find_quote, find_quotes
from debatemap.texts.text_index import TextIndex

__all__ = [
    "Difference",
    "Found",
    "Grade",
    "Place",
    "TextIndex",
    "find_quote",
    "find_quotes",
]
