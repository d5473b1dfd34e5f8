"""Freeplane, FreeMind and OPML files as other programs write them."""

from collections.abc import Callable

import pytest

from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Source
from debatemap.core.queries import theses
from debatemap.formats.format import Imported
from debatemap.formats.limits import VARIABLE
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.kialo.test_reading import lines
from tests.growth import assert_grows_at_most
from tests.tui.maps import rain

MAP = """<map version="freeplane 1.9.13">
<!--To view this file, download free mind mapping software -->
<node TEXT="Night trains" ID="ID_1">
<node TEXT="The region should run night trains." ID="ID_2" POSITION="right" COLOR="#ff0000">
<richcontent TYPE="NOTE"><html><head/><body>
  <p>It was   asked</p><p>in <b>spring</b>.</p>
</body></html></richcontent>
<attribute NAME="cost" VALUE="high"/>
<node ID="ID_3"><icon BUILTIN="button_ok"/>
<richcontent TYPE="NODE"><html><body>
<p>Many people</p><p>would use them.</p></body></html></richcontent>
</node>
<node TEXT="Contra" ID="ID_4">
<node TEXT="They lose money." ID="ID_5" LINK="https://example.org/b"/>
<node TREE_ID="ID_3" ID="ID_6"/>
</node>
<node TEXT="Pro: It is &quot;green&quot;." ID="ID_7"><arrowlink DESTINATION="ID_5"/></node>
</node>
</node>
</map>
"""
OUTLINE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<opml version="2.0"><head><title>Nachtz\xfcge</title></head><body>
<outline text="Run trains" _note="asked in spring" category="/policy">
  <outline text="Pro: They are calm"/><outline text="Cons"><outline text="dear"/></outline>
</outline></body></opml>
"""


MARKED_UP = """<opml version="2.0"><head><title/></head><body>
<outline text="Run trains &amp;amp; buses, x &lt; y">
  <outline text="&lt;b&gt;Con&lt;/b&gt;: see &lt;a href=&quot;https://example.org/s&quot;&gt;it&lt;/a&gt;"/>
</outline></body></opml>
"""


def read(text: str, name: str = "x.mm") -> Imported:
    return read_map(text.encode(), name)


def test_html_in_an_outline_becomes_words_and_links_sources() -> None:
    imported = read(MARKED_UP, "x.opml")
    debate = imported.debate
    assert lines(debate) == {("see it", "-", "Run trains & buses, x < y")}
    assert [source.url for source in debate.sources.values()] == ["https://example.org/s"]
    assert [(loss.kind, len(loss.places)) for loss in imported.losses] == [("texts with markup", 2)]


def test_what_of_an_outline_no_map_has_is_told() -> None:
    imported = read(
        '<opml version="2.0"><head><title>T</title><ownerName>Ann</ownerName><dateCreated/>\n'
        "<expansionState>1</expansionState></head><body>\n"
        '<outline text="A" title="other" created="Tue" _status="checked" type="link">\n'
        '<outline text="Pro: b" title="Pro:  b" _status="" url="u"/>\n<note>n</note></outline>\n'
        "stray</body><foot/></opml>",
        "x.opml",
    )
    assert lines(imported.debate) == {("b", "+", "A")}
    outline = ("line 3, column 1",)
    assert {(loss.kind, loss.places) for loss in imported.losses} == {
        ("fields of the head", ("line 1, column 43: ownername",)),
        ("words outside of outlines", ("line 2, column 42",)),
        ("other elements", ("line 6, column 13", "line 5, column 1")),
        *((kind, outline) for kind in (
            "boxes of tasks", "dates of outlines", "types of outlines", "titles beside a text",
        )),
    }  # fmt: skip


def test_nodes_that_say_nothing_are_left_out_and_told() -> None:
    imported = read('<map><node TEXT="T"><node TEXT="Pro: a"><node/></node><node/></node></map>')
    assert lines(imported.debate) == {("a", "+", "T")}
    assert [(each.kind, len(each.places)) for each in imported.repairs] == [
        ("nodes without words", 2)
    ]


def test_a_mind_map_of_freeplane_is_read() -> None:
    imported = read(MAP)
    debate = imported.debate
    assert debate.header.title == "Night trains"
    trains, use = "The region should run night trains.", "Many people\nwould use them."
    assert [debate.claims[key] for key in theses(debate)] == [
        Claim(trains, note="It was asked\nin spring.", extra={"x-cost": "high"})
    ]
    assert lines(debate) == {
        (use, "+", trains), ("They lose money.", "-", trains), (use, "-", trains),
        ('It is "green".', "+", trains),
    }  # fmt: skip
    assert debate.claims["ID_5"].extra == {"x-link": "https://example.org/b"}
    assert [(each.kind, each.places) for each in imported.losses] == [
        ("cross references", ("line 17, column 54",))
    ]
    assert imported.repairs == ()


def test_a_root_that_is_argued_for_is_the_thesis() -> None:
    imported = read('<map><node TEXT="A"><node TEXT="- B"/><node TEXT="C"/></node></map>')
    assert lines(imported.debate) == {("B", "-", "A"), ("C", "+", "A")}
    assert [each.kind for each in imported.repairs] == ["claims that do not say for or against"]


PARTS = """<map><node TEXT="T"><node ID="a">
<richcontent TYPE="NODE"><html><body><p>See <a href="https://air.example/x">the <b>air</b></a>.
<img src="p.png"/></p></body></html></richcontent>
<richcontent TYPE="NOTE"><html><body><p>N <a href="#b">here</a></p></body></html></richcontent>
<hook URI="chart.png" NAME="ExternalObject"/>
<hook EQUATION="x^2" NAME="plugins/latex/LatexNodeHook.properties"/>
<hook NAME="plugins/TimeManagementReminder.xml"><Parameters REMINDUSERAT="1"/></hook>
<hook NAME="SummaryNode"/><hook NAME="other"/><icon BUILTIN="yes"/><icon BUILTIN="no"/></node>
<node TEXT="B" ID="b" ENCRYPTED_CONTENT="abc"/></node></map>
"""


def test_parts_of_a_node_that_no_claim_has_are_told_and_links_become_sources() -> None:
    imported = read(PARTS)
    claim = imported.debate.claims["a"]
    (source,) = imported.debate.sources.items()
    assert (claim.text, claim.note) == ("See the air.", "N here")
    assert [each.ref for each in claim.sources] == [source[0]]
    assert source[1] == Source(title="the air", url="https://air.example/x")
    assert {(loss.kind, loss.places, loss.becomes) for loss in imported.losses} == {
        ("links within texts", ("line 1, column 21",), "became sources"),
        ("cross references", ("line 1, column 21",), ""),
        ("pictures", ("line 5, column 1", "line 3, column 1"), ""),
        ("formulas", ("line 6, column 1",), ""),
        ("reminders", ("line 7, column 1",), ""),
        ("hooks of other programs", ("line 8, column 27",), ""),
        ("icons", ("line 8, column 47", "line 8, column 68"), ""),
        ("encrypted branches", ("line 9, column 1",), ""),
    }


def test_notes_of_old_freemind_are_read() -> None:
    imported = read(
        '<map version="0.8"><node TEXT="T"><node TEXT="A">'
        '<hook NAME="accessories/plugins/NodeNote.properties"><text>N.</text></hook></node>'
        '<node TEXT="B"/></node></map>'
    )
    assert [claim.note for claim in imported.debate.claims.values()] == ["N.", ""]


def test_an_icon_that_was_changed_counts_and_is_told() -> None:
    data = format_named("freeplane").write(rain()).data.decode()
    begin = data.index('TEXT="Plants grow."')
    edited = data[:begin] + data[begin:].replace("button_ok", "button_cancel", 1)
    imported = read(edited)
    assert imported.debate.links["l-plants"].stance == "attacks"
    assert [each.kind for each in imported.repairs] == ["icons against their attribute"]


def test_a_node_that_was_added_is_read_beside_ours() -> None:
    data = format_named("freeplane").write(rain()).data.decode()
    imported = read(data.replace("</node>\n</map>", '<node TEXT="New." ID="ID_9"/></node></map>'))
    assert imported.debate.header.theses == ("rain", "sun", "ID_9")


def test_an_outline_in_another_encoding_is_read() -> None:
    imported = read_map(OUTLINE.encode("latin-1"), "x.opml")
    debate = imported.debate
    assert debate.header.title == "Nachtzüge"
    assert lines(debate) == {("They are calm", "+", "Run trains"), ("dear", "-", "Run trains")}
    (thesis,) = theses(debate)
    assert debate.claims[thesis] == Claim(
        "Run trains", note="asked in spring", extra={"x-category": "/policy"}
    )
    assert b' category="/policy"' in format_named("opml").write(debate).data


def test_words_in_front_of_an_outline_count_where_they_were_changed() -> None:
    data = format_named("opml").write(rain()).data.replace(b"Pro: Plants", b"Con: Plants")
    imported = read_map(data, "x.opml")
    assert imported.debate.links["l-plants"].stance == "attacks"
    assert [each.kind for each in imported.repairs] == ["words against their attribute"]


@pytest.mark.parametrize("name", ["freeplane", "opml"])
def test_it_is_known_however_it_begins(name: str) -> None:
    chosen = format_named(name)
    data = chosen.write(rain()).data
    assert format_of(data, "x") is chosen
    assert format_of(b"\xef\xbb\xbf" + data, "x.txt") is chosen
    text = data.decode().replace('<?xml version="1.0" encoding="UTF-8"?>\n', "")
    wide = text.encode("utf-16")
    assert format_of(wide, "x") is chosen
    assert read_map(wide, "x").debate.claims == rain().claims
    assert format_of(b"<!-- a -->\n" + text.encode(), "x") is chosen


BOMB = (
    '<!DOCTYPE b [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{"&a;" * 9}">' for n in range(9))
    + "]>"
)


@pytest.mark.parametrize("root", ["map", "opml"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB + "<{}><node TEXT='&a8;'/></{}>", "line 1, column 13: it declares a document type"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><{}/>', "document type"),
        ("<{}>" + "<node>" * 100_000, r"line 1, column .*nested in more than 10,000"),
        ("<{}><node></{}>", "line 1, column .*no XML: mismatched tag"),
        ("<{}>&nbsp;</{}>", "no XML: undefined entity"),
        ("<{}/>", "expected"),
        ("", "no XML"),
        ("<?xml version='1.0' encoding='klingon'?><{}/>", "encoding|XML"),
    ],
    ids=range(8),
)
def test_what_could_do_harm_is_refused_with_its_place(root: str, text: str, words: str) -> None:
    name = {"map": "freeplane", "opml": "opml"}[root]
    with pytest.raises(MapError, match=words):
        read_map(text.replace("{}", root).encode(), "x", name)


def test_more_elements_than_may_be_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "values=1k size=1MB")
    with pytest.raises(MapError, match="values"):
        read("<map>" + "<node/>" * 3_000 + "</map>")
    with pytest.raises(MapError, match=r"1\.0 MB"):
        read("<map>" + " " * 1_000_001 + "</map>")


def deep(count: int) -> str:
    return "<map>" + '<node TEXT="a">' * count + "</node>" * count + "</map>"


def wide(count: int) -> str:
    return '<map><node TEXT="T">' + '<node TEXT="a"/>' * count + "</node></map>"


@pytest.mark.parametrize(("shape", "count", "claims"), [(deep, 4_800, 4_799), (wide, 8_000, 8_000)])
def test_time_is_in_proportion_to_the_nodes(
    shape: Callable[[int], str], count: int, claims: int
) -> None:
    small, large = shape(count // 8), shape(count)
    assert len(read(large).debate.claims) == claims
    assert_grows_at_most(24, lambda: read(small), lambda: read(large))
