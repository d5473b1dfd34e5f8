import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.formats.registry import format_named, format_of
from tests.formats.kialo.test_reading import NEWER, OLDER, read
from tests.formats.tree.samples import again, changed_texts, edges_of_tree, edges_read
from tests.strategies import chain, debates, sketch
from tests.tui.maps import rain

KIALO = format_named("kialo")


def written(debate: Debate) -> str:
    return KIALO.write(debate).data.decode()


def test_an_export_comes_out_as_it_came_in() -> None:
    assert written(read(OLDER).debate) == OLDER.replace(
        "see [survey](https://example.org/s)\\).",
        "see survey\\). \\([survey](https://example.org/s)\\)",
    )
    assert "https://example.org/s" in written(read(NEWER).debate)


def test_it_is_written_as_kialo_does() -> None:
    assert written(rain()) == (
        "Discussion Title: The weather\n\n1. The weather\n1.1. Rain is good.\n"
        "1.1.1. Pro: Plants grow. \\([The Almanac](https://example.org/a)\\)\n"
        "1.1.1.1. Con: Not in winter.\n1.1.1.2. Pro: Roots drink.\n"
        "1.1.2. Con: Streets flood.\n1.1.3. Pro: Wells fill.\n1.1.4. Pro: We need wells.\n"
        "1.2. Sun is good.\n1.2.1. Con: -> See 1.1.2.\n1.3. Snow is white.\n"
    )
    assert {loss.kind: loss.becomes for loss in KIALO.write(rain()).losses} == {
        "undercuts": "became replies to the premise",
        "joint premises": "became replies that stand alone",
        "unplaced claims": "became theses",
        "sources": "became links with title and address",
        "quotes": "", "notes": "", "tags": "", "authors": "", "dates": "",
    }  # fmt: skip


def test_links_come_back_as_sources() -> None:
    source = Source(title="The [first] survey", url="https://example.org/a (b)")
    claim = Claim("Many would (yes).", sources=(Citation("s"),))
    debate = Debate(Header("m", "T", ("a",)), {"a": claim}, sources={"s": source})
    back = again("kialo", debate).debate
    assert [each.text for each in back.claims.values()] == [claim.text]
    (found,) = back.sources.values()
    assert found == Source(title=source.title, url="https://example.org/a%20%28b%29")


@given(debates())
def test_nothing_is_lost_but_what_is_reported(debate: Debate) -> None:
    out = KIALO.write(debate)
    back = again("kialo", debate)
    order, edges = edges_of_tree(debate)
    assert len(back.debate.claims) == len(order)
    assert edges_read(back.debate, order) == edges
    pairs = zip(back.debate.claims.values(), order, strict=True)
    differing = [key for claim, key in pairs if claim.text != debate.claims[key].text]
    assert len(differing) <= changed_texts(out)


@pytest.mark.parametrize(
    "text",
    ["Pro: it", "-> See 1.", "one\n1. two", "one\n1.1. Pro: two", "\\n", "a\n\nb", "(a) [b] @c"],
)
def test_texts_that_look_like_claims_come_back_or_are_told(text: str) -> None:
    debate = sketch("T", p="P + T")
    debate = Debate(debate.header, {**debate.claims, "P": Claim(text)}, debate.links)
    back = again("kialo", debate).debate
    assert len(back.claims) == 2
    assert text in [each.text for each in back.claims.values()] or changed_texts(
        KIALO.write(debate)
    )


def test_what_is_written_is_known() -> None:
    for debate in (rain(), sketch("T", p="P + T"), Debate(Header("m"))):
        assert format_of(KIALO.write(debate).data, "x").name == "kialo"


def test_lines_end_as_asked() -> None:
    data = KIALO.write(rain(), crlf=True).data
    assert data.count(b"\n") == data.count(b"\r\n") > 3


def test_a_loop_is_a_reference_and_a_long_chain_is_written() -> None:
    debate = sketch("A", b="B + A", c="A - B")
    assert "1.1.1. Con: -> See 1." in written(debate)
    assert len(again("kialo", chain(300)).debate.links) == 299


def test_links_stay_in_order() -> None:
    links = {
        key: Link((key.upper(),), "supports", "T", pos)
        for key, pos in zip("abc", ("c", "a", "b"), strict=True)
    }
    debate = Debate(Header("m", "", ("T",)), {key: Claim(key) for key in "TABC"}, links)
    assert written(debate).split("\n")[3:6] == ["1.1. Pro: B", "1.2. Pro: C", "1.3. Pro: A"]
