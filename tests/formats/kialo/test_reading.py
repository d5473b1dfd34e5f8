from collections.abc import Callable

import pytest

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.queries import theses
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_of, read_map
from tests.growth import assert_grows_at_most

OLDER = r"""Discussion Title: Night trains

1. The region should run night trains.
1.1. Pro: Many people would use them \(see [survey](https://example.org/s)\).
1.1.1. Con: The survey asked only 40 people.
1.2. Con: Night trains lose money.
1.2.1. Pro: -> See 1.1.1.
"""
NEWER = """Discussion Name:
Night trains

1. Thesis:
The region should run night trains.

  1.1. Pro:
  Many people would use them (see survey [1]).

    1.1.1. Con:
    The survey asked only 40 people.

  1.2. Con:
  Night trains lose money.

    1.2.1. Pro:
    -> See 1.1.1.

Sources:
[1] https://example.org/s
"""


def read(text: str) -> Imported:
    return read_map(text.encode(), "export.txt")


def lines(debate: Debate) -> set[tuple[str, str, str]]:
    """Returns each step as (premise, sign, target)."""
    return {
        (debate.claims[premise].text, "-+"[link.stance == "supports"],
         debate.claims[link.target].text)
        for link in debate.links.values()
        for premise in link.premises
    }  # fmt: skip


@pytest.mark.parametrize("text", [OLDER, NEWER], ids=["older", "newer"])
def test_both_layouts_say_the_same(text: str) -> None:
    imported = read(text)
    debate = imported.debate
    trains, use, asked, money = (
        "The region should run night trains.", "Many people would use them (see survey).",
        "The survey asked only 40 people.", "Night trains lose money.",
    )  # fmt: skip
    assert imported.losses == imported.repairs == ()
    assert debate.header.title == "Night trains"
    assert [debate.claims[key].text for key in theses(debate)] == [trains]
    assert lines(debate) == {
        (use, "+", trains), (asked, "-", use), (money, "-", trains), (asked, "+", money)
    }  # fmt: skip
    assert [source.url for source in debate.sources.values()] == ["https://example.org/s"]
    (cited,) = [claim.text for claim in debate.claims.values() if claim.sources]
    assert cited == use


@pytest.mark.parametrize("text", [OLDER, NEWER], ids=["older", "newer"])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode().replace(b"\n", b"\r\n"),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("Pro:", "PRO:").replace("Con:", "CON:").encode(),
        lambda text: ("\n\n" + text + "\n\n").encode(),
    ],
    ids=["crlf", "bom", "utf-16", "capitals", "blank lines"],
)
def test_it_is_known_however_it_was_saved(text: str, change: Callable[[str], bytes]) -> None:
    data = change(text)
    assert format_of(data, "anything.md").name == "kialo"
    assert lines(read_map(data, "x").debate) == lines(read(text).debate)


def test_a_question_has_several_theses() -> None:
    newer = read(
        "Discussion Name:\nTrains\n\n1. Question:\nWhen should trains run?\n\n"
        "  1.1. Thesis:\n  By night.\n\n    1.1.1. Pro:\n    It is calm.\n\n"
        "  1.2. Thesis:\n  By day.\n"
    ).debate
    older = read(
        "Discussion Title: Trains\n\n1. When should trains run?\n1.1. By night.\n"
        "1.1.1. Pro: It is calm.\n1.2. By day.\n"
    ).debate
    for debate in (newer, older):
        assert debate.header.question == "When should trains run?"
        assert [debate.claims[key].text for key in theses(debate)] == ["By night.", "By day."]
        assert lines(debate) == {("It is calm.", "+", "By night.")}


def test_numbered_lines_of_a_text_begin_no_claim() -> None:
    older = read(
        "Discussion Title: T\n\n1. Reading is good.\n1.1. Pro: It helps:\n1. Reading might help.\n"
        "2. It may.\n10. Ten.\n1.1.1. Con: No.\n"
    )
    assert [claim.text for claim in older.debate.claims.values()] == [
        "Reading is good.", "It helps:\n1. Reading might help.\n2. It may.\n10. Ten.", "No.",
    ]  # fmt: skip
    newer = read(
        "Discussion Name:\nT\n\n1. Thesis:\nReading is good:\n\n1. Reading might help.\n\n"
        "  1.1. Con:\n  Not so:\n  1.2. It tires.\n  - It bores.\n"
    )
    assert [claim.text for claim in newer.debate.claims.values()] == [
        "Reading is good:\n\n1. Reading might help.", "Not so:\n1.2. It tires.\n- It bores.",
    ]  # fmt: skip
    assert older.repairs == newer.repairs == ()


def titles(imported: Imported) -> list[str]:
    return [imported.debate.claims[key].text for key in theses(imported.debate)]


def test_theses_without_replies_are_theses() -> None:
    text = (
        "Discussion Title: T\n\n1. Ban them.\n1.1. Pro: Noise.\n1.2. Con: Jobs.\n\n"
        "2. Tax them.\n2.1. Con: -> See 1.2.\n\n3. {}Leave them be.\n\n4. Move them.\n"
    )
    for label in ("", "Thesis: "):
        imported = read(text.format(label))
        assert titles(imported) == ["Ban them.", "Tax them.", "Leave them be.", "Move them."]
        assert ("Jobs.", "-", "Tax them.") in lines(imported.debate)
        assert imported.repairs == ()


def test_a_list_in_the_words_of_a_claim_stays_where_theses_follow() -> None:
    imported = read(
        "Discussion Title: T\n\n1. Ban them:\n1. Noise.\n2. Smoke.\n1.1. Pro: So:\n\n1. One.\n"
        "2. Two.\n3. Three.\n\n2. Tax them:\n1. Much.\n2. Often.\n2.1. Con: No.\n\n3. Leave them.\n"
    )
    assert [claim.text for claim in imported.debate.claims.values()] == [
        "Ban them:\n1. Noise.\n2. Smoke.", "So:\n\n1. One.\n2. Two.\n3. Three.",
        "Tax them:\n1. Much.\n2. Often.", "No.", "Leave them.",
    ]  # fmt: skip
    assert titles(imported) == [
        "Ban them:\n1. Noise.\n2. Smoke.", "Tax them:\n1. Much.\n2. Often.", "Leave them.",
    ]  # fmt: skip
    assert imported.repairs == ()


AS_WORDS = "numbered lines that may be claims"


@pytest.mark.parametrize(
    ("more", "count", "kinds"),
    [
        ("1.1. Pro: B:\n\n1. One.\n\n2. Two.\n", 2, [(AS_WORDS, ("line 8",))]),
        ("1.1. Pro: B.\n2. C.\n", 2, [(AS_WORDS, ("line 5",))]),
        ("1.1. Pro: B.\n\n3. C.\n", 2, [(AS_WORDS, ("line 6",))]),
        ("1.1. Pro: B.\n1.3. C.\n", 2, [(AS_WORDS, ("line 5",))]),
        ("1.1. Pro: B.\n\n2. C.\n", 3,
         [("numbered lines that may be words of the claim above", ("line 6",))]),
        ("1.1. Pro: B:\n\n1. One.\n2. Two.\n3. Three.\n", 2, []),
    ],
)  # fmt: skip
def test_a_number_that_may_be_a_claim_s_or_a_list_s_is_told(
    more: str, count: int, kinds: list[tuple[str, tuple[str, ...]]]
) -> None:
    imported = read(f"Discussion Title: T\n\n1. A.\n{more}")
    assert len(imported.debate.claims) == count
    assert [(repair.kind, repair.places) for repair in imported.repairs] == kinds


def test_references_run_forward_and_over_others() -> None:
    imported = read(
        "Discussion Title: T\n\n1. A.\n1.1. Pro: -> See 1.3.1.\n1.2. Con: -> See 1.1.\n"
        "1.3. Pro: B.\n1.3.1. Con: C.\n"
    )
    assert imported.repairs == ()
    assert lines(imported.debate) == {
        ("C.", "+", "A."), ("C.", "-", "A."), ("B.", "+", "A."), ("C.", "-", "B."),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "kind", "place"),
    [
        ("1.1. Pro: -> See 9.9.\n", "references to nothing", "line 4"),
        ("1.1. Pro: -> See 1.1.\n", "references to nothing", "line 4"),
        ("1.1. Pro: B.\n1.1. Con: C.\n", "numbers used twice", "line 5"),
        ("1.1.1.1. Pro: B.\n", "levels skipped", "line 4"),
        ("7.1. Pro: B.\n", "levels skipped", "line 4"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(more: str, kind: str, place: str) -> None:
    imported = read(f"Discussion Title: T\n\n1. A.\n{more}")
    told = [(repair.kind, repair.places) for repair in imported.repairs]
    at_the_top = ("replies that stand under nothing", (place,))
    assert [each for each in told if each != at_the_top] == [(kind, (place,))]
    assert len(imported.debate.claims) == more.count("\n") + 1


def test_two_references_of_one_number_name_what_each_of_them_says() -> None:
    imported = read(
        "Discussion Title: T\n\n1. A.\n1.1. Pro: B.\n1.2. Con: C.\n1.2.1. Pro: -> See 1.1.\n"
        "1.2.1. Con: -> See 9.\n"
    )
    assert ("B.", "+", "C.") in lines(imported.debate)
    assert {repair.kind for repair in imported.repairs} == {
        "numbers used twice", "references to nothing",
    }  # fmt: skip


def test_a_footnote_to_nothing_stays_and_is_told() -> None:
    text = NEWER.replace("survey [1]", "survey [2]")
    imported = read(text)
    assert [repair.kind for repair in imported.repairs] == ["footnotes to nothing"]
    assert "Many people would use them (see survey [2])." in {
        claim.text for claim in imported.debate.claims.values()
    }


def test_signs_are_taken_out_of_their_escapes() -> None:
    imported = read(
        "Discussion Title: T\n\n1. A \\[sic\\] by x\\@example.org.\\nAnd more.\n"
        "1.1. Pro: [One](https://example.org/a_\\(b\\)) and [two](https://example.org/c(d)e).\n"
    )
    texts = [claim.text for claim in imported.debate.claims.values()]
    assert texts == ["A [sic] by x@example.org.\nAnd more.", "One and two."]
    assert [source.url for source in imported.debate.sources.values()] == [
        "https://example.org/a_(b)", "https://example.org/c(d)e",
    ]  # fmt: skip


def test_what_is_no_discussion_is_refused() -> None:
    with pytest.raises(MapError, match="numbered claims"):
        read_map(b"nothing here", "x.txt", "kialo")


def test_a_second_export_gives_claims_the_same_ids() -> None:
    before = read(OLDER).debate
    after = read(OLDER.replace("1.2. Con:", "1.3. Con:").replace("1.2.1.", "1.3.1.")).debate
    assert before.claims.keys() == after.claims.keys()
    assert before.links.keys() == after.links.keys()


def test_time_is_in_proportion_to_the_claims() -> None:
    def text(count: int) -> str:
        pairs = (
            f"1.{n}. Pro: Claim {n} \\(of many\\).\n1.{n}.1. Con: No {n}." for n in range(1, count)
        )
        return "Discussion Title: T\n\n1. Thesis.\n" + "\n".join(pairs)

    small, large = text(125), text(1_000)
    assert len(read(large).debate.claims) == 1_999
    assert_grows_at_most(24, lambda: read(small), lambda: read(large))


def test_references_that_lead_over_others_are_followed_once_each() -> None:
    def chained(count: int) -> bytes:
        lines = (f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, count))
        return f"1. a\n{''.join(lines)}1.{count}. Pro: b\n".encode()

    small, large = chained(500), chained(4_000)
    assert len(read_map(small, "x.txt", "kialo").debate.claims) == 2
    assert_grows_at_most(
        24, lambda: read_map(small, "x.txt", "kialo"), lambda: read_map(large, "x.txt", "kialo")
    )
