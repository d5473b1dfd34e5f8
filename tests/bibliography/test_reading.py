"""Sources from lists of other programs, where those are odd."""

import json

import pytest

from debatemap.bibliography.reading import BibliographyError, read_bibliography


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ([2024, 0, 0], "2024"), ([2024, 2, 31], "2024-02"), ([2024, 13, 1], "2024"),
        (["0000", 1, 1], ""), ([2024, 2, 29], "2024-02-29"),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_as_much_of_it_as_can(issued: list[object], date: str) -> None:
    item = {"title": "On Rain", "issued": {"date-parts": [issued]}}
    (source,) = read_bibliography(json.dumps([item]), ".json")
    assert source.date == date


def test_fields_between_two_entries_are_no_ris() -> None:
    pytest.importorskip("rispy")
    content = "TY  - JOUR\nTI  - y\nER  - \nDO  - 1\nTY  - JOUR\n"
    with pytest.raises(BibliographyError, match="RIS"):
        read_bibliography(content, ".ris")
