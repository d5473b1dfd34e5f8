"""The sources that a statement names: in its data, and by the links in its text."""

import re
from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.fields import fields_of
from debatemap.core.model import Source
from debatemap.core.text import clean
from debatemap.formats.argdown.argdown_model import Node
from debatemap.formats.assembly import Assembly

__all__ = ["Sources"]

_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_TEXTS: Final = tuple(field.in_file for field in fields_of("sources") if field.is_text)
_CITED: Final = tuple(f.in_file for f in fields_of("citations") if f.is_long or f.kind == "line")
_QUOTES: Final = ("quote", "quotation")


class Sources:
    """Citations of statements, each source taken in once."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._ids: dict[tuple[str, ...], str] = {}

    def of(self, node: Node, data: dict[str, Any]) -> list[dict[str, Any]]:
        """Takes the sources out of some data, and returns the citations of them.

        What is no source is left there.
        """
        found = [cited for key in ("source", "sources") for cited in self._under(key, data)]
        quote = next((data[key] for key in _QUOTES if isinstance(data.get(key), str)), "")
        if quote and len(found) == 1 and "quote" not in found[0]:
            found[0]["quote"] = clean(quote)
            for key in _QUOTES:
                data.pop(key, None)
        links = [link for member in node.members for link in member.links or ()]
        found += [
            {"ref": self._id(Source(title=clean(link.title), url=clean(link.url)))}
            for link in links
        ]
        return [cited for n, cited in enumerate(found) if cited not in found[:n]]

    def _under(self, key: str, data: dict[str, Any]) -> list[dict[str, Any]]:
        value = data.get(key)
        each: list[Any] = value if isinstance(value, list) else [value]
        if value is None or not all(map(_is_source, each)):
            return []
        del data[key]
        return [self._cited(one) for one in each]

    def _cited(self, value: str | Mapping[str, Any]) -> dict[str, Any]:
        if isinstance(value, str):
            words = clean(value).strip()
            is_address = _ADDRESS.fullmatch(words) is not None
            return {"ref": self._id(Source(url=words) if is_address else Source(title=words))}
        texts: dict[str, Any] = {key: clean(str(value[key])) for key in _TEXTS if key in value}
        source = Source()._replace(**texts)
        cited = {key: clean(str(value[key])) for key in _CITED if key in value}
        return {"ref": self._id(source), **cited}

    def _id(self, source: Source) -> str:
        key = (source.author, source.title, source.url, source.date)
        if key not in self._ids:
            self._ids[key] = self._assembly.add_source("", source)
        return self._ids[key]


def _is_source(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if not isinstance(value, dict) or not any(key in value for key in ("title", "url", "author")):
        return False
    known = {*_TEXTS, *_CITED}
    return all(key in known and isinstance(each, (str, int, float)) for key, each in value.items())
