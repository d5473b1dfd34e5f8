"""Sixel: images as terminals of the VT340's kind take them, six lines of pixels at a time.

https://vt100.net/docs/vt3xx-gp/chapter14.html describes it. Each band of six lines is drawn
once for each of its colours: a character stands for six pixels above each other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from sys import byteorder
from typing import Final

__all__ = ["sixel_of"]

_BAND: Final = 6
_COLOURS: Final = 64
"""Colours of an image. Terminals have 256, some fewer; a drawing needs few beside its edges'."""
_STEP: Final = 17
"""Between two levels of a channel: there are 16, as an eye tells few more apart."""
_RUN: Final = re.compile(rb"(.)\1{3,}", re.DOTALL)
_SIGNS: Final = bytes((63 + bits) & 255 for bits in range(256))
_NOTHING: Final = b"?"

Colour = tuple[int, int, int]


def sixel_of(lines: Sequence[bytes]) -> str:
    """Returns an image as a message to a terminal, drawn from where the cursor is.

    Args:
        lines: The lines of pixels, four bytes a pixel: red, green, blue, and one that is not used.
    """
    width, pixels = len(lines[0]) // 4, memoryview(b"".join(lines)).cast("I")
    palette, places = _palette(Counter(pixels))
    indexes = bytes(map(places.__getitem__, pixels))
    head = f'\x1bP0;1;0q"1;1;{width};{len(lines)}'
    colours = (
        f"#{place};2;" + ";".join(str(round(level * 100 / 255)) for level in colour)
        for place, colour in enumerate(palette)
    )
    bands = (
        _band(indexes[start : start + width * _BAND], width)
        for start in range(0, len(indexes), width * _BAND)
    )
    return f"{head}{''.join(colours)}{''.join(bands)}\x1b\\"


def _palette(counts: Counter[int]) -> tuple[list[Colour], dict[int, int]]:
    """Returns the colours that are found most, and by pixel the place of the nearest of them."""
    rounded = {pixel: _rounded(pixel) for pixel in counts}
    found: Counter[Colour] = Counter()
    for pixel, count in counts.items():
        found[rounded[pixel]] += count
    palette = [colour for colour, _ in found.most_common(_COLOURS)]
    places = {colour: place for place, colour in enumerate(palette)}
    for colour in found:
        if colour not in places:
            places[colour] = _nearest(colour, palette)
    return palette, {pixel: places[colour] for pixel, colour in rounded.items()}


def _rounded(pixel: int) -> Colour:
    red, green, blue, _ = ((level + _STEP // 2) // _STEP for level in pixel.to_bytes(4, byteorder))
    return red * _STEP, green * _STEP, blue * _STEP


def _nearest(colour: Colour, palette: Sequence[Colour]) -> int:
    def distance(place: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(colour, palette[place], strict=True))

    return min(range(len(palette)), key=distance)


def _band(indexes: bytes, width: int) -> str:
    """Returns up to six lines of pixels, colour by colour."""
    lines = [indexes[start : start + width] for start in range(0, len(indexes), width)]
    return "$".join(_coloured(lines, place, width) for place in sorted({*indexes})) + "-"


def _coloured(lines: Sequence[bytes], place: int, width: int) -> str:
    bits = 0
    for number, line in enumerate(lines):
        if place in line:
            bits |= int.from_bytes(line.translate(_bit_where(place, number)), "big")
    signs = bits.to_bytes(width, "big").translate(_SIGNS).rstrip(_NOTHING)
    return f"#{place}" + b"".join(_shortened(signs)).decode()


@cache
def _bit_where(place: int, line: int) -> bytes:
    """Returns a table that makes a bit of a place of the palette, and nothing of all others."""
    return bytes(1 << line if each == place else 0 for each in range(256))


def _shortened(signs: bytes) -> Iterator[bytes]:
    """Yields characters, with a count in the place of a longer run of one."""
    at = 0
    for run in _RUN.finditer(signs):
        yield signs[at : run.start()]
        yield b"!%d%b" % (len(run[0]), run[1])
        at = run.end()
    yield signs[at:]
