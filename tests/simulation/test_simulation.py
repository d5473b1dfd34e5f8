import json
import random
import shutil

import pytest

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.queries import statistics
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.change_between import compare
from tests.bench.measure import Measure
from tests.simulation import __main__ as command
from tests.simulation import simulation, speed
from tests.simulation.facts import facts_of
from tests.simulation.floor import unavoidable
from tests.simulation.judging import dangling, is_invalid
from tests.simulation.maps import draw_map
from tests.simulation.people import NAMES, Person
from tests.simulation.repository import Result
from tests.simulation.simulation import Batch, Row, as_markdown, as_text, run_batch
from tests.simulation.trial import Merge, Tally, in_process, settled, try_out, versions

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def last_writer(base: bytes, ours: bytes, theirs: bytes) -> Result:
    """Merges by record; where both changed one, theirs wins."""
    began, one, other = (parse(data).debate for data in (base, ours, theirs))
    tables = one.tables()
    for table, key, _, after in compare(began, other).edits():
        tables[table].pop(key, None)
        tables[table].update({} if after is None else {key: after})
    (header,) = tables.pop("header").values()
    return Result(dump(Debate(header, **tables)), conflicted=False)


def keeps_quiet(base: bytes, ours: bytes, theirs: bytes) -> Result:
    """Merges as the program does, and drops the conflicts."""
    return Result(settled(in_process(base, ours, theirs).data), conflicted=False)


def breaks_off(base: bytes, ours: bytes, theirs: bytes) -> Result:
    return Result(in_process(base, ours, theirs).data[:-9], conflicted=False)


def tried(merge: Merge, trials: int, claims: int, people: int = 2) -> Tally:
    tally = Tally()
    for number in range(trials):
        chance = random.Random(f"{claims} {people} {number}")  # noqa: S311  (the same every time)
        tally.add(try_out(versions(chance, claims, people), merge, in_process))
    return tally


def test_a_map_is_like_a_real_debate_and_the_same_every_time() -> None:
    debate = draw_map(random.Random(7), 500)  # noqa: S311
    data = dump(debate)
    assert data == dump(draw_map(random.Random(7), 500))  # noqa: S311
    assert not is_invalid(data)
    assert not dangling(data)
    figures = statistics(debate)
    assert (figures.claims, figures.unplaced) == (500, 0)
    assert min(figures.undercuts, figures.joint, figures.sources) > 4
    assert min(figures.shared, figures.cited) > 50
    assert figures.depth > 8
    assert sum(bool(claim.note) for claim in debate.claims.values()) > 50


def test_people_do_all_that_people_do_and_leave_a_sound_map() -> None:
    debate = draw_map(random.Random(3), 60)  # noqa: S311
    said = Person(NAMES[0], random.Random(4)).edit(debate, 300)  # noqa: S311
    assert len(said) == 300
    done = {words.split()[0] for words in said}
    assert done >= {"add", "reword", "write", "tag", "cite", "move", "rate", "delete"}
    assert not dangling(dump(debate))
    assert not is_invalid(dump(debate))


@pytest.mark.parametrize(("people", "claims", "trials"), [(2, 20, 60), (3, 20, 40), (2, 100, 20)])
def test_the_program_loses_nothing(people: int, claims: int, trials: int) -> None:
    tally = tried(in_process, trials, claims, people)
    assert tally.merges == trials * (people - 1)
    assert tally.faults == []
    assert tally.floor <= tally.ours < tally.merges / 2
    assert (tally.lost, tally.dangling, tally.invalid) == (0, 0, 0)


def test_a_merge_in_which_the_last_writer_wins_is_seen_to_lose() -> None:
    tally = tried(last_writer, 60, 20)
    assert tally.lost > 10
    assert tally.dangling > 0


def test_a_merge_that_drops_its_conflicts_is_seen_every_time() -> None:
    noisy = quiet = 0
    for number in range(60):
        made = versions(random.Random(f"quiet {number}"), 20, 2)  # noqa: S311
        if in_process(*made).conflicted:
            noisy += 1
            quiet += try_out(made, keeps_quiet, in_process).lost > 0
    assert noisy == quiet > 4


def test_a_broken_file_is_seen() -> None:
    tally = tried(breaks_off, 2, 20)
    assert (tally.invalid, len(tally.faults)) == (2, 2)


def test_the_floor_knows_one_sentence_from_another() -> None:
    base = draw_map(random.Random(1), 20)  # noqa: S311
    claim = next(iter(base.claims))

    def saying(text: str) -> bytes:
        claims = {**base.claims, claim: base.claims[claim]._replace(text=text)}
        return dump(Debate(base.header, claims, base.links, base.sources, base.stances))

    began = saying("Many eyes find all faults. So show the code.")
    one = saying("Most eyes find all faults. So show the code.")
    far = saying("Many eyes find all faults. So hide the code.")
    near = saying("Many eyes find some faults. So show the code.")
    assert unavoidable(began, one, far) == set()
    assert unavoidable(began, one, near) == {("claims", claim, "text")}


def test_the_floor_knows_what_was_named_before() -> None:
    base = Debate(Header("m", theses=("a",)), {"a": Claim("A.")}, stances={"Ada": {"a": 50.0}})
    gone = Debate(Header("m"))

    def after(change: Change) -> bytes:
        debate = parse(dump(base)).debate
        debate.apply(change)
        return dump(debate)

    def decided(change: Change) -> set[tuple[str, ...]]:
        return unavoidable(dump(base), after(change), dump(gone))

    assert decided(edit.add_thesis(base, "B.")) == set()
    assert decided(edit.rate(base, "a", "Ada", 60)) == {("claims", "a")}
    assert decided(edit.rate(base, "a", "Ben", 60)) == {("claims", "a")}
    assert decided(edit.rate(base, "a", "Ada", None)) == set()
    assert decided(edit.add_reply(base, "a", "attacks", "B.")) == {("claims", "a")}
    assert decided(edit.reword(base, "a", "B.")) == {("claims", "a")}


def test_a_key_that_stands_twice_is_no_map() -> None:
    assert is_invalid(b'{"map": {"id": "m", "id": "m"}}')
    with pytest.raises(ValueError, match="twice"):
        facts_of(b'{"map": {"id": "m", "id": "m"}}')


@needs_git
@pytest.mark.parametrize(("claims", "people"), [(20, 3), (100, 2)])
def test_real_git_loses_nothing_and_conflicts_less_often(claims: int, people: int) -> None:
    tally = run_batch(Batch("suite", claims, people, range(3)))
    assert tally.merges == 3 * (people - 1)
    assert tally.faults == []
    assert tally.floor <= tally.ours <= tally.plain


def test_the_speed_of_a_merge_is_measured() -> None:
    alone, ratio, driven = speed.measure(60, 1)
    assert 0 < alone.measured < driven.measured
    assert ratio.unit == "×"


def test_the_table_has_a_line_for_each_size_and_one_for_all() -> None:
    rows = [Row(20, 2, Tally(100, 30, 4, 8, 7)), Row(1000, 3, Tally(100, 10, 0, 0, 0))]
    assert as_text(rows).splitlines()[3].split() == [
        "all", "200", "20.0", "%", "2.0", "%", "4.0", "%", "3.5", "%", "0", "0", "0",
    ]  # fmt: skip
    first = "| 20 | 2 | 100 | 30.0 % | 4.0 % | 8.0 % | 7.0 % | 0 | 0 | 0 |"
    assert as_markdown(rows).splitlines()[2] == first


@pytest.mark.parametrize("faults", [[], ["lost claims.a.text"]])
def test_the_command_prints_json_and_fails_where_anything_is_lost(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, faults: list[str]
) -> None:
    row = Row(20, 2, Tally(merges=8, plain=3, lost=len(faults), faults=faults))
    monkeypatch.setattr(simulation, "simulate", lambda *_: iter([row]))
    monkeypatch.setattr(speed, "measure", lambda *_: [Measure("merge", 1000, 9, "ms")])
    assert command.main(["--quick", "--json"]) == len(faults)
    told = json.loads(capsys.readouterr().out)
    assert told["merges"][0]["plain"] == 3
    assert told["speed"][0]["verdict"] == "ok"
    command.main(["--markdown"])
    assert capsys.readouterr().out.startswith("<!-- simulation -->\n| claims |")
