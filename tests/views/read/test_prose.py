"""Paragraphs of any map: every claim once, numbers that lead to what they reply to."""

from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.reading_order import read
from debatemap.views.card import is_there
from debatemap.views.read.numbering import tops, walk
from debatemap.views.read.paragraph_words import Kind, pieces_of
from debatemap.views.read.prose import Prose, paragraphs_of
from debatemap.views.read.prose_lines import prose_text
from tests.strategies import debates
from tests.tui.maps import rain


@given(debates())
def test_every_claim_is_written_out_once(debate: Debate) -> None:
    written = [each.claim for each in paragraphs_of(debate) if not each.see]
    assert sorted(written) == sorted(read(debate).order)


@given(debates())
def test_numbers_are_those_of_the_walk_and_unique(debate: Debate) -> None:
    rows = [row for row in walk(debate, tops(debate)) if row.claim in debate.claims]
    shown = list(paragraphs_of(debate))
    assert [(each.number, each.claim, each.see) for each in shown] == [
        (row.number, row.claim, row.see) for row in rows
    ]
    assert len({each.number for each in shown}) == len(shown)


@given(debates())
def test_a_paragraph_stands_under_what_its_link_bears_on(debate: Debate) -> None:
    prose = Prose(debate)
    for number, each in enumerate(prose.paragraphs):
        if each.link is None:
            assert each.above == -1
            continue
        above, target = prose.paragraphs[each.above], debate.links[each.link].target
        assert each.above < number
        if target in debate.links:
            assert above.link == target
        else:
            assert above.claim == target
            assert not above.see


@given(debates())
def test_a_path_leads_to_the_paragraph_and_finds_it_again(debate: Debate) -> None:
    prose = Prose(debate)
    for number, each in enumerate(prose.paragraphs):
        path = prose.path(number)
        assert path[-1] == (each.link, each.claim)
        if path[0][0] is None:
            assert is_there(debate, path)
        index = prose.find(*path[-1])
        assert index is not None
        # A premise that a step names twice has two paragraphs for one place.
        found = prose.paragraphs[index]
        assert (found.link, found.claim) == path[-1]


@given(debates())
def test_a_claim_that_comes_again_names_the_number_where_it_stands(debate: Debate) -> None:
    prose = Prose(debate)
    by_number = {each.number: each for each in prose.paragraphs}
    for each in prose.paragraphs:
        if each.see:
            assert by_number[each.see].claim == each.claim
            pieces = list(pieces_of(debate, each))
            assert [p.kind for p in pieces if p.number == each.number] == [Kind.SEE]


@given(debates())
def test_every_line_of_the_text_is_safe_and_fits(debate: Debate) -> None:
    for line in prose_text(debate, cells=40):
        assert "\n" not in line
        assert "\x1b" not in line


def test_the_text_of_a_small_map() -> None:
    assert "\n".join(prose_text(rain())) == TEXT


TEXT = """\
1. Rain is good.

1.1. For: Plants grow.
    a longer remark,
    line by line
    > “after rain, green”
    > Ann Author, The Almanac, 1999, p. 4, https://example.org/a

1.1.1. But that does not follow: Not in winter.

1.1.2. For: Roots drink.

1.2. Against: Streets flood.

1.3. For, only together:

1.3a. Wells fill.

1.3b. We need wells.

2. Sun is good.

2.1. Against: see 1.2, “Streets flood.”

Not placed yet

U1. Snow is white."""
