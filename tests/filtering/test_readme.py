"""The text beside the language says what the language knows."""

from pathlib import Path

import debatemap.filtering
from debatemap.filtering import parse_filter
from debatemap.filtering.query_terms import HELD, TERMS, Kind

TEXT = (Path(debatemap.filtering.__file__).parent / "README.md").read_text(encoding="utf-8")


def test_its_table_is_that_of_the_terms() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{term.name}` | {term.about} |"
        if term.kind is Kind.FLAG
        else f"| `{term.name}:` {term.kind.value} | {term.about} |"
        for term in TERMS
    ]


def test_it_names_all_that_can_be_had_and_all_kinds() -> None:
    plain = " ".join(TEXT.split())
    kinds = next(term.choices for term in TERMS if term.name == "kind")
    for names in (list(HELD), list(kinds)):
        assert f"{', '.join(names[:-1])} and {names[-1]}" in plain


def test_its_examples_can_be_read() -> None:
    for example in ('by:"Ann Lee"', "tag:cost", '"pro"', "replies:0", "depth:>2", "strength:<=40"):
        assert f"`{example}`" in TEXT
        parse_filter(example)
