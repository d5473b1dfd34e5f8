"""Sixels that a decoder of its own reads back, and pixels of PNGs of every filter."""

import zlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.exporting.export import export
from debatemap.pictures.picture_part import PicturePart, pixels_of_part
from debatemap.pictures.png_pixels import lines_of_pixels
from debatemap.pictures.sixel import sixel_of
from debatemap.pictures.svg_format import SVG
from tests.pictures.sixel_reading import pixels_of_sixel
from tests.tui.maps import rain

levels = st.sampled_from(range(0, 256, 17))
flat = st.sampled_from((b"\0\0\0\xff", b"\xff\xff\xff\xff", b"\x11\x66\xaa\xff"))


@st.composite
def images(draw: st.DrawFn, pixel: st.SearchStrategy[bytes]) -> list[bytes]:
    """Draws lines of pixels, with stretches of one colour and lines like the one above."""
    is_repeated = st.booleans()
    width = draw(st.integers(1, 40))
    lines: list[bytes] = []
    for _ in range(draw(st.integers(1, 20))):
        is_same = draw(is_repeated)
        if lines and is_same:
            lines.append(lines[-1])
            continue
        runs = draw(st.lists(st.tuples(pixel, st.integers(1, 30)), min_size=1, max_size=6))
        line = b"".join(colour * count for colour, count in runs)
        lines.append((line + line[-4:] * width)[: 4 * width])
    return lines


any_pixel = st.binary(min_size=4, max_size=4)
exact = st.one_of(flat, st.tuples(levels, levels, levels).map(lambda rgb: bytes((*rgb, 255))))


@given(images(exact))
def test_every_pixel_is_drawn_in_its_colour(lines: list[bytes]) -> None:
    width, height, pixels = pixels_of_sixel(sixel_of(lines))
    assert (width, height) == (len(lines[0]) // 4, len(lines))
    wanted = {
        (x, y): tuple(round(level * 100 / 255) for level in line[4 * x : 4 * x + 3])
        for y, line in enumerate(lines)
        for x in range(width)
    }
    if len({*wanted.values()}) <= 64:
        assert pixels == wanted
    assert pixels.keys() == wanted.keys()


@given(images(any_pixel))
def test_an_image_of_many_colours_is_drawn_whole_in_few(lines: list[bytes]) -> None:
    width, height, pixels = pixels_of_sixel(sixel_of(lines))
    assert len(pixels) == width * height
    assert len({*pixels.values()}) <= 64


def png_of(lines: Sequence[bytes], filters: Sequence[int]) -> bytes:
    """Returns a PNG whose lines are filtered as is asked for."""
    raw, above = b"", bytes(len(lines[0]))
    for line, kind in zip(lines, filters, strict=True):
        raw += bytes([kind, *(filtered(kind, line, above, at) for at in range(len(line)))])
        above = line
    size = (len(lines[0]) // 4).to_bytes(4, "big") + len(lines).to_bytes(4, "big")
    chunks = ((b"IHDR", size + b"\x08\x06\0\0\0"), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in chunks
    )


def filtered(kind: int, line: bytes, above: bytes, at: int) -> int:
    """Returns a byte as a filter of the specification leaves it."""
    left, corner = (line[at - 4], above[at - 4]) if at >= 4 else (0, 0)
    up = above[at]
    guess = left + up - corner
    nearest = min((left, up, corner), key=lambda each: abs(guess - each))
    return (line[at] - (0, left, up, (left + up) // 2, nearest)[kind]) % 256


@given(images(st.one_of(flat, any_pixel)), st.data())
def test_pixels_of_every_filter_are_read(lines: list[bytes], data: st.DataObject) -> None:
    kinds = st.lists(st.integers(0, 4), min_size=len(lines), max_size=len(lines))
    assert lines_of_pixels(png_of(lines, data.draw(kinds))) == lines


def test_a_png_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="another kind"):
        lines_of_pixels(png_of([bytes(4)], [0]).replace(b"\x08\x06\0\0\0", b"\x08\x02\0\0\0"))


def test_a_part_of_a_picture_is_as_large_as_is_asked_for() -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    svg = export(rain(), SVG()).data.decode()
    lines = pixels_of_part(svg, PicturePart(-50, -50, 400, 300), 200, 90)
    assert {len(line) for line in lines} == {800}
    assert len(lines) == 90
    assert lines[0][:4] == b"\xff\xff\xff\xff", "beyond the edge"
    assert len({line[at : at + 4] for line in lines for at in range(0, 800, 4)}) > 5
