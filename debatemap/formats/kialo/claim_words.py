r"""The words of a claim in Kialo's text: escapes, links and footnotes.

`\( \) \[ \] \@` stand for these signs, `\n` for a line break, and `[words](address)` for a link.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple
from urllib.parse import quote

from debatemap.core.model import Source
from debatemap.core.text import clean

__all__ = ["Words", "link_to", "read_words", "written_text"]

_LINK: Final = r"\[((?:\\.|[^\[\]\\\n])*)\]\(((?:[^()\s\\]|\\.|\([^()\s]*\))*)\)"
_TOKEN: Final = re.compile(rf"{_LINK}|\\([()\[\]@n])")
_LINKS: Final = re.compile(rf"{_LINK}(?:; {_LINK})*\\\)")
_FOOTNOTE: Final = re.compile(r" ?\[(\d{1,9})\]")
_ESCAPED: Final = re.compile(r"[()\[\]@]")
_NUMBERED: Final = re.compile(r"\s*(?:\d+\.)+(?:\s|$)")
_URL: Final = re.compile(r"\b\w{2,20}://[^\s<>]+")
_SEE: Final = re.compile(r"(?i:->(?=\s*see\s))")


class Words(NamedTuple):
    """The words of a claim, the sources that they link to, and footnotes that are not there."""

    text: str
    sources: list[Source]
    missing: list[str]


def read_words(written: str, footnotes: Mapping[str, str]) -> Words:
    r"""Returns the words of a claim.

    Examples:
        >>> read_words(r"Many do \(see [survey](https://example.org/s)\).", {}).text
        'Many do (see survey).'
    """
    sources: list[Source] = []
    at = written.rfind(" \\([")
    if at >= 0 and _LINKS.fullmatch(written, at + 3):
        # Links that stand alone behind the words are citations.
        sources += [_source(found[1], found[2]) for found in re.finditer(_LINK, written[at + 3 :])]
        written = written[:at]

    def token(found: re.Match[str]) -> str:
        if found[3]:
            return "\n" if found[3] == "n" else found[3]
        if found[2]:
            sources.insert(len(sources), _source(found[1], found[2]))
        return _plain(found[1])

    missing: list[str] = []

    def footnote(found: re.Match[str]) -> str:
        if found[1] in footnotes:
            sources.append(_footnote_source(footnotes[found[1]]))
            return ""
        missing.append(found[1])
        return found[0]

    text = _FOOTNOTE.sub(footnote, written) if footnotes else written
    return Words(_TOKEN.sub(token, text), sources, missing)


def _plain(words: str) -> str:
    return re.sub(r"\\([()\[\]@])", r"\1", words)


def _source(words: str, url: str) -> Source:
    title, url = _plain(words).strip(), _plain(url)
    return Source(title="" if title == url else title, url=url)


def _footnote_source(words: str) -> Source:
    found = _URL.search(words)
    if found is None:
        return Source(title=words)
    title = f"{words[: found.start()]} {words[found.end() :]}"
    return Source(title=" ".join(title.split()).strip(" ,;:-–"), url=found[0])


def written_text(text: str) -> str:
    """Returns the words of a claim as they stand behind its number."""
    escaped = _escaped(clean(text))
    escaped = _SEE.sub("→", escaped) if _SEE.match(escaped) else escaped
    lines = escaped.split("\n")
    is_open = any(_NUMBERED.match(line) for line in lines[1:]) or not lines[-1].strip()
    return ("\\n" if is_open else "\n").join(lines)


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", text)


def link_to(sources: Iterable[Source]) -> str:
    """Returns links to sources that have an address, as they stand behind a claim's words."""
    links = []
    for source in sources:
        if source.url:
            title = " ".join(clean(source.title or source.url).split()).rstrip("\\")
            url = quote(clean(source.url), safe="/:?#@!$&'*+,;=%~-._")
            links.append(f"[{_escaped(title)}]({url})")
    return f" \\({'; '.join(links)}\\)" if links else ""
