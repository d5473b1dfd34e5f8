"""What comes back of a debate from lists of lines, and what is told to have changed."""

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import clean
from debatemap.formats.registry import format_named, read_map
from debatemap.formats.tree.to_nodes import to_tree
from tests.formats.tree.samples import again, likeness
from tests.strategies import chain, debates
from tests.tui.maps import rain

LINES = ("outline", "markdown")


def shape(debate: Debate, order: list[str]) -> set[tuple[tuple[str, ...], str, object]]:
    """Returns the steps of a debate by the numbers of their claims, undercuts by what they cut."""
    number = {key: str(n) for n, key in enumerate(order)}

    def end(key: str) -> object:
        if key in number:
            return number[key]
        link = debate.links[key]
        return (tuple(number[each] for each in link.premises), link.stance, end(link.target))

    return {
        (tuple(number[each] for each in link.premises), link.stance, end(link.target))
        for link in debate.links.values()
    }


@pytest.mark.parametrize("name", LINES)
def test_a_map_comes_back_as_it_was(name: str) -> None:
    read = again(name, rain())
    assert read.losses == read.repairs == ()
    back = list(read.debate.claims)
    order = ["rain", "plants", "winter", "roots", "floods", "fill", "need", "sun", "snow"]
    assert [claim.text for claim in read.debate.claims.values()] == [
        rain().claims[key].text for key in order
    ]
    assert shape(read.debate, back) == shape(rain(), order)
    assert read.debate.header.title == "The weather"
    assert read.debate.claims[back[1]].note == "a longer remark,\nline by line"
    assert [back.index(key) for key in read.debate.header.theses] == [0, 7, 8]


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("text", ["Question:", "Thesis:", "Discussion Title: x"])
def test_a_first_claim_that_reads_like_a_label_is_written(name: str, text: str) -> None:
    debate = Debate(Header("m", "", ("a",)), {"a": Claim(text)})
    written, read = format_named(name).write(debate), again(name, debate).debate
    came = [claim.text for claim in read.claims.values()]
    assert (came == [text]) != bool(written.losses)
    assert read.header.title == ""


@pytest.mark.parametrize("name", LINES)
@given(debate=debates())
def test_nothing_is_lost_but_what_is_reported(name: str, debate: Debate) -> None:
    out = format_named(name).write(debate)
    kinds = {loss.kind: loss for loss in out.losses}
    assert "claims" not in kinds
    read = again(name, debate).debate
    whole = Debate(
        debate.header, debate.claims,
        {key: debate.links[key]._replace(premises=link.premises)
         for key, link in likeness(debate, clean)["links"].items()},
    )  # fmt: skip
    order = order_of(debate)
    assert len(order) == len(read.claims)
    if "references to one of several claims with the same words" not in kinds:
        assert shape(read, list(read.claims)) == shape(whole, order)
    texts = [read.claims[key].text for key in read.claims]
    changed = sum(text != whole.claims[key].text for text, key in zip(texts, order, strict=True))
    told = [loss.number for kind, loss in kinds.items() if kind.startswith("texts")]
    assert changed <= sum(told)


def order_of(debate: Debate) -> list[str]:
    return [node.key for node in to_tree(debate).nodes if not node.same_as]


@pytest.mark.parametrize("name", LINES)
def test_a_long_chain_and_an_empty_map_are_written(name: str) -> None:
    assert len(again(name, chain(300)).debate.links) == 299
    assert again(name, Debate(Header("m", "T"))).debate.header.title == "T"
    assert again(name, Debate(Header("m"))).debate.claims == {}


@pytest.mark.parametrize("name", LINES)
def test_the_question_comes_back(name: str) -> None:
    debate = Debate(Header("m", "T", ("a",), question="Does it rain?"), {"a": Claim("It does.")})
    read = again(name, debate)
    assert read.debate.header.question == "Does it rain?"
    assert read.losses == read.repairs == ()


@pytest.mark.parametrize("name", LINES)
def test_lines_that_group_claims_say_their_stance_and_are_none(name: str) -> None:
    lines = b"Move\n  Pros:\n    - Cheap.\n  Cons:\n    - Far.\n"
    if name == "markdown":
        lines = b"- Move\n  - Pros:\n    - Cheap.\n  - Cons:\n    - Far.\n"
    read = read_map(lines, "x", name)
    assert [claim.text for claim in read.debate.claims.values()] == ["Move", "Cheap.", "Far."]
    assert [link.stance for link in read.debate.links.values()] == ["supports", "attacks"]
    # Any list in Markdown has them, so that there nothing is told.
    told = ["headings such as “Pros:”"] if name == "outline" else []
    assert [loss.kind for loss in read.repairs] == told


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("words", ["Pros:", "Arguments against", "For"])
def test_claims_with_the_words_of_such_a_line_come_back(name: str, words: str) -> None:
    claims = {"t": Claim(words), "a": Claim(words), "b": Claim("Cheap.")}
    links = {"l": Link(("a",), "attacks", "t"), "m": Link(("b",), "supports", "a")}
    debate = Debate(Header("m", "", ("t",)), claims, links)
    written, read = format_named(name).write(debate), again(name, debate).debate
    assert written.losses == ()
    assert [claim.text for claim in read.claims.values()] == [words, words, "Cheap."]
    assert [link.stance for link in read.links.values()] == ["attacks", "supports"]
