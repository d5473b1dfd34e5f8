"""The pixels of a PNG as resvg writes it: eight bits a channel with opacity, not interlaced.

https://www.w3.org/TR/png-3/ describes the filters of its lines. Much of a drawing is of one
colour, so that whole stretches of a line are copied from the one above.
"""

import re
import zlib
from array import array
from itertools import accumulate
from sys import byteorder
from typing import Final

__all__ = ["lines_of_pixels"]

_HEAD: Final = 8
_PIXEL: Final = 4
_SUB, _UP, _AVERAGE, _PAETH = 1, 2, 3, 4
_SOME: Final = re.compile(rb"[^\0]")
_LOW_OF_INT: Final = 0 if byteorder == "little" else array("I").itemsize - 1


def lines_of_pixels(png: bytes) -> list[bytes]:
    """Returns the lines of an image, four bytes a pixel: red, green, blue, opacity.

    Raises:
        ValueError: It is of another kind.
    """
    width, kind, data = 0, b"", bytearray()
    at = _HEAD
    while at < len(png):
        length, name = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        content = png[at + 8 : at + 8 + length]
        if name == b"IHDR":
            width, kind = int.from_bytes(content[:4], "big"), content[8:]
        elif name == b"IDAT":
            data += content
        at += length + 12
    if kind != b"\x08\x06\0\0\0":
        raise ValueError(f"a PNG of another kind: {kind!r}")
    raw, step = zlib.decompress(data), width * _PIXEL + 1
    above, lines = bytes(width * _PIXEL), []
    for start in range(0, len(raw), step):
        above = _line(raw[start], raw[start + 1 : start + step], above)
        lines.append(above)
    return lines


def _line(kind: int, data: bytes, above: bytes) -> bytes:
    """Returns a line of pixels from its differences and the line above it."""
    if kind == _SUB:
        return _summed(data)
    if kind == _UP:
        return _added(data, above)
    if kind == _AVERAGE:
        return _averaged(data, above)
    return _predicted(data, above) if kind == _PAETH else data


def _summed(data: bytes) -> bytes:
    line = bytearray(len(data))
    for channel in range(_PIXEL):
        sums = array("I", accumulate(data[channel::_PIXEL]))
        line[channel::_PIXEL] = sums.tobytes()[_LOW_OF_INT :: sums.itemsize]
    return bytes(line)


def _added(data: bytes, above: bytes) -> bytes:
    """Returns the sums of bytes, all at once: the highest bits apart, so that none is carried."""
    low = int.from_bytes(b"\x7f" * len(data), "big")
    one, other = int.from_bytes(data, "big"), int.from_bytes(above, "big")
    return (((one & low) + (other & low)) ^ ((one ^ other) & ~low)).to_bytes(len(data), "big")


def _averaged(data: bytes, above: bytes) -> bytes:
    line = bytearray(_PIXEL) + data
    for at, over in enumerate(above):
        line[at + _PIXEL] = (line[at + _PIXEL] + (line[at] + over) // 2) & 255
    return bytes(line[_PIXEL:])


def _predicted(data: bytes, above: bytes) -> bytes:
    """Returns a line of which each byte differs from the likeliest of its neighbours (Paeth)."""
    line, over = bytearray(_PIXEL) + data, bytes(_PIXEL) + above
    at, end = _PIXEL, len(line)
    while at < end:
        if line[at - _PIXEL : at] == over[at - _PIXEL : at]:
            # Left of it nothing changed: up to the next difference it goes on as above.
            found = _SOME.search(data, at - _PIXEL)
            stop = (found.start() if found is not None else len(data)) // _PIXEL * _PIXEL + _PIXEL
            line[at:stop] = over[at:stop]
            at = stop
        for byte in range(at, min(at + _PIXEL, end)):
            left, up, corner = line[byte - _PIXEL], over[byte], over[byte - _PIXEL]
            by_left, by_up = abs(up - corner), abs(left - corner)
            by_corner = abs(left + up - 2 * corner)
            likely = up if by_up <= by_corner else corner
            if by_left <= by_up and by_left <= by_corner:
                likely = left
            line[byte] = (line[byte] + likely) & 255
        at += _PIXEL
    return bytes(line[_PIXEL:])
