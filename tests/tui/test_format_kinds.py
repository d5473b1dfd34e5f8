"""The headings of the formats that are listed for an export."""

from debatemap.formats.registry import names
from debatemap.tui.features.exchanging.format_kinds import by_kind


def test_each_format_has_a_heading_of_its_own_and_another_package_s_has_one_too() -> None:
    known = names(writes=True)
    kinds = dict(by_kind([*known, "theirs"]))
    assert sorted(kinds) == sorted([*known, "theirs"])
    assert [name for name, kind in kinds.items() if kind == kinds["theirs"]] == ["theirs"]
