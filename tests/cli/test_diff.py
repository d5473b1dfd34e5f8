"""`debatemap diff`: what is printed, what is not, and how it ends."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from debatemap import edit, save
from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from tests.cli.conftest import Run, small
from tests.strategies import AWKWARD_TEXTS
from tests.sync.test_differences import changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from debatemap.core.change import Change


def other(folder: Path, debate: Debate) -> Path:
    save(debate, folder / "other.json")
    return folder / "other.json"


def edited() -> Debate:
    after = small()
    verbs: list[Callable[[Debate], Change]] = [
        lambda d: edit.reword(d, "eyes0001", "Many eyes find most faults sooner."),
        lambda d: edit.add_reply(d, "eyes0001", "attacks", "Few of them look."),
        lambda d: edit.add_reply(d, "thesis01", "attacks", "So do locks."),
        lambda d: edit.delete_claim(d, "follow01"),
        lambda d: edit.set_title(d, "Open weights"),
        lambda d: edit.move(d, "armies01", "link-too", "compute1"),
        lambda d: edit.set_note(d, "inbox001", "Soon."),
    ]
    for verb in verbs:
        after.apply(verb(after))
    return after


GOLDEN = """\
The map
  ~ title: Open [-source AI-]{+weights+}

“Releasing model weights makes AI safer.”
  + con under “Releasing model weights makes AI safer.”: So do locks.

“Releasing model weights makes AI safer.” › “Many eyes find most faults sooner.”
  ~ reworded: Many eyes find {+most+} faults sooner.
  − backing of the step from “Many eyes find most faults sooner.” to “Releasing model weights \
makes AI safer.”: Faults that are found get mended.
  + con under “Many eyes find most faults sooner.”: Few of them look.

“Releasing model weights makes AI safer.” › “Armies deter people, not software.”
  → “Armies deter people, not software.” moved from “Open weights need strict rules.” to “Compute \
decides who wins the race.”

Unplaced
  + note on “A thought for later.”: Soon.
"""


def test_the_differences_stand_in_groups(run: Run, map_file: Path, tmp_path: Path) -> None:
    result = run("diff", map_file, other(tmp_path, edited()))
    assert (result.stdout, result.stderr) == (GOLDEN, "")
    assert result.exit_code == Status.FOUND


def test_nothing_is_printed_where_nothing_differs(run: Run, map_file: Path) -> None:
    result = run("diff", map_file, map_file)
    assert (result.exit_code, result.output) == (Status.DONE, "")
    result = run("diff", map_file, map_file, "--json")
    assert (result.exit_code, result.stdout) == (Status.DONE, "[]\n")


def test_a_file_that_cannot_be_read(run: Run, map_file: Path) -> None:
    result = run("diff", map_file, map_file.with_name("none.json"))
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert "none.json" in result.stderr


def test_json_has_the_records_as_the_file_has_them(
    run: Run, map_file: Path, tmp_path: Path
) -> None:
    after = small()
    after = changed(after, edit.set_note(after, "eyes0001", "one\ntwo"))
    after.apply(edit.add_reply(after, "thesis02", "attacks", "No."))
    note, came = json.loads(run("diff", map_file, other(tmp_path, after), "--json").stdout)
    assert (note["kind"], note["id"], note["field"]) == ("note", "eyes0001", "note")
    assert note["after"] == ["one", "two"]
    assert (came["table"], came["before"], came["after"]) == ("claims", None, {"text": "No."})
    assert came["claim"] == came["id"]
    assert came["words"] == "+ con under “Open weights need strict rules.”: No."
    assert [made["table"] for made in came["edits"]] == ["claims", "links"]
    assert came["edits"][1]["after"]["to"] == "thesis02"


def test_maps_with_other_ids_are_compared(run: Run, map_file: Path, tmp_path: Path) -> None:
    debate = small()
    renamed = Debate(debate.header._replace(id="another"), debate.claims, debate.links,
                     debate.sources, debate.stances)  # fmt: skip
    result = run("diff", map_file, other(tmp_path, renamed))
    assert result.stdout == "The map\n  ~ id of the map: map0000001 → another\n"


def test_nothing_raw_is_printed(run: Run, map_file: Path, tmp_path: Path) -> None:
    after = small()
    for claim, text in zip(sorted(after.claims), AWKWARD_TEXTS[6:], strict=False):
        hostile = after.claims[claim]._replace(text=text, note=text, tags=(text,), by=text)
        after = Debate(after.header, {**after.claims, claim: hostile}, after.links, after.sources,
                       {text or "x": {claim: 4}})  # fmt: skip
    for option in ([], ["--json"]):
        printed = run("diff", map_file, other(tmp_path, after), *option).output
        assert not set(printed) & set("\x1b\x07\x9b\u202e\u200b\ufeff\u2028\r\x0b")
