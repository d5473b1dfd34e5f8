"""The texts of sources, and the quotes that are looked for in them. Knows no screen.

A text is read by `load_text`, and never changed. Its `index` is made once; `find_quote` then takes
well under a millisecond. Offsets count the characters of `LoadedText.text`.
"""

from debatemap.texts.found import Difference, Found, Grade, Place
from debatemap.texts.grading import Grading, check_quote, graded
from debatemap.texts.kept_grades import KeptGrades, grades_now
from debatemap.texts.load import LoadedText, load_text, read_as
from debatemap.texts.named_places import place_name
from debatemap.texts.quote_finder import find_quote, find_quotes
from debatemap.texts.quotes import (
    CheckedQuote,
    QuoteReport,
    Texts,
    check_quotes,
    claims_on_absent_quotes,
    load_texts,
)
from debatemap.texts.text_index import TextIndex

__all__ = [
    "CheckedQuote",
    "Difference",
    "Found",
    "Grade",
    "Grading",
    "KeptGrades",
    "LoadedText",
    "Place",
    "QuoteReport",
    "TextIndex",
    "Texts",
    "check_quote",
    "check_quotes",
    "claims_on_absent_quotes",
    "find_quote",
    "find_quotes",
    "graded",
    "grades_now",
    "load_text",
    "load_texts",
    "place_name",
    "read_as",
]
