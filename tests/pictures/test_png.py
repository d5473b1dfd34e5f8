import struct
import sys

import pytest

from debatemap.core.errors import MapError
from debatemap.formats.registry import format_named, format_of
from debatemap.pictures import png_format
from tests.formats.published.charts import HOSTILE
from tests.tui.maps import rain

PNG = format_named("png")


def size_of(data: bytes) -> tuple[int, int]:
    wide, high = struct.unpack(">II", data[16:24])
    return wide, high


@pytest.fixture
def renderer() -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    if not png_format._draws_letters():
        pytest.skip("no font is installed")


@pytest.mark.usefixtures("renderer")
def test_a_picture_is_rendered_at_twice_the_size() -> None:
    written = PNG.write(rain())
    assert format_of(written.data, "x") is PNG
    wide, high = size_of(written.data)
    assert wide > 1_000
    assert high > 800
    losses = {loss.kind: loss.becomes for loss in written.losses}
    assert losses["notes"] == losses["sources"] == ""


@pytest.mark.usefixtures("renderer")
@pytest.mark.parametrize("kind", ["markup", "wide letters", "a very long word"])
def test_hostile_texts_are_rendered(kind: str) -> None:
    assert size_of(PNG.write(HOSTILE[kind]).data)[0] > 1_000


def test_without_resvg_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MapError, match=r"needs resvg-py.*pip install 'debatemap\[png\]'"):
        PNG.write(rain())


def test_without_a_font_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    resvg = pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    draw = resvg.svg_to_bytes
    monkeypatch.setattr(
        resvg, "svg_to_bytes", lambda **given: draw(**given, skip_system_fonts=True)
    )
    png_format._draws_letters.cache_clear()
    with pytest.raises(MapError, match="needs a font"):
        PNG.write(rain())
    png_format._draws_letters.cache_clear()
