"""What the first bytes of a JSON file say of its shape, though they break off anywhere.

Several formats share the ending `.json`. Each is known by its keys, in whatever order they stand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["Shape", "shape_of"]

_TOKEN: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(:)?|([\[\]{}])', re.DOTALL)
_DEEPEST: Final = 4
"""How many keys a path has at most."""


class Shape(NamedTuple):
    """The beginning of a JSON file.

    Attributes:
        paths: The paths of the keys in it; `[]` stands for any item of a list, and `*` for the
            ids that are the keys of an object of nodes or edges.
        words: By path, the texts that stand there.
    """

    paths: frozenset[str]
    words: dict[str, frozenset[str]]

    def has(self, *paths: str) -> bool:
        """Tells whether one of some paths is in it."""
        return not self.paths.isdisjoint(paths)


@lru_cache(maxsize=2)
def shape_of(head: bytes) -> Shape:
    """Returns the shape of a file by its first bytes; nothing where it is no JSON object.

    Examples:
        >>> sorted(shape_of(b'{"nodes": [{"nodeID": "1", "type": "I", "te').paths)
        ['nodes', 'nodes.[]', 'nodes.[].nodeID', 'nodes.[].type']
        >>> sorted(shape_of(b'{"nodes": {"n1": {"atom": {').paths)
        ['nodes', 'nodes.*', 'nodes.*.atom']
        >>> shape_of(b'{"type": "I"}').words, shape_of(b"text").paths
        ({'type': frozenset({'I'})}, frozenset())
    """
    text = _decoded(head).lstrip()
    paths: set[str] = set()
    words: dict[str, set[str]] = {}
    for path, word in _walk(text) if text.startswith("{") else ():
        paths.add(path)
        if word is not None:
            words.setdefault(path, set()).add(word)
    return Shape(frozenset(paths), {path: frozenset(found) for path, found in words.items()})


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "ignore")


def _walk(text: str) -> Iterator[tuple[str, str | None]]:
    """Yields the path of each key, and the path of each text with the text."""
    place: list[str] = []
    """The keys on the way: of each object that is open its current one, of each list `[]`."""
    for token in _TOKEN.finditer(text):
        word, colon, mark = token.groups()
        if mark == "{":
            place.append("")
        elif mark == "[":
            place.append("[]")
            if len(place) <= _DEEPEST:
                yield ".".join(place), None
        elif mark:
            place.pop()
            if not place:
                return
        elif colon:
            place[-1] = "*" if place[:-1] in (["nodes"], ["edges"]) else word
            if len(place) <= _DEEPEST:
                yield ".".join(place), None
        elif len(place) <= _DEEPEST:
            yield ".".join(place), word
