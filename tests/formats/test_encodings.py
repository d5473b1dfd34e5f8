"""Files in UTF-16 and with the line ends of old Macs, known by their content alone."""

import pytest

from debatemap.core.errors import MapError
from debatemap.formats.graphml_xml import read_graph
from debatemap.formats.registry import format_of, read_map

_FILES = {
    "apx": "arg(a).\narg(b).\natt(a,b).\n",
    "af": "p af 2\n1 2\n",
    "tgf": "1\n2\n#\n1 2\n",
    "org": "#+TITLE: T\n* A\n** B :con:\n",
    "carneades": "statements:\n  a: A\n  b: B\narguments:\n  x: {premises: [b], conclusion: a}\n",
    "mindmup": '{"id":1,"title":"A","formatVersion":2,"ideas":{"1":{"id":2,"title":"B"}}}',
    "markdown": "# T\n\n- A\n  - Pro: B\n",
    "argdown": "[A]: a\n  + [B]: b\n",
    "graphml": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    '<graph edgedefault="directed">'
    '<node id="a"/><node id="b"/><edge source="b" target="a"/></graph></graphml>',
}


@pytest.mark.parametrize("name", _FILES)
def test_that_other_encodings_are_known_and_read(name: str) -> None:
    text = _FILES[name]
    expected = read_map(text.encode(), "-", name).debate.tables()
    for data in (text.encode("utf-16"), text.replace("\n", "\r").encode()):
        assert format_of(data, "-").name == name
        assert read_map(data, "-").debate.tables() == expected


def test_that_a_name_space_no_parser_takes_is_an_error_for_people() -> None:
    # One parser allows a brace in a name space, the next does not.
    data = b'<graphml xmlns="http://x}y"><graph/></graphml>'
    with pytest.raises(MapError, match="GraphML"):
        read_graph(data, "x.graphml")
