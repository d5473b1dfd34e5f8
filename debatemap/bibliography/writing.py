"""Write sources as a bibliography: Markdown for readers, BibTeX for programs."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from debatemap.core.model import Source
from debatemap.core.text import safe_line

__all__ = ["WRITERS"]

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~])")
_LATEX: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def _markdown(sources: Mapping[str, Source]) -> str:
    lines = [f"- {_entry(source)}\n" for source in sorted(sources.values(), key=lambda s: s[:4])]
    return "".join(lines)


def _entry(source: Source) -> str:
    title = f"*{_escaped(source.title)}*" if source.title else ""
    url = safe_line(source.url)
    address = f"<{url}>" if re.fullmatch(r"(?:https?://|mailto:)[^\s<>]+", url) else _escaped(url)
    parts = (_escaped(source.author), title, _escaped(source.date), address)
    return ". ".join(filter(None, parts))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", safe_line(text))


def _bibtex(sources: Mapping[str, Source]) -> str:
    return "\n".join(_record(key, source) for key, source in sources.items())


def _record(key: str, source: Source) -> str:
    people = (
        " and ".join(_braced(name) for name in source.author.split("; ")) if source.author else ""
    )
    year, _, rest = source.date.partition("-")
    fields = {
        "author": people,
        "title": f"{{{_latex(source.title)}}}" if source.title else "",
        "url": safe_line(source.url).translate(str.maketrans("", "", "{}\\")),
        "year": _latex(year),
        "date": _latex(source.date) if rest else "",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{key},\n{''.join(lines)}}}\n"


def _braced(name: str) -> str:
    """Returns a name that is taken as a whole where it holds what would part it."""
    return f"{{{_latex(name)}}}" if "," in name or " and " in name else _latex(name)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(each, each) for each in safe_line(text))


WRITERS: Final[Mapping[str, Callable[[Mapping[str, Source]], str]]] = {
    "bibtex": _bibtex,
    "markdown": _markdown,
}
"""What writes sources by id, by the name of the format."""
