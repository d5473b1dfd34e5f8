"""Read sources from BibTeX, CSL-JSON and RIS.

BibTeX and RIS are read by the extra `bib`: pybtex, which knows names and the letters of LaTeX, and
rispy. CSL-JSON is JSON.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

from debatemap.core.dates import is_date
from debatemap.core.model import Source

__all__ = ["ENDINGS", "BibliographyError", "read_bibliography"]

_EXTRA: Final = "pip install 'debatemap[bib]'"
_LARGEST: Final = 20_000_000
"""Characters of a file that are read."""
_YEAR: Final = re.compile(r"\d{4}(?:[-/]\d{1,2}){0,2}")
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_BRACES: Final = re.compile(r"[{}]")


class BibliographyError(ValueError):
    """A file holds no sources that can be read; the message says why."""


def read_bibliography(content: str, ending: str) -> list[Source]:
    """Returns the sources in a file.

    Args:
        content: What it holds.
        ending: The ending of its name: `.bib`, `.json` or `.ris`.

    Raises:
        BibliographyError: It is none of these, or broken; or a package is missing that reads it.
    """
    if len(content) > _LARGEST:
        raise BibliographyError("it is too large for a list of sources")
    reader = _READERS.get(ending.lower())
    if reader is None:
        endings = ", ".join(_READERS)
        raise BibliographyError(f"its name ends in none of {endings}, by which it is known")
    found = [source for source in reader(content) if source.author or source.title or source.url]
    if not found:
        raise BibliographyError("it holds no source")
    return found


def _bibtex(content: str) -> Iterator[Source]:
    try:
        from pybtex.database import parse_string  # noqa: PLC0415  (an extra)
        from pybtex.exceptions import PybtexError  # noqa: PLC0415
    except ImportError:
        raise BibliographyError(f"BibTeX needs pybtex: {_EXTRA}") from None
    try:
        entries = parse_string(content, "bibtex").entries.values()
    except (PybtexError, RecursionError) as error:
        raise BibliographyError(f"it is no BibTeX: {error}") from None
    for entry in entries:
        fields = entry.fields
        people = entry.persons.get("author") or entry.persons.get("editor") or []
        address = fields.get("url") or (
            f"https://doi.org/{fields['doi']}" if "doi" in fields else ""
        )
        yield Source(
            "; ".join(_plain(" ".join(_names(person))) for person in people),
            _plain(fields.get("title", "")),
            address.replace("\\", ""),
            _date(fields.get("date", ""))
            or _date(fields.get("year", ""), fields.get("month", ""), fields.get("day", "")),
        )


def _names(person: Any) -> list[str]:  # noqa: ANN401  (pybtex has no types)
    names: list[str] = [
        *person.first_names, *person.middle_names, *person.prelast_names, *person.last_names,
        *person.lineage_names,
    ]  # fmt: skip
    return names


def _plain(latex: str) -> str:
    """Returns words of LaTeX as they are read."""
    import latexcodec  # noqa: F401, PLC0415  (pybtex brings it; it registers a codec)

    with suppress(ValueError):
        latex = str(codecs.decode(latex, "ulatex"))  # type: ignore[call-overload]  # text to text
    return " ".join(_BRACES.sub("", latex).split())


def _ris(content: str) -> Iterator[Source]:
    try:
        import rispy  # noqa: PLC0415  (an extra)
    except ImportError:
        raise BibliographyError(f"RIS needs rispy: {_EXTRA}") from None
    try:
        entries = rispy.loads(content)
    except (OSError, ValueError) as error:
        raise BibliographyError(f"it is no RIS: {error}") from None
    except (LookupError, AttributeError, TypeError):
        # It fails so on fields that stand between two entries.
        raise BibliographyError("it is no RIS: an entry is out of order") from None
    for entry in entries:
        people = entry.get("authors") or entry.get("first_authors") or []
        urls = entry.get("urls") or []
        doi = entry.get("doi")
        yield Source(
            "; ".join(map(_turned, people)),
            str(entry.get("title") or entry.get("primary_title") or ""),
            str(urls[0]) if urls else f"https://doi.org/{doi}" if doi else "",
            _date(str(entry.get("date") or "")) or _date(str(entry.get("year") or "")),
        )


def _turned(name: str) -> str:
    """Returns a name with the family's behind: `Lovelace, Ada` as `Ada Lovelace`."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name.strip()


def _csl(content: str) -> Iterator[Source]:
    try:
        items = json.loads(content)
    except (ValueError, RecursionError):
        raise BibliographyError("it is no JSON") from None
    for item in items if isinstance(items, list) else [items]:
        if not isinstance(item, Mapping):
            raise BibliographyError("it is no CSL-JSON: expected a list of objects")
        doi = _text(item, "DOI")
        yield Source(
            "; ".join(filter(None, map(_csl_name, _list(item, "author") or _list(item, "editor")))),
            _text(item, "title"),
            _text(item, "URL") or (f"https://doi.org/{doi}" if doi else ""),
            _csl_date(item.get("issued")),
        )


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key, "")
    return value if isinstance(value, str) else ""


def _list(item: Mapping[str, Any], key: str) -> list[Any]:
    value = item.get(key)
    return value if isinstance(value, list) else []


def _csl_name(person: object) -> str:
    if not isinstance(person, Mapping):
        return ""
    keys = ("literal", "given", "non-dropping-particle", "family")
    return " ".join(filter(None, (_text(person, key) for key in keys)))


def _csl_date(issued: object) -> str:
    if not isinstance(issued, Mapping):
        return ""
    parts = _list(issued, "date-parts")
    first = parts[0] if parts and isinstance(parts[0], list) else []
    if first:
        return _date(*(str(part) for part in first[:3]))
    return _date(_text(issued, "raw") or _text(issued, "literal"))


def _date(year: str, month: str = "", day: str = "") -> str:
    """Returns a date as a map has it, of what is known of it and can be.

    Examples:
        >>> _date("2024", "jul", "3"), _date("1999"), _date("2024/7"), _date("2024-02-31")
        ('2024-07-03', '1999', '2024-07', '2024-02')
    """
    found = _YEAR.search(year)
    if found is None:
        return ""
    parts = found.group().replace("/", "-").split("-")
    if len(parts) == 1 and month:
        name = month.strip().lower()[:3]
        number = _MONTHS.index(name) + 1 if name in _MONTHS else month.strip()
        parts += [str(number)] if str(number).isdecimal() else []
        parts += [day.strip()] if len(parts) > 1 and day.strip().isdecimal() else []
    parts = [parts[0], *(part.zfill(2) for part in parts[1:])]
    known = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next(filter(is_date, known), "")


_READERS: Final[dict[str, Callable[[str], Iterator[Source]]]] = {
    ".bib": _bibtex,
    ".json": _csl,
    ".ris": _ris,
}

ENDINGS: Final = (*_READERS,)
"""How the names of files end that can be read."""
