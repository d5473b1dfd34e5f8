"""Sixels read as a terminal reads them: which colour each pixel is given."""

import re

__all__ = ["Colour", "Pixels", "pixels_of_sixel"]

Colour = tuple[int, ...]
"""Per cent of red, green and blue."""
Pixels = dict[tuple[int, int], Colour]
"""By column and row."""

_MESSAGE = re.compile(r'\x1bP0;1;0q"1;1;(\d+);(\d+)([^\x1b]*)\x1b\\')
_TOKEN = re.compile(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$-])")


def pixels_of_sixel(message: str) -> tuple[int, int, Pixels]:
    """Returns the width and the height that a message announces, and the pixels that it draws."""
    found = _MESSAGE.fullmatch(message)
    assert found is not None, message[:80]
    colours: dict[str, Colour] = {}
    pixels: Pixels = {}
    x = y = at = 0
    colour: Colour = ()
    while at < len(found[3]):
        token = _TOKEN.match(found[3], at)
        assert token is not None, found[3][at : at + 20]
        at = token.end()
        defined, *levels, chosen, count, repeated, sign, control = token.groups()
        if defined:
            colours[defined] = tuple(map(int, levels))
        elif chosen:
            colour = colours[chosen]
        elif control:
            x, y = 0, y + 6 * (control == "-")
        else:
            bits = ord(sign or repeated) - 63
            for column in range(x, x + int(count or 1)):
                pixels |= {(column, y + row): colour for row in range(6) if bits >> row & 1}
            x += int(count or 1)
    return int(found[1]), int(found[2]), pixels
