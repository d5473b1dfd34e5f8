import pytest

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header
from debatemap.core.queries import theses
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.kialo.test_reading import lines
from tests.formats.tree.samples import again
from tests.tui.maps import rain

ORG = format_named("org")
BY_HAND = """#+TITLE: Night trains
#+TODO: OPEN PRO CON | SETTLED

* The region should run night trains. :policy:
:PROPERTIES:
:ID: 7c0a-trains
:COST: high
:END:
It was asked in spring.
** PRO Many people would use them.
SCHEDULED: <2026-01-03 Sat>
*** The survey asked only 40 people. :con:
    :PROPERTIES:
    :CUSTOM_ID: survey
    :END:
** OPEN [#B] Con: Night trains lose money, see [[https://example.org/b][the books]].
*** PRO [[#survey]]
*** UNDERCUT Public services need not make a profit.
* COMMENT Nothing
** of this
* Pros
"""


def read(text: str) -> Imported:
    return read_map(text.encode(), "notes.org")


def test_a_body_as_far_in_as_its_heading_is_a_note_and_a_label_is_said_once() -> None:
    imported = read("* T\n** Con: It costs much. :con:\n   One:\n     two\n")
    (claim,) = (each for each in imported.debate.claims.values() if each.text != "T")
    assert (claim.text, claim.note, claim.tags) == ("It costs much.", "One:\n  two", ())


def test_a_file_written_by_hand_is_read() -> None:
    imported = read(BY_HAND)
    debate = imported.debate
    claims = {claim.text: claim for claim in debate.claims.values()}
    assert debate.header.title == "Night trains"
    thesis = claims["The region should run night trains."]
    assert thesis.tags == ("policy",)
    assert thesis.note == "It was asked in spring."
    assert thesis.extra == {"x-COST": "high"}
    assert debate.claims["7c0a-trains"] is thesis
    money = claims["Night trains lose money, see the books."]
    assert money.extra == {"x-todo": "OPEN", "x-priority": "B"}
    assert debate.sources[money.sources[0].ref].url == "https://example.org/b"
    asked = "The survey asked only 40 people."
    assert lines_of_claims(debate) == {
        ("Many people would use them.", "+", thesis.text),
        (asked, "-", "Many people would use them."), (asked, "+", money.text),
        (money.text, "-", thesis.text),
    }  # fmt: skip
    (undercut,) = [link for link in debate.links.values() if link.target in debate.links]
    assert debate.claims[undercut.premises[0]].text.startswith("Public services")
    assert {(loss.kind, loss.places) for loss in imported.losses} == {
        ("dates of planning", ("line 10",)), ("headings that are commented out", ("line 19",)),
    }  # fmt: skip
    assert imported.repairs == ()


def lines_of_claims(debate: Debate) -> set[tuple[str, str, str]]:
    links = {key: link for key, link in debate.links.items() if link.target in debate.claims}
    return lines(Debate(debate.header, debate.claims, links))


def test_headings_for_pros_and_cons_are_none_of_the_claims() -> None:
    debate = read("#+TITLE: T\n* A\n** Pros\n*** B\n** Cons\n*** C\n").debate
    assert lines(debate) == {("B", "+", "A"), ("C", "-", "A")}


def test_lists_say_for_and_against_by_their_bullets() -> None:
    imported = read("* A\n  + B\n    - C\n      and more\n  - D\n\nAnd a note.\n")
    assert lines(imported.debate) == {("B", "+", "A"), ("C and more", "-", "B"), ("D", "-", "A")}
    (thesis,) = theses(imported.debate)
    assert imported.debate.claims[thesis].note == "And a note."


def test_boxes_comments_and_lines_of_properties_are_told() -> None:
    imported = read(
        "# by Ann\n- [X] Pro: A\n* B\n:PROPERTIES:\n:COST: 1\n:COST: 2\nodd\n:END:\n"
        "- [ ] Pro: C\n** D\n- [-] one\n"
    )
    assert [(loss.kind, loss.places) for loss in imported.losses] == [
        ("comments", ("line 1",)), ("boxes of tasks", ("line 2", "line 9")),
        ("lines of properties", ("line 3", "line 3")),
    ]  # fmt: skip
    (claim,) = (each for each in imported.debate.claims.values() if each.text == "D")
    assert claim.note == "- [-] one"


@pytest.mark.parametrize("pros", ["- B\n", "+ B\n", "- B\n+ Pro: E\n", "- B\n  + E\n  - F\n"])
def test_a_heading_outweighs_a_bullet(pros: str) -> None:
    imported = read(f"#+TITLE: T\n* A\n** Pros\n{pros}** Cons\n+ C\n- D\n- Pro: G\n")
    speaks = {("B", "+", "A"), ("C", "-", "A"), ("D", "-", "A"), ("G", "+", "A")}
    assert lines(imported.debate) >= speaks
    assert imported.repairs == ()


def test_bullets_that_change_with_the_level_are_no_signs() -> None:
    imported = read("#+TITLE: T\n* A\n** Pros\n- B\n  + C\n    more\n** Cons\n- D\n")
    assert lines(imported.debate) == {("B", "+", "A"), ("C more", "+", "B"), ("D", "-", "A")}
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("bullets + and -, each at levels of its own", ("line 4", "line 5")),
        ("claims that do not say for or against", ("line 5",)),
    ]


def test_a_list_that_says_nothing_is_a_note() -> None:
    imported = read("* A\n- one\n- two\n** Pro: B\n")
    assert [(claim.text, claim.note) for claim in imported.debate.claims.values()] == [
        ("A", "- one\n- two"), ("B", ""),
    ]  # fmt: skip


def test_a_file_of_lists_alone_is_read() -> None:
    imported = read("#+TITLE: T\n- A\n  - Pro: B\n\t  - C\n")
    assert lines(imported.debate) == {("B", "+", "A"), ("C", "+", "B")}
    assert {(repair.kind, repair.places) for repair in imported.repairs} == {
        ("indents of tabs and spaces", ("line 4",)),
        ("claims that do not say for or against", ("line 4",)),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("* A\n*** PRO B\n", "levels skipped", "line 2"),
        ("* A\n** PRO [[id:gone][Words]]\n", "references to nothing", "line 2"),
        ("* A\n:PROPERTIES:\n:ID: a\n:END:\n** PRO B\n:PROPERTIES:\n:ID: a\n:END:\n",
         "ids used twice", "line 5"),
        ("* A\n** B\n", "claims that do not say for or against", "line 2"),
        ("* A\n** PRO B\n:PROPERTIES:\n:SOURCES: {\n:END:\n", "properties that cannot be read",
         "line 2: sources"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(text: str, kind: str, place: str) -> None:
    imported = read(text)
    assert [(repair.kind, repair.places) for repair in imported.repairs] == [(kind, (place,))]
    assert len(imported.debate.claims) == 2


def test_it_is_written_for_people() -> None:
    text = ORG.write(rain()).data.decode()
    assert "#+TITLE: The weather\n#+TODO: PRO CON UNDERCUT |\n" in text
    assert "\n** PRO Plants grow. :nature:\n:PROPERTIES:\n:ID: plants\n" in text
    assert "\n:author: editor\n" in text
    assert "\n*** UNDERCUT Not in winter.\n" in text
    assert "\n** CON [[id:floods][Streets flood.]]\n" in text
    assert "\na longer remark,\nline by line\n" in text


@pytest.mark.parametrize(
    "text",
    [
        "PRO it",
        "TODO it",
        "[#A] it",
        "it :tag:",
        "Pro: it",
        "* it",
        "[[id:a]]",
        "",
        "a\nb",
        "COMMENT it",
        " a",
    ],
)
def test_words_that_org_would_take_for_its_own_come_back(text: str) -> None:
    debate = Debate(Header("m", "T", ("a",)), {"a": Claim(text, note=f"* x\n{text}\n:END:")})
    assert again("org", debate).debate.claims == debate.claims


def test_an_edit_of_the_heading_counts_and_not_the_text_beside_it() -> None:
    debate = Debate(Header("m", "T", ("a",)), {"a": Claim("one\ntwo")})
    data = ORG.write(debate).data.replace(b"* one two", b"* one three")
    assert read_map(data, "x.org").debate.claims["a"].text == "one three"


def test_unknown_fields_go_out_again() -> None:
    data = ORG.write(read(BY_HAND).debate).data.decode()
    assert "\n:COST: high\n" in data
    assert "\n:ID: 7c0a-trains\n" in data


def test_what_is_no_org_file_is_refused() -> None:
    with pytest.raises(MapError, match="headings"):
        read_map(b"words\nand words", "x.org")


def test_it_is_known_by_its_first_lines() -> None:
    assert format_of(ORG.write(rain()).data, "x") is ORG
    assert format_of(b"* A\n:PROPERTIES:\n:ID: x\n:END:\n", "x") is ORG
    assert format_of(b"# A\n\n* a list\n", "x.md") is not ORG


def test_many_open_drawers_take_no_time() -> None:
    text = "* A\n" + ":LOGBOOK:\n" * 20_000
    assert len(read(text).debate.claims) == 1
