"""Take a file in which two versions stand, marked, apart into the versions.

Git, Mercurial and others write both sides of a place that they cannot merge between lines of
`<<<<<<<`, `=======` and `>>>>>>>`, and some the common ancestor after a line of `|||||||`.
"""

from collections.abc import Iterator
from enum import Enum
from io import BytesIO
from typing import Final, NamedTuple

__all__ = ["MarkerError", "Sides", "labels", "split"]


class MarkerError(ValueError):
    """The markers do not fit together; the message says where."""


class Sides(NamedTuple):
    """The versions that stand in a file with conflict markers.

    Attributes:
        ours: What stands first in each conflict, and all that is outside them.
        base: The common ancestor, or None where a conflict does not show it.
        theirs: What stands last.
    """

    ours: bytes
    base: bytes | None
    theirs: bytes


class _Part(Enum):
    """Where a line of the file is; the value is the marker that leads there."""

    OUTSIDE = b">"
    OURS = b"<"
    BASE = b"|"
    THEIRS = b"="


_NEXT: Final = {
    _Part.OUTSIDE: (_Part.OURS,),
    _Part.OURS: (_Part.BASE, _Part.THEIRS),
    _Part.BASE: (_Part.THEIRS,),
    _Part.THEIRS: (_Part.OUTSIDE,),
}
_HOLDERS: Final = {
    _Part.OUTSIDE: (_Part.OURS, _Part.BASE, _Part.THEIRS),
    _Part.OURS: (_Part.OURS,),
    _Part.BASE: (_Part.BASE,),
    _Part.THEIRS: (_Part.THEIRS,),
}
"""By the part that a line is in: whose version it belongs to."""


def split(data: bytes) -> Sides | None:
    r"""Returns the versions in a file, or None where no conflict is marked in it.

    The ancestor is known only where every conflict shows it. Longer markers inside a conflict
    are a part of the text: git writes them where the ancestor is itself a merge.

    Raises:
        MarkerError: A conflict is not closed, or its markers are out of order.

    Examples:
        >>> split(b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\n")
        Sides(ours=b'a\nb\n', base=None, theirs=b'a\nc\n')
    """
    versions: dict[_Part, list[bytes]] = {part: [] for part in _HOLDERS[_Part.OUTSIDE]}
    opened = with_base = 0
    for part, line, is_marker in _placed(data):
        if is_marker:
            opened += part is _Part.OURS
            with_base += part is _Part.BASE
        else:
            for holder in _HOLDERS[part]:
                versions[holder].append(line)
    if not opened:
        return None
    base = b"".join(versions[_Part.BASE]) if with_base == opened else None
    return Sides(b"".join(versions[_Part.OURS]), base, b"".join(versions[_Part.THEIRS]))


def labels(data: bytes) -> tuple[str, str]:
    r"""Returns what the first conflict calls our side and theirs; empty where it does not.

    Examples:
        >>> labels(b"<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\n")
        ('HEAD', 'topic')
    """
    found = {_Part.OURS: "", _Part.OUTSIDE: ""}
    for part, line, is_marker in _placed(data):
        if is_marker and part in found and not found[part]:
            found[part] = line.lstrip(part.value).decode(errors="replace").strip()
    return found[_Part.OURS], found[_Part.OUTSIDE]


def _placed(data: bytes) -> Iterator[tuple[_Part, bytes, bool]]:
    """Yields each line with the part that it is in, and whether it is the marker of that part."""
    part, size, opened_at = _Part.OUTSIDE, 0, 0
    for number, line in enumerate(BytesIO(data), start=1):
        found, length = _marker(line)
        if part is _Part.OUTSIDE:
            size, opened_at = length, number
        # Outside a conflict only its beginning is a marker; inside, all have the same length.
        other = length != size or (part is _Part.OUTSIDE and found is not _Part.OURS)
        if found is None or other:
            yield part, line, False
            continue
        if found not in _NEXT[part]:
            sign = found.value.decode() * size
            raise MarkerError(f"line {number}: “{sign}” stands where it has no place")
        part = found
        yield part, line, True
    if part is not _Part.OUTSIDE:
        raise MarkerError(f"line {opened_at}: the conflict that begins here has no end")


def _marker(line: bytes) -> tuple[_Part | None, int]:
    """Returns what a line marks, if anything, and how long the marker is."""
    sign = line[:1]
    if not line.startswith((b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")):
        return None, 0
    rest = line.lstrip(sign)
    # A label stands after a space; the line may end in either way, or with the file.
    ends_there = not rest.rstrip(b"\r\n") or rest.startswith((b" ", b"\t"))
    return (_Part(sign), len(line) - len(rest)) if ends_there else (None, 0)
