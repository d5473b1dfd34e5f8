"""Sources from files of reference managers, and a list of sources for them and for readers."""

from debatemap.bibliography.reading import ENDINGS, BibliographyError, read_bibliography
from debatemap.bibliography.writing import WRITERS

__all__ = ["ENDINGS", "WRITERS", "BibliographyError", "read_bibliography"]
