"""The rows of `debatemap show`, on random debates and on those that break a naive walk."""

from collections import Counter

from hypothesis import given

from debatemap.cli.text.outline_text import described, row_lines
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import safe
from debatemap.views.read.numbering import tops, walk, walk_all
from tests.strategies import debates


@given(debates())
def test_every_claim_is_written_out_once(debate: Debate) -> None:
    rows = list(walk(debate, tops(debate)))
    written = Counter(row.claim for row in rows if row.claim in debate.claims and not row.see)
    assert written == dict.fromkeys(debate.claims, 1)
    assert len({row.number for row in rows}) == len(rows)


@given(debates())
def test_a_whole_debate_is_walked_as_from_all_its_tops(debate: Debate) -> None:
    for depth in (None, 1):
        assert list(walk_all(debate, depth)) == list(walk(debate, tops(debate), depth))


@given(debates())
def test_what_is_seen_elsewhere_stands_there(debate: Debate) -> None:
    rows = list(walk(debate, tops(debate)))
    by_number = {row.number: row for row in rows}
    for row in rows:
        if row.see:
            assert by_number[row.see].claim == row.claim
        if row.beneath:
            assert row.beneath in by_number


@given(debates())
def test_lines_are_safe_and_data_is_faithful(debate: Debate) -> None:
    for row in walk(debate, tops(debate)):
        for line in row_lines(debate, row):
            assert "\n" not in line
            assert safe(line) == line
        if row.claim is not None and row.claim in debate.claims:
            assert described(debate, row)["text"] == debate.claims[row.claim].text


def test_a_long_chain_has_short_numbers() -> None:
    count = 30_000
    claims = {f"c{index}": Claim("So it is.") for index in range(count)}
    links = {f"l{i}": Link((f"c{i}",), "supports", f"c{i - 1}") for i in range(1, count)}
    debate = Debate(Header("m", theses=("c0",)), claims, links)
    rows = list(walk(debate, tops(debate)))
    assert len(rows) == count
    assert rows[-1].depth == count - 1
    assert max(len(row.number) for row in rows) < 40


def test_a_ladder_is_as_long_as_its_links() -> None:
    sides = "ab"
    claims = {f"{side}{level}": Claim(side) for level in range(21) for side in sides}
    links = {
        f"l{level}{low}{high}": Link((f"{low}{level}",), "supports", f"{high}{level - 1}")
        for level in range(1, 21)
        for low in sides
        for high in sides
    }
    debate = Debate(Header("m", theses=("a0", "b0")), claims, links)
    assert len(list(walk(debate, tops(debate)))) == len(links) + 2
