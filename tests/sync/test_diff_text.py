"""Differences in words: right, on one line, and safe whatever a map says."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.core.text import safe_line, width
from debatemap.sync.diff.difference_text import difference_text, one_line, short_line
from debatemap.sync.diff.differences import differences
from debatemap.sync.diff.json import described
from tests.edit.verbs import steady_ids
from tests.strategies import debates, sketch
from tests.sync.test_differences import changed

Edit = Callable[[Debate], Change]

OPEN = Debate(
    Header("m", "Open source AI", ("safe", "strict")),
    {
        "safe": Claim("Release is safe.", tags=("ai",)),
        "strict": Claim("Rules help."),
        "eyes": Claim("Eyes see faults.", note="Since 1999."),
        "army": Claim("Armies deter."),
        "none": Claim("Nobody looks.", by="Ada"),
        "race": Claim("Compute wins."),
        "held": Claim("States hold it."),
    },
    {
        "eyes-safe": Link(("eyes",), "supports", "safe", "a0"),
        "army-safe": Link(("army",), "attacks", "safe", "a1"),
        "none-step": Link(("none",), "attacks", "eyes-safe", "a0"),
        "both-strict": Link(("race", "held"), "supports", "strict", "a0"),
    },
)

GOLDEN: list[tuple[Edit, str]] = [
    (
        lambda d: edit.add_reply(d, "eyes", "attacks", "Few of them\nlook."),
        "+ con under “Eyes see faults.”: Few of them look.",
    ),
    (
        lambda d: edit.add_reply(d, "eyes-safe", "attacks", "Not so."),
        "+ undercut of the step from “Eyes see faults.” to “Release is safe.”: Not so.",
    ),
    (
        lambda d: edit.add_reply(d, "none-step", "supports", "So it is."),
        "+ backing of the step from “Nobody looks.” to a step: So it is.",
    ),
    (lambda d: edit.add_thesis(d, "Games differ."), "+ thesis: Games differ."),
    (lambda d: edit.add_unplaced(d, "Later."), "+ unplaced: Later."),
    (
        lambda d: edit.delete_claim(d, "army"),
        "− con under “Release is safe.”: Armies deter.",
    ),
    (
        lambda d: edit.delete_claim(d, "held"),
        "− premise of the pro under “Rules help.”, with “Compute wins.”: States hold it.",
    ),
    (
        lambda d: edit.move(d, "army", "army-safe", "eyes"),
        "→ “Armies deter.” moved from “Release is safe.” to “Eyes see faults.”",
    ),
    (
        lambda d: edit.move(d, "army", "army-safe", "strict", "supports"),
        "→ “Armies deter.” moved from “Release is safe.” to “Rules help.”, now a pro",
    ),
    (
        lambda d: edit.flip(d, "none-step"),
        (
            "~ “Nobody looks.” turned from undercut into backing of"
            " the step from “Eyes see faults.” to “Release is safe.”"
        ),
    ),
    (
        lambda d: edit.connect(d, "army", "strict", "supports"),
        "+ “Armies deter.” now also supports “Rules help.”",
    ),
    (
        lambda d: edit.unlink(d, "both-strict"),
        "− “Compute wins.” & “States hold it.” no longer support “Rules help.”",
    ),
    (
        lambda d: edit.reorder(d, "army-safe", -1),
        "~ under “Release is safe.”: “Armies deter.” now before “Eyes see faults.”",
    ),
    (
        lambda d: edit.unmake_thesis(d, "strict"),
        "− “Rules help.” is no longer a thesis",
    ),
    (lambda d: edit.make_thesis(d, "eyes"), "+ “Eyes see faults.” is now a thesis"),
    (
        lambda d: edit.reorder_thesis(d, "strict", -1),
        "~ theses now in the order “Rules help.”, “Release is safe.”",
    ),
    (lambda d: edit.set_title(d, "Open weights"), "~ title: Open [-source AI-]{+weights+}"),
    (
        lambda d: edit.reword(d, "eyes", "Eyes always see most."),
        "~ reworded: Eyes {+always+} see [-faults.-]{+most.+}",
    ),
    (
        lambda d: edit.set_note(d, "eyes", "Since 2001."),
        "~ note on “Eyes see faults.”: Since [-1999.-]{+2001.+}",
    ),
    (
        lambda d: edit.set_note(d, "army", "Says Khan."),
        "+ note on “Armies deter.”: Says Khan.",
    ),
    (
        lambda d: edit.set_tags(d, "safe", ["law"]),
        "~ tags of “Release is safe.”: +#law −#ai",
    ),
    (
        lambda d: edit.set_author(d, "none", "Ben"),
        "~ author of “Nobody looks.”: Ada → Ben",
    ),
    (
        lambda d: edit.add_source(
            d, "eyes", Source("Raymond", "The Cathedral"), quote="eyeballs", at="p. 4"
        ),
        "+ source of “Eyes see faults.”: Raymond, The Cathedral, p. 4: “eyeballs”",
    ),
    (
        lambda d: edit.rate(d, "safe", "Ada", 70),
        "+ Ada rates “Release is safe.” 70",
    ),
]


@pytest.mark.parametrize(("make", "line"), GOLDEN, ids=[line[:40] for _, line in GOLDEN])
def test_one_edit_is_one_line(make: Edit, line: str) -> None:
    with steady_ids():
        after = changed(OPEN, make(OPEN))
    assert [one_line(found, OPEN, after) for found in differences(OPEN, after)] == [line]


def lines(before: Debate, after: Debate) -> list[str]:
    return [one_line(found, before, after) for found in differences(before, after)]


def test_joint_premises() -> None:
    before, joint = sketch("T", p="P + T"), sketch("T", p="P Q + T")
    assert lines(before, joint) == ["+ premise of the pro under “T.”, with “P.”: Q."]
    assert lines(sketch("T"), joint) == ["+ joint pro under “T.”: P. & Q."]
    apart = sketch("T", p="P + T", q="Q + T")
    assert lines(joint, apart) == [
        "− “Q.” parted from “P.”, a pro under “T.”",
        "+ “Q.” now supports “T.”",
    ]


def test_ratings_that_change_and_go() -> None:
    one, two = (changed(OPEN, edit.rate(OPEN, "safe", "Ada", value)) for value in (40, 70.5))
    assert lines(one, two) == ["~ Ada rates “Release is safe.” 40 → 70.5"]
    assert lines(one, OPEN) == ["− Ada no longer rates “Release is safe.”; it was 40"]


def test_unknown_fields_are_told_by_their_path() -> None:
    one = Claim("A.", extra={"x": {"y": {"z": 1}, "same": []}, "gone": None})
    other = Claim("A.", extra={"x": {"y": {"z": [2]}, "same": []}})
    before, after = (Debate(Header("m"), {"a": claim}) for claim in (one, other))
    assert lines(before, after) == ["~ other fields of “A.”: gone null → none; x.y.z 1 → [2]"]


def test_a_long_text_is_cut_around_what_changed() -> None:
    text = "many eyes find faults sooner than a few of them do, " * 40
    before = Debate(Header("m"), {"a": Claim(f"{text}it rains. {text}")})
    after = Debate(Header("m"), {"a": Claim(f"{text}it snows. {text}")})
    assert lines(before, after) == [
        "~ reworded: … a few of them do, it [-rains.-]{+snows.+} many eyes find faults …"
    ]
    (found,) = differences(before, after)
    spans = difference_text(found, before, after).spans
    assert [fate for fate, _ in spans] == ["same", "gone", "new", "same"]


def test_what_does_not_show_is_said_not_to() -> None:
    before = Debate(Header("m"), {"a": Claim("A b.")})
    assert lines(before, Debate(Header("m"), {"a": Claim("A  b.\u200b")})) == [
        "~ “A b.” reworded, in nothing that shows"
    ]


@given(debates(), debates())
def test_any_difference_is_one_safe_line_of_some_length(before: Debate, after: Debate) -> None:
    for found in differences(before, after):
        for line in (one_line(found, before, after), short_line(found, before, after)):
            assert line == safe_line(line)
            assert line[0] in "+−→~"
        assert width(one_line(found, before, after)) <= 420
        assert width(short_line(found, before, after)) <= 320
        assert described(found, before, after)["words"] == one_line(found, before, after)


def test_a_citation_that_changed_is_marked() -> None:
    one, other = (Claim("A.", sources=(Citation("s", quote),)) for quote in ("a b", "a c"))
    sources = {"s": Source("Ada")}
    before, after = (Debate(Header("m"), {"a": c}, {}, sources) for c in (one, other))
    assert lines(before, after) == ["~ source of “A.”: Ada: “a [-b”-]{+c”+}"]


def test_scenarios_are_named_and_not_quoted() -> None:
    def header(scenarios: Any, **others: Any) -> Header:  # noqa: ANN401  (any JSON)
        return Header("m", beside={"scenarios": scenarios, **others})

    sides = {
        "none": Debate(Header("m")),
        "one": Debate(header({"Dry": {"a": "true"}, "\x1b[2J": {}})),
        "other": Debate(header({"Dry": {"a": "false"}, "Wet": {"a": "true"}}, x=1)),
        "odd": Debate(header(3)),
    }

    def told_of(one: str, other: str) -> list[str]:
        return [str(line) for line in lines(sides[one], sides[other])]

    assert told_of("none", "one") == ["~ scenario “[2J” added; scenario “Dry” added"]
    assert told_of("one", "other") == [
        "~ scenario “[2J” dropped; scenario “Dry” changed; scenario “Wet” added; x none → 1"
    ]
    assert told_of("none", "odd") == ["~ other fields of the map: scenarios none → 3"]


def test_conflicts_in_the_file_are_counted_and_not_quoted() -> None:
    header = Header("m", beside={"x": 1})
    entry = {"path": ["map", "title"], "values": ["\x1b[2J"]}
    marked = header._replace(beside={"x": 1, "conflicts": [entry]})
    before, after = Debate(header), Debate(marked)
    told_twice = [one_line(each, before, after) for each in differences(before, after)]
    assert told_twice == ["~ conflicts to settle: 0 → 1"]
    other = Debate(marked._replace(beside={"x": 2, "conflicts": []}))
    assert [one_line(each, after, other) for each in differences(after, other)] == [
        "~ conflicts to settle: 1 → 0; x 1 → 2"
    ]


def test_a_rating_of_what_is_called_as_a_field_is_data() -> None:
    for name in ("note", "sources", "tags", "extra", "beside"):
        before = Debate(Header("m"), {name: Claim("It rains.")})
        after = Debate(Header("m"), {name: Claim("It rains.")}, stances={"ed": {name: 80}})
        (found,) = differences(before, after)
        said = described(found, before, after)
        assert (said["field"], said["before"], said["after"]) == (name, None, 80)
