from collections.abc import Iterable

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.rating_fingerprints import fingerprint, fingerprints, with_fingerprints
from debatemap.core.scenarios import ABSENT, FALSE, TRUE, scenarios_in, with_scenario
from debatemap.edit.builder import EditRefusedError
from debatemap.formats.format import Imported
from debatemap.formats.imported_base import IMPORTS, bases_in, with_base, without_bases
from debatemap.formats.registry import read_map
from debatemap.sync.change_between import compare
from debatemap.sync.imports.bring_in import as_new_map, earlier_import, put_under, update
from debatemap.sync.merge.conflict import conflicts_in
from tests.strategies import debates, sketch


def _read(debate: Debate) -> Imported:
    return Imported(debate, is_foreign=True)


def _say(debate: Debate, key: str, *, text: str = "", note: str = "") -> Debate:
    claim = debate.claims[key]
    claims = {**debate.claims, key: claim._replace(text=text or claim.text, note=note)}
    return Debate(debate.header, claims, debate.links, debate.sources, debate.stances)


def _rated(debate: Debate, key: str) -> Debate:
    stances = {"Ada": {key: 80.0}}
    return Debate(debate.header, debate.claims, debate.links, debate.sources, stances)


def _with_header(debate: Debate, header: Header) -> Debate:
    return Debate(header, debate.claims, debate.links, debate.sources, debate.stances)


def _without(debate: Debate, keys: Iterable[str]) -> Debate:
    gone = set(keys)
    claims = {key: claim for key, claim in debate.claims.items() if key not in gone}
    links = {
        key: link for key, link in debate.links.items()
        if not gone & {*link.premises, link.target}
    }  # fmt: skip
    return Debate(debate.header, claims, links, debate.sources, debate.stances)


def _map() -> Debate:
    return as_new_map(_read(sketch("T", l="p + T a0", m="q - T a1")), "lines", "talk.txt")


def _updated(mine: Debate, newer: Debate) -> Debate:
    base = earlier_import(mine, _read(newer), "lines", "talk.txt")
    assert base is not None
    return update(mine, _read(newer), base, "talk.txt", has_ids=True).debate


@given(debates())
def test_what_came_in_is_kept_within_the_map(debate: Debate) -> None:
    kept = as_new_map(_read(debate), "lines", "talk.txt")
    (base,) = bases_in(kept.header)
    assert not compare(debate, base.debate)
    change = compare(debate, kept)
    assert {table for table, *_ in change.edits()} == {"header"}
    assert without_bases(kept.header) == debate.header


def test_a_second_import_of_the_same_file_changes_nothing() -> None:
    mine = _rated(_say(_map(), "p", note="ours"), "p")
    assert not compare(mine, _updated(mine, sketch("T", l="p + T a0", m="q - T a1")))


def test_a_newer_version_updates_words_and_keeps_notes_ratings_and_own_claims() -> None:
    mine = _rated(_say(_map(), "p", note="ours"), "p")
    newer = sketch("T", l="p + T a0", m="q - T a1", n="r - p a0")
    newer = _say(newer, "p", text="Newer words.")
    merged = _updated(mine, newer)
    assert merged.claims["p"] == Claim("Newer words.", note="ours")
    assert merged.stances == {"Ada": {"p": 80.0}}
    assert merged.claims["r"].text == "r."
    assert not compare(merged, _updated(merged, newer))


def test_what_the_file_dropped_goes_and_what_the_map_dropped_stays_away() -> None:
    older = sketch("T", l="p + T a0", m="q - T a1")
    assert "q" not in _updated(_map(), _without(older, "q")).claims
    assert "q" not in _updated(_without(_map(), "q"), older).claims


def test_what_both_changed_is_a_conflict() -> None:
    mine = _say(_map(), "p", text="Our own words say this.")
    newer = _say(sketch("T", l="p + T a0", m="q - T a1"), "p", text="Their words are other ones.")
    base = earlier_import(mine, _read(newer), "lines", "talk.txt")
    assert base is not None
    brought = update(mine, _read(newer), base, "talk.txt", has_ids=True)
    assert [conflict.path[:2] for conflict in brought.conflicts] == [("claims", "p")]


def test_another_file_is_no_newer_version() -> None:
    other = Debate(Header("o", theses=("z",)), {"z": Claim("Of something else.")})
    assert earlier_import(_map(), _read(other), "lines", "other.txt") is None
    same = sketch("T", l="p + T a0", m="q - T a1")
    assert earlier_import(_map(), _read(same), "csv", "talk.txt") is None
    assert earlier_import(_map(), _read(same), "lines", "renamed.txt") is not None


def test_another_debate_in_a_file_of_the_same_name_takes_nothing_away() -> None:
    other = _say(_say(sketch("T", l="p + T a0"), "T", text="Cats purr."), "p", text="So it seems.")
    assert earlier_import(_map(), _read(other), "lines", "talk.txt") is None
    both = put_under(_map(), _read(other), None, "lines", "talk.txt").debate
    assert len(both.claims) == 5
    assert len(list(bases_in(both.header))) == 2, "each is updated by its own newer version"
    newer = _say(other, "p", text="So it seems to me.")
    assert len(_updated(both, newer).claims) == 5
    assert not compare(both, _updated(both, sketch("T", l="p + T a0", m="q - T a1")))


def test_a_file_comes_under_a_claim_and_is_updated_there() -> None:
    mine = sketch("A", k="b + A a0")
    brought = put_under(mine, _read(sketch("T", l="p + T a0")), "b", "lines", "talk.txt").debate
    assert brought.header.theses == ("A",)
    (step,) = brought.links_into("b")
    assert brought.links[step].premises == ("T",)
    newer = sketch("T", l="p + T a0", m="q - T a1")
    again = _updated(brought, newer)
    assert again.header.theses == ("A",)
    assert again.claims["q"].text == "q."
    assert again.links_into("b") == [step]


def test_what_a_file_says_of_its_theses_holds_under_a_claim() -> None:
    read = read_map(b"- Pro: Clean air\n- Con: Jobs\n- Noise\n", "talk.md")
    mine = sketch("A")
    for _ in range(2):
        mine = put_under(mine, read, "A", "markdown", "talk.md").debate
    found = [
        (mine.claims[mine.links[key].premises[0]].text, mine.links[key].stance)
        for key in mine.links_into("A")
    ]
    brought = [("Clean air", "supports"), ("Jobs", "attacks"), ("Noise", "supports")]
    assert found == brought * 2


def test_ids_that_the_map_uses_are_given_anew() -> None:
    mine = sketch("A", k="p + A a0")
    brought = put_under(mine, _read(sketch("T", l="p + T a0")), "A", "lines", "talk.txt").debate
    assert len(brought.claims) == 4
    assert not compare(brought, _updated_by_words(brought))


def _updated_by_words(mine: Debate) -> Debate:
    read = _read(sketch("T", l="p + T a0"))
    base = earlier_import(mine, read, "lines", "talk.txt")
    assert base is not None
    return update(mine, read, base, "talk.txt", has_ids=True).debate


def test_there_must_be_such_a_claim() -> None:
    with pytest.raises(EditRefusedError, match="no claim or link"):
        put_under(sketch("A"), _read(sketch("T")), "zzz", "lines", "talk.txt")


@pytest.mark.parametrize(
    "entry",
    [3, {}, {"format": "lines"}, {"format": "lines", "base": "?"}, {"format": 1, "base": "00"}],
)
def test_an_entry_that_cannot_be_read_counts_for_nothing(entry: object) -> None:
    header = Header("m", beside={IMPORTS: {"lines talk.txt": entry}})
    assert list(bases_in(header)) == []
    (base,) = bases_in(_map().header)
    assert len(list(bases_in(with_base(header, base)))) == 1


def test_what_a_map_says_beside_its_claims_comes_along_under_the_new_ids() -> None:
    mine = sketch("T", l="p + T a0")
    mine = _with_header(mine, with_scenario(mine.header, "Dry", {"p": FALSE}))
    theirs = sketch("T", l="p + T a0")
    header = with_fingerprints(theirs.header, "Ada", {"p": fingerprint("p.")})
    header = with_scenario(header, "Dry", {"p": TRUE, "l": ABSENT})._replace(id="other")
    theirs = _rated(_with_header(theirs, header), "p")
    made = put_under(mine, Imported(theirs), "T", "native", "theirs.json").debate
    (came,) = [key for key, claim in made.claims.items() if claim.text == "p." and key != "p"]
    (link,) = made.links_from(came)
    assert scenarios_in(made.header) == {
        "Dry": {"p": FALSE}, "Dry 2": {came: TRUE, link: ABSENT},
    }  # fmt: skip
    assert fingerprints(made.header) == {"Ada": {came: fingerprint("p.")}}
    assert made.stances == {"Ada": {came: 80.0}}
    assert made.header.theses == mine.header.theses


def test_a_map_with_conflicts_is_not_brought_in() -> None:
    theirs = sketch("T", l="p + T a0")
    there = [{"path": ["claims", "p", "text"], "base": "a", "values": ["b", "c"]}]
    header = theirs.header._replace(id="other", beside={"conflicts": there})
    assert conflicts_in(_with_header(theirs, header))
    read = Imported(_with_header(theirs, header))
    with pytest.raises(EditRefusedError, match="conflicts"):
        put_under(sketch("T", l="p + T a0"), read, None, "native", "theirs.json")


def test_a_newer_version_brings_what_it_changed_in_its_scenarios() -> None:
    older = sketch("T", l="p + T a0", m="q - T a1")
    older = _with_header(older, with_scenario(older.header, "Dry", {"p": TRUE}))
    mine = as_new_map(_read(older), "lines", "talk.txt")
    mine = _with_header(mine, with_scenario(mine.header, "Ours", {"q": TRUE}))
    newer = _with_header(older, with_scenario(older.header, "Dry", {"p": FALSE}))
    assert scenarios_in(_updated(mine, newer).header) == {"Dry": {"p": FALSE}, "Ours": {"q": TRUE}}


def test_what_the_map_has_another_value_of_is_told() -> None:
    mine, theirs = sketch("T", l="p + T a0"), sketch("S", l="q + S a0")
    mine = _with_header(mine, mine.header._replace(beside={"x-colour": "red"}))
    header = theirs.header._replace(id="other", beside={"x-colour": "blue", "x-size": 3})
    brought = put_under(mine, Imported(_with_header(theirs, header)), "T", "native", "theirs.json")
    assert brought.left_out == ("the field x-colour",)
    assert brought.debate.header.beside["x-colour"] == "red"
    assert brought.debate.header.beside["x-size"] == 3
