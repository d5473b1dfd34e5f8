"""What an Argdown text of another program becomes as a debate, and what the report says."""

from typing import Any

import pytest

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.argdown.format import Argdown
from debatemap.formats.format import Imported
from debatemap.formats.loss import loss_lines

NIGHT_TRAINS = """\
===
title: Night trains
author: Ann
===

# Cost

[T]: The region should run night trains. #policy
  + <Use>: Many people would use them. {source: survey-2024}
    - [S]: The survey asked only 40 people.
  - [C]: Night trains lose money.
    _ <Pub>: Public services need not make a profit.
  >< [N]: The region should run no night trains.

<Use>

(1) Half of all travellers want night trains.
(2) What travellers want should be offered.
--
practical inference {uses: [1,2]}
--
(3) [T]
"""


def read(text: str) -> Imported:
    return Argdown().read(text.encode(), "x.argdown", lambda _: None)


def texts(debate: Debate) -> list[str]:
    return [claim.text for claim in debate.claims.values()]


def links(debate: Debate) -> list[tuple[Any, ...]]:
    """Returns premises, sign and target of each link; a link as target is its own premises."""

    def words(node: str) -> Any:  # noqa: ANN401  (a text, or texts)
        if node in debate.claims:
            return debate.claims[node].text.rstrip(".")
        return tuple(words(each) for each in debate.links[node].premises)

    return [
        (*map(words, link.premises), "+" if link.stance == "supports" else "-", words(link.target))
        for link in debate.links.values()
    ]


def report(imported: Imported) -> list[str]:
    return [*loss_lines(imported.losses), *loss_lines(imported.repairs)]


def test_the_example_of_the_language() -> None:
    imported = read(NIGHT_TRAINS)
    debate = imported.debate
    assert debate.header.title == "Night trains"
    assert debate.header.theses == ("T",)
    assert debate.header.extra == {"x-front-matter": {"author": "Ann"}}
    wanted = ("Half of all travellers want night trains", "What travellers want should be offered")
    trains = "The region should run night trains"
    no_trains = "The region should run no night trains"
    assert sorted(links(debate), key=repr) == sorted([
        (*wanted, "+", trains),
        ("The survey asked only 40 people", "-", wanted),
        ("Night trains lose money", "-", trains),
        ("Public services need not make a profit", "-", ("Night trains lose money",)),
        (trains, "-", no_trains), (no_trains, "-", trains),
    ], key=repr)  # fmt: skip
    step = next(link for link in debate.links.values() if len(link.premises) == 2)
    assert step.extra == {
        "x-scheme": "practical inference", "x-description": "Many people would use them.",
        "x-source": "survey-2024",
    }  # fmt: skip
    assert debate.claims["T"].tags == ("policy",)
    assert debate.claims["T"].extra == {"x-section": ["Cost"]}
    assert report(imported) == [
        "attacks on arguments with premises: 1 became about their last step (line 10)",
        "contradictions: 1 became attacks in both directions (line 13)",
    ]


def test_the_same_title_is_the_same_claim() -> None:
    debate = read("[A]: One.\n  + [B]: Two.\n\n[A]: One again.\n\n[C]: Three.\n  - [B]\n").debate
    assert texts(debate) == ["One again.", "Two.", "Three."]
    assert debate.claims["A"].extra == {"x-phrasings": ["One."]}
    assert links(debate) == [("Two", "+", "One again"), ("Two", "-", "Three")]


def test_an_argument_with_a_text_is_one_claim() -> None:
    debate = read("[A]: One.\n  + <B>: Two.\n\n<B>\n  - <C>: Three.\n").debate
    assert texts(debate) == ["One.", "Two.", "Three."]
    assert links(debate) == [("Two", "+", "One"), ("Three", "-", "Two")]
    assert debate.claims["B"].extra == {"x-kind": "argument"}


def test_steps_of_a_structure_use_what_they_say() -> None:
    chain = "(1) a\n(2) b\n----\n(3) c\n(4) d\n----\n(5) e\n"
    assert links(read(chain).debate) == [("a", "b", "+", "c"), ("c", "d", "+", "e")]
    some = "(1) a\n(2) b\n----\n(3) c\n--\n{uses: [1, 3]}\n--\n(4) d\n"
    assert links(read(some).debate) == [("a", "b", "+", "c"), ("a", "c", "+", "d")]
    odd = read("(1) a\n--\n{uses: [1, 7]}\n--\n(2) b\n")
    assert links(odd.debate) == [("a", "+", "b")]
    assert report(odd) == ["uses of numbers that are no premises: 1 left out (line 2)"]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("<A>\n  _ [U]: u\n\n(1) a\n(2) b\n----\n(3) c\n", ("u", "-", ("a", "b"))),
        ("(1) a\n(2) b\n----\n  _ [U]: u\n(3) c\n", ("u", "-", ("a", "b"))),
        ("[T]: t\n  + [S]: s\n    <_ [U]: u\n", ("u", "-", ("s",))),
        ("[T]: t\n  - <S>: s\n\n[U]: u\n  _> <S>\n", ("u", "-", ("s",))),
        ("[T]: t\n  _ [U]: u\n", ("u", "-", "t")),
    ],
)
def test_an_undercut_is_about_a_step(text: str, link: tuple[Any, ...]) -> None:
    assert link in links(read(text).debate)


def test_what_undercuts_a_claim_of_several_steps_or_none_is_reported() -> None:
    both = read("[T]: t\n  + [S]: s\n    _ [U]: u\n\n[R]: r\n  + [S]\n")
    assert links(both.debate).count(("u", "-", ("s",))) == 2
    assert report(both) == [
        "undercuts of claims with several steps: 1 became about each of these (line 3)"
    ]
    none = read("[T]: t\n  _ [U]: u\n")
    assert report(none) == [
        "undercuts of claims that are no step: 1 became attacks on them (line 2)"
    ]


def test_strict_mode_says_which_relation_it_was() -> None:
    text = "===\nmodel:\n  mode: strict\n===\n\n[T]: t\n  + [A]: a\n  - [B]: b\n"
    imported = read(text)
    kinds = [link.extra["x-relation"] for link in imported.debate.links.values()]
    assert kinds == ["entails", "contrary"]
    assert "exclusions: 1 became attacks in the direction that is written (line 8)" in report(
        imported
    )


def test_sources_quotes_and_authors_where_data_and_links_say_so() -> None:
    text = (
        "[A]: One. {source: https://example.org/s, quote: 'so', author: Ann, note: why}\n\n"
        "[B]: See [survey](https://example.org/t).\n\n"
        "[C]: Three. {sources: [{author: Bo, title: Book, at: p. 4}, Other], colour: red}\n"
    )
    debate = read(text).debate
    one, two, three = debate.claims.values()
    assert (one.by, one.note, one.extra) == ("Ann", "why", {})
    assert [(debate.sources[c.ref].url, c.quote) for c in one.sources] == [
        ("https://example.org/s", "so")
    ]
    assert two.text == "See survey."
    assert [debate.sources[c.ref][1:3] for c in two.sources] == [
        ("survey", "https://example.org/t")
    ]
    cited = [
        (debate.sources[c.ref].author, debate.sources[c.ref].title, c.at) for c in three.sources
    ]
    assert cited == [("Bo", "Book", "p. 4"), ("", "Other", "")]
    assert three.extra == {"x-colour": "red"}


def test_tags_within_a_text_stay_and_those_at_its_ends_go() -> None:
    (claim,) = read("#one We #love it. #(two words) #three\n").debate.claims.values()
    assert claim.text == "We #love it."
    assert claim.tags == ("one", "love", "two words", "three")


def test_what_is_odd_is_repaired_and_said() -> None:
    text = (
        "[A]: a // note\n  + [B]\n\t\t+ [C]: c\n    - [D]: d\n   - **e**\n\n"
        "(1) [B]\n(1) x\n----\n(3) [A]\n\n@include(other.argdown)\n"
    )
    imported = read(text)
    assert report(imported) == [
        "included files: 1 not carried over (line 12)",
        "comments: 1 not carried over (line 1)",
        "bold and italic texts: 1 became plain (line 5)",
        "titles that nothing defines: 1 read as a claim of these words (B)",
        "premises out of number: 1 taken in their order (line 8)",
        "lines between two levels: 1 read as beside the line further out (line 5)",
        "lines that mix tabs and blanks: 1 counted as one column a tab and one a blank (line 3)",
    ]


def test_data_over_several_lines_between_cr_lf_is_said_to_be_text() -> None:
    imported = read("[A]: a {\r\n  b: 1\r\n}\r\n")
    assert texts(imported.debate) == ["a { b: 1 }"]
    assert report(imported) == [
        "data over several lines: 1 read as text, as between lines that end in CR LF (line 1)"
    ]


def test_claims_without_titles_have_the_same_ids_at_each_reading() -> None:
    one, other = (
        read("It rains.\n  + So it does.\n"),
        read("First.\n\nIt rains.\n  + So it does.\n"),
    )
    assert one.debate.claims.keys() < other.debate.claims.keys()
    assert one.debate.links.keys() == other.debate.links.keys()


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("[#a] It rains.\n", "line 1, column 6", "another grammar"),
        ("a\n\n([#a]) -> [#b].\n", "line 3, column 3", "another grammar"),
        ("[A]: a\n+ b\n", "line 2, column 1", "must be indented more"),
        ("  + b\n", "line 1, column 3", "a relation cannot begin a paragraph"),
        ("[A]: a\n  +\n\nb", "line 2, column 4", "expected a statement or an argument after +"),
        ("(1) a\n(2) b\n", "line 3, column 1", "expected an inference"),
        ("(1) a\n----\n", "line 3, column 1", "expected a conclusion"),
        ("(1) <A>\n----\n(2) b\n", "line 1, column 5", "an argument cannot be a premise"),
        ("[A]: a\n  >< <B>\n", "line 2, column 6", "only statements contradict"),
        ("a *b\n", "line 1, column 3", "italic text is not closed"),
        ("a\\\n", "line 1, column 2", "backslash"),
        ("see [B] there\n", "line 1, column 5", "a reference to a statement"),
        ("===\na: 1\n===\n", "line 4, column 1", "an empty line after the front matter"),
        ("a {b: [1}\n", "line 1, column 9", "no YAML"),
        ("<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(1) c\n----\n(2) d\n", "line 9", "already"),
        ("", "line 1, column 1", "found the end of the file"),
    ],
)  # fmt: skip
def test_a_broken_text_is_refused_with_its_place(text: str, place: str, problem: str) -> None:
    with pytest.raises(MapError) as caught:
        read(text)
    assert caught.value.place.startswith(place)
    assert problem in caught.value.problem
