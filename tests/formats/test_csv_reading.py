import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import safe
from debatemap.formats.format import Imported
from debatemap.formats.limits import VARIABLE
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.kialo.test_reading import lines
from tests.strategies import debates, star
from tests.tui.maps import rain

CSV = format_named("csv")


def read(text: str) -> Imported:
    return read_map(text.encode(), "My table.csv")


def test_our_own_table_comes_back() -> None:
    imported = read_map(CSV.write(rain()).data, "rain.csv")
    debate, whole = imported.debate, rain()
    assert imported.losses == imported.repairs == ()
    assert debate.header.theses == whole.header.theses
    assert debate.claims["plants"]._replace(sources=()) == whole.claims["plants"]._replace(
        sources=()
    )
    assert {key: link._replace(pos="") for key, link in debate.links.items()} == {
        key: link._replace(pos="") for key, link in whole.links.items() if key != "l-too"
    }
    assert [source.title for source in debate.sources.values()] == ["The Almanac"]


def test_rows_stand_under_each_other_by_their_numbers() -> None:
    imported = read("sep=;\nNr;Type;Claim\n1;;Go\n1.1;Pro;a\n1.1.1.;Con;b\n2.9;Con;c\n")
    assert lines(imported.debate) == {("a", "+", "Go"), ("b", "-", "a")}
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("replies that stand under nothing", ("line 6",))
    ]


@given(debates())
def test_claims_come_back_with_their_ids(debate: Debate) -> None:
    read_back = read_map(CSV.write(debate).data, "x.csv").debate
    assert read_back.claims.keys() == debate.claims.keys()
    for key, claim in debate.claims.items():
        assert read_back.claims[key].text == safe(claim.text)
        assert read_back.claims[key].note == safe(claim.note)


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''-1", " @a", "' it", "'it'", "It rains."])
def test_only_our_own_apostrophe_is_taken_away(text: str) -> None:
    debate = Debate(Header("m", theses=("-a",)), {"-a": Claim(text, note=text)})
    assert read_map(CSV.write(debate).data, "x.csv").debate.claims == debate.claims
    by_hand = read(f'claim\n"{text}"\n').debate
    assert [claim.text for claim in by_hand.claims.values()] == [text.strip()]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_made_by_hand_is_read(separator: str) -> None:
    rows = [
        ["No", "Claim", "Parent", "Pro/Con", "Comment", "Tags", "Source", "Weight"],
        ["1", "Run night trains", "", "", "asked in spring", "#policy, cost", "", "3"],
        ["2", "Many would use them", "1", "pro", "", "", "Survey https://example.org/s", ""],
        ["3", "Only 40 people", "Many would use them", "CON", "", "", "", ""],
        ["4", "Calm", "3", "undercut", "", "", "", ""],
    ]
    imported = read("\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows))
    debate = imported.debate
    assert imported.losses == imported.repairs == ()
    assert debate.header.title == "My table"
    thesis = debate.claims["1"]
    assert (thesis.note, thesis.tags, thesis.extra) == (
        "asked in spring", ("policy", "cost"), {"x-Weight": "3"},
    )  # fmt: skip
    (source,) = debate.sources.values()
    assert (source.title, source.url) == ("Survey", "https://example.org/s")
    undercut = next(link for link in debate.links.values() if link.target in debate.links)
    assert undercut.premises == ("4",)
    assert debate.links[undercut.target].premises == ("3",)


def test_levels_say_where_a_row_stands() -> None:
    imported = read("level,text\n0,A\n1,Pro: B\n2,Con: C\n1,Con: D\n3,Pro: E\n")
    assert lines(imported.debate) == {
        ("B", "+", "A"), ("C", "-", "B"), ("D", "-", "A"), ("E", "+", "D"),
    }  # fmt: skip
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("levels skipped", ("line 6",))
    ]


@pytest.mark.parametrize(
    ("rows", "kind", "place"),
    [
        ("a,A,,\nb,B,gone,pro\n", "parents that are not there", "line 3"),
        ("a,A,,\na,B,,\n", "ids used twice", "line 3"),
        ("a,A,,\nb,B,a,perhaps\n", "claims that do not say for or against", "line 3"),
        ("a,A,b,pro\nb,B,a,pro\n", "rows under each other", "line 2"),
        ('a,"A\nA",,\n\nb,B,b,pro\n', "parents that are not there", "line 5"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(rows: str, kind: str, place: str) -> None:
    imported = read(f"id,claim,parent,stance\n{rows}")
    assert [(each.kind, each.places) for each in imported.repairs] == [(kind, (place,))]
    assert len(imported.debate.claims) == 2


def test_cells_without_a_head_are_told() -> None:
    imported = read("claim\nA,more\n")
    assert [(loss.kind, loss.places) for loss in imported.losses] == [
        ("cells without a head", ("line 2",))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: expected a row of heads"), ("a,b\n1,2\n", "line 1: expected"),
        ('claim\n"A', "line 2: no CSV"), ('claim\nA\n"B"x\n', "line 3: no CSV"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_claims_is_refused(text: str, words: str) -> None:
    with pytest.raises(MapError, match=words):
        read(text)


def test_large_tables_are_read_within_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a" * 300_000
    assert next(iter(read(f"claim\n{text}\n").debate.claims.values())).text == text
    assert len(read_map(CSV.write(star(5_000)).data, "x.csv").debate.links) == 5_000
    monkeypatch.setenv(VARIABLE, "values=1k")
    with pytest.raises(MapError, match="values"):
        read("claim,b\n" + "a,b\n" * 2_000)


def test_columns_without_a_head_of_their_own_are_kept() -> None:
    text = "id,claim,weight,weight,\n1,Root.,a,b,c\n"
    (claim,) = read(text).debate.claims.values()
    assert claim.text == "Root."
    extra = {"x-weight": "a", "x-weight 4": "b", "x-column 5": "c"}
    assert {key: claim.extra[key] for key in extra} == extra


@pytest.mark.parametrize("head", ["", "Unnamed: 0", "index"])
def test_the_numbers_of_rows_that_pandas_writes_are_ids(head: str) -> None:
    again = read(f"{head},text,parent,stance\n0,Run.,,\n1,Fast.,0,support\n2,Dear.,1,attack\n")
    assert not again.repairs
    claims, links = again.debate.claims, again.debate.links.values()
    found = {claims[link.target].text: link.stance for link in links}
    assert found == {"Run.": "supports", "Fast.": "attacks"}


def test_rows_in_a_long_circle_take_linear_time() -> None:
    count = 20_000
    rows = "".join(f"{n},c{n},{(n + 1) % count},pro\n" for n in range(count))
    assert len(read(f"id,claim,parent,stance\n{rows}").debate.claims) == count


def test_an_undercut_of_a_step_that_has_no_row_is_told() -> None:
    whole = rain()
    links = {**whole.links, "u": Link(("snow",), "attacks", "l-too")}
    out = CSV.write(Debate(whole.header, whole.claims, links, whole.sources))
    told = {loss.kind: loss.places for loss in out.losses}
    assert told["undercuts of a step in a further place"] == ("snow",)
    assert [each.places for each in read_map(out.data, "x.csv").repairs] == [("u",)]


def test_our_own_table_is_known_without_a_name() -> None:
    assert format_of(CSV.write(rain()).data, "x") is CSV
