"""Another library reads the canvases that are written, and finds nothing wrong with them."""

import pytest

from debatemap.formats.registry import format_named
from tests.tui.maps import rain

pyjsoncanvas = pytest.importorskip("pyjsoncanvas", reason="pyjsoncanvas is not installed")


def test_another_library_takes_what_is_written() -> None:
    canvas = pyjsoncanvas.Canvas.from_json(format_named("canvas").write(rain()).data.decode())
    assert canvas.validate() in (True, None)
    assert {node.id for node in canvas.nodes} == {"debatemap_title", *rain().claims}
    assert {edge.id for edge in canvas.edges} >= {"l-plants", "l-floods", "l-wells", "l-too"}
