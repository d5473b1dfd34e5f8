"""What orgparse reads of a file, we read the same."""

import pytest

from debatemap.formats.org.sections import sections_of
from debatemap.formats.registry import format_named
from tests.formats.org.test_org import BY_HAND
from tests.tui.maps import rain

orgparse = pytest.importorskip("orgparse", reason="orgparse is not installed")


@pytest.mark.parametrize(
    "text", [BY_HAND, format_named("org").write(rain()).data.decode()], ids=["by hand", "ours"]
)
def test_orgparse_reads_the_same(text: str) -> None:
    theirs = [
        (node.level, node.linenumber, dict(node.properties), set(node.tags & node.shallow_tags))
        for node in orgparse.loads(text)[1:]
    ]
    ours = [
        (each.heading.level, each.line, each.properties, set(each.heading.tags))
        for each in sections_of(text).sections
    ]
    assert [each[:2] for each in ours] == [each[:2] for each in theirs]
    for mine, other in zip(ours, theirs, strict=True):
        assert {name.lower(): value for name, value in mine[2].items()} == {
            name.lower(): str(value) for name, value in other[2].items()
        }
        assert mine[3] == other[3] - {"con", "pro"}
