import csv
from io import StringIO

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.fields import plain_fields
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.registry import format_named
from tests.strategies import chain, debates
from tests.tui.hostile import TEXTS, hostile
from tests.tui.maps import rain

CSV = format_named("csv")


def rows(debate: Debate) -> list[dict[str, str]]:
    text = CSV.write(debate).data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_says_what_a_claim_is() -> None:
    plants = next(row for row in rows(rain()) if row["id"] == "plants")
    link = plants.pop("link")
    assert rain().links[link].premises == ("plants",)
    plain = {field.label: "" for field in plain_fields()}
    assert plants == plain | {
        "id": "plants", "text": "Plants grow.", "stance": "pro", "target": "rain",
        "depth": "1", "replies": "1", "places": "1", "sources": "The Almanac", "author": "editor",
        "date": "2026-01-03", "tags": "nature", "note": "a longer remark,\nline by line",
    }  # fmt: skip


def test_rows_stand_in_reading_order_with_their_stances() -> None:
    assert [(row["id"], row["stance"]) for row in rows(rain())] == [
        ("rain", "thesis"), ("plants", "pro"), ("winter", "undercut"), ("roots", "pro"),
        ("floods", "con"), ("fill", "pro"), ("need", "pro"), ("sun", "thesis"),
        ("snow", "unplaced"),
    ]  # fmt: skip


def test_joint_premises_share_a_link_and_an_undercut_names_one() -> None:
    found = {row["id"]: row for row in rows(rain())}
    assert found["fill"]["link"] == found["need"]["link"] != ""
    assert found["winter"]["target"] == found["plants"]["link"]


@given(debates())
def test_every_claim_has_one_row(debate: Debate) -> None:
    assert sorted(row["id"].removeprefix("'") for row in rows(debate)) == sorted(debate.claims)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "  =1", "\t=1", "＝1"],  # noqa: RUF001
)
def test_no_cell_is_a_formula(text: str) -> None:
    claim = Claim(text, note=text, tags=(text,), by=text, created=text)
    (row,) = rows(Debate(Header("m", theses=("-a",)), {"-a": claim}))
    assert all(row[head].startswith("'") for head in ("id", "text", "author", "date", "tags"))
    assert row["note"].startswith("'")


@pytest.mark.parametrize("kind", TEXTS)
def test_no_control_character_goes_out(kind: str) -> None:
    data = CSV.write(hostile(TEXTS[kind])).data.decode()
    assert not [sign for sign in data if ord(sign) < 32 and sign not in "\r\n"]
    assert "\x9b" not in data
    assert "\u202e" not in data


def test_what_a_table_cannot_say_is_reported() -> None:
    losses = {loss.kind: loss.number for loss in CSV.write(rain()).losses}
    assert losses == {"claims in several places": 1, "titles": 1, "sources": 1, "quotes": 1}
    debate = Debate(
        Header("m", beside={"x": 1}),
        {"a": Claim("A\x1b.", extra={"x": 1})},
        {"l": Link(("a",), "supports", "gone")},
        stances={"ann": {"a": 3.0}},
    )
    assert {loss.kind for loss in CSV.write(debate).losses} == {
        "ratings", "links onto what is missing", "texts with control characters",
        "unknown fields",
    }  # fmt: skip


def test_a_chain_is_written_in_one_walk() -> None:
    assert rows(chain(20_000))[-1]["depth"] == "19999"
