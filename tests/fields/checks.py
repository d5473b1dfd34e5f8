"""What has to hold of a field that is merely declared; run where the copied package is found first.

`python -m tests.fields.checks` prints what fails, by check and field, as JSON.
"""

import asyncio
import csv
import inspect
import json
import sys
import tempfile
import traceback
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any, Final

import pytest
from typer.testing import CliRunner

from debatemap import edit, load, save
from debatemap.check.content import control_characters
from debatemap.check.examination import examine
from debatemap.cli.application import application
from debatemap.core.claim_columns import column
from debatemap.core.debate import Debate
from debatemap.core.fields import Field, field_of
from debatemap.core.model import Claim, Header
from debatemap.core.search import find
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.native.schema import json_schema
from debatemap.formats.registry import format_named, read_map
from debatemap.store.journal import Writing
from debatemap.sync.diff.difference_text import one_line
from debatemap.sync.diff.differences import differences
from debatemap.sync.diff.json import described
from debatemap.sync.diff.takeback import take_back
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.sync.merge.conflict_text import in_words
from debatemap.sync.merge.settle import choices, name_conflict, settle
from debatemap.sync.merge.three_way import merge3
from debatemap.tui.features.writing.reopening import reopen
from debatemap.views.table.table import Sorting, Table
from tests.fields.further import FURTHER, Further
from tests.soundness import fresh
from tests.tui.driver import opened

__all__ = ["CHECKS"]

Check = Callable[[str, Further], Any]


def _claim(name: str, value: Any, text: str = "It rains.") -> Claim:  # noqa: ANN401  (of any field)
    return Claim(text)._replace(**{name: value})


def _map(**claims: Claim) -> Debate:
    return Debate(Header("m", theses=tuple(claims)), claims)


def _holding(name: str, value: Any) -> Debate:  # noqa: ANN401  (of any field)
    return _map(a=_claim(name, value))


def _held(debate: Debate, name: str, claim: str = "a") -> Any:  # noqa: ANN401  (of any field)
    return getattr(debate.claims[claim], name)


def _file(key: str, value: Any, **more: Any) -> bytes:  # noqa: ANN401  (any JSON)
    claims = {"a": {"text": "It rains.", key: value, **more}}
    shape = {"format": "debatemap", "version": 1, "map": {"id": "m"}, "claims": claims}
    return json.dumps(shape).encode()


def _emptied(debate: Debate, name: str) -> Debate:
    return _holding(name, type(_held(debate, name))())


def _field(name: str) -> Field:
    return field_of("claims", name)


def it_is_in_the_schema(name: str, further: Further) -> None:
    shape = json_schema()["$defs"]["ClaimShape"]["properties"][_field(name).in_file]
    if further.kind == "choice":
        assert shape["enum"] == ["theory", "practice"]
    else:
        assert shape["type"] == ("array" if isinstance(further.shape, list) else "string")


def it_is_read_and_written_among_the_unknown_fields(name: str, further: Further) -> None:
    key = _field(name).in_file
    read = parse(_file(key, further.shape, aaa=1, zzz=2, tags=["x"])).debate
    assert _held(read, name) == further.value
    assert dict(read.claims["a"].extra) == {"aaa": 1, "zzz": 2}
    written = json.loads(dump(read))["claims"]["a"]
    assert list(written) == ["text", "tags", "aaa", key, "zzz"]
    assert written[key] == further.shape
    assert parse(dump(read)).debate.tables() == read.tables()


def what_is_no_value_stays_as_it_is(name: str, further: Further) -> None:
    key = _field(name).in_file
    for junk in further.junk:
        read = parse(_file(key, junk)).debate
        assert not _held(read, name)
        assert json.loads(dump(read))["claims"]["a"][key] == junk
        other = edit.set_field(read, "a", name, further.typed).claims["a"][1]
        assert other is not None
        assert not other.extra


def it_is_edited_by_the_verb(name: str, further: Further) -> None:
    debate = _map(a=Claim("It rains."))
    change = edit.set_field(debate, "a", name, further.typed)
    assert change.said == f"set the {_field(name).label} of “It rains.”"
    debate.apply(change)
    assert _held(debate, name) == further.value
    gone = edit.set_field(debate, "a", name, "")
    assert gone.said == f"drop the {_field(name).label} of “It rains.”"
    debate.apply(gone)
    assert debate.claims["a"] == Claim("It rains.")
    if further.kind == "choice":
        with pytest.raises(edit.EditRefusedError, match="is one of theory, practice"):
            edit.set_field(debate, "a", name, "rumour")


def it_is_edited_from_the_command_line(name: str, further: Further) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "debate.json"
        save(_map(abcd=Claim("It rains.")), path)
        label = _field(name).label
        result = CliRunner().invoke(application(), ["set", str(path), "abc", label, further.typed])
        assert (result.exit_code, result.stdout) == (0, ""), result.output
        assert f"set the {label} of “It rains.”" in result.stderr
        assert _held(load(path), name, "abcd") == further.value


async def it_is_edited_on_the_screen_and_shown_there(name: str, further: Further) -> None:
    label, is_long = _field(name).label, _field(name).is_long
    async with opened(_map(a=Claim("It rains."))) as user:
        await user.press(":")
        user.send(*f"edit the {label}")
        await user.press()
        assert f"Edit the {label}" in user.text
        await user.press("enter")
        assert user.is_asked
        for part in further.typed.strip().split("\n"):
            user.send(*part, "enter" if is_long else " ")
        await user.press("ctrl+s" if is_long else "enter")
        assert _held(user.debate, name) == further.value
        await user.rest()
        assert f"{label}: {further.text}" in " ".join(user.details.split())
        await user.press("u")
        assert not _held(user.debate, name)


async def what_was_being_written_is_opened_again(name: str, _: Further) -> None:
    if not _field(name).is_long:
        return
    async with opened(_map(a=Claim("It rains."))) as user:
        place = {"command": f"set_{name}", "claim": "a", "link": ""}
        reopen(user.map, Writing("half a th", "", place))
        await user.press()
        assert user.is_asked
        user.send(*"ought")
        await user.press("ctrl+s")
        assert _held(user.debate, name) == "half a thought"


def a_difference_is_told_and_taken_back(name: str, further: Further) -> None:
    full = _holding(name, further.value)
    empty = _emptied(full, name)
    label, last = _field(name).label, further.text.split()[-1]
    for before, after, sign in ((empty, full, "+"), (full, empty, "−")):
        (found,) = differences(before, after)
        words = one_line(found, before, after)
        assert words.startswith("~" if further.kind == "tags" else sign)
        assert f"{label} of “It rains.”" in words
        assert last in words
        said = described(found, before, after)
        assert (said["kind"], said["field"]) == ("field", name)
        shape = further.shape if after is full else type(further.shape)()
        assert json.loads(json.dumps(said["after"])) == shape
        after.apply(take_back(after, found, before))
        assert after.claims == before.claims
        after.apply(edit.set_field(after, "a", name, further.typed if sign == "+" else ""))


def it_is_merged_by_its_rule(name: str, further: Further) -> None:
    base = _holding(name, further.value)
    ours = {
        "line": ("in Asia", "in Africa"),
        "text": ("wet and chilly\nand dark", "very wet and cold\nand dark"),
        "lines": ("zero\nfirst\nsecond", "first\nsecond\nthird"),
        "tags": (("law",), ("law", "cost", "new")),
        "choice": ("theory", ""),
    }[further.kind]
    joined = {
        "text": "very wet and chilly\nand dark",
        "lines": "zero\nfirst\nsecond\nthird",
        "tags": ("law", "new"),
    }
    one, other = (_holding(name, value) for value in ours)
    assert _held(merge3(base, one, base).debate, name) == ours[0]
    assert _held(merge3(base, base, other).debate, name) == ours[1]
    merged = merge3(base, one, other)
    if further.kind in ("tags", "lines"):
        assert (_held(merged.debate, name), merged.conflicts) == (joined[further.kind], [])
        return
    (conflict,) = conflicts_in(merged.debate)
    assert name_conflict(merged.debate, conflict) == f"the {_field(name).label} of “It rains.”"
    expected = {*ours, joined[further.kind]} if further.kind in joined else {*ours}
    settled = set()
    for value in choices(conflict):
        assert in_words(merged.debate, conflict, value)
        debate = fresh(merged.debate)
        debate.apply(settle(debate, conflict, value))
        assert not conflicts_in(debate)
        settled.add(_held(debate, name))
    assert settled == expected


def what_is_no_value_can_be_merged(name: str, further: Further) -> None:
    key = _field(name).in_file
    base = parse(_file(key, further.shape)).debate
    for junk in further.junk:
        for other in (*further.junk, further.shape):
            one, two = (parse(_file(key, value)).debate for value in (junk, other))
            merged = merge3(base, one, two).debate
            assert dump(merged) == dump(merge3(base, two, one).debate)
            for conflict in conflicts_in(merged):
                for value in choices(conflict):
                    assert in_words(merged, conflict, value)
                    settle(merged, conflict, value)


def it_stands_in_a_claim_that_is_wanted_and_deleted(name: str, further: Further) -> None:
    base, gone = _map(a=Claim("It rains.")), _map()
    merged = merge3(base, _holding(name, further.value), gone).debate
    (conflict,) = conflicts_in(merged)
    said = in_words(merged, conflict, conflict.values[0])
    assert f"{_field(name).label}: " in said
    assert further.text.split()[-1] in said


def it_is_in_the_prose(name: str, further: Further) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "debate.json"
        save(_holding(name, further.value), path)
        shown = " ".join(CliRunner().invoke(application(), ["show", str(path)]).stdout.split())
        assert f"{_field(name).label.capitalize()}: {further.text}" in shown
        (row,) = json.loads(
            CliRunner().invoke(application(), ["show", str(path), "--json"]).stdout
        )["rows"]
        assert row[_field(name).in_file] == json.loads(json.dumps(further.value))


def a_claim_is_found_by_it(name: str, further: Further) -> None:
    debate = _map(a=Claim("It rains."), b=_claim(name, further.value, "It snows."))
    assert find(debate, further.found) == ["b"]


def it_is_a_column(name: str, further: Further) -> None:
    label = _field(name).label
    debate = _map(a=Claim("It rains."), b=_claim(name, further.value, "It snows."))
    assert str(column(label).value(debate, "b")).split()[-1] in further.typed
    table = Table(debate)
    table.sort(Sorting(label))
    assert list(table) == ["b", "a"]
    text = format_named("csv").write(debate).data.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert [bool(row[label]) for row in rows] == [False, True]


def it_goes_through_graphml(name: str, further: Further) -> None:
    debate = _holding(name, further.value)
    data = format_named("graphml").write(debate).data
    assert read_map(data, "debate.graphml").debate.tables() == debate.tables()
    for junk in further.junk:
        odd = parse(_file(_field(name).in_file, junk)).debate
        data = format_named("graphml").write(odd).data
        assert read_map(data, "debate.graphml").debate.tables() == odd.tables()


def its_characters_are_looked_at(name: str, further: Further) -> None:
    if further.kind == "choice":
        return
    bad = ("a\u202eb",) if further.kind == "tags" else "a\u202eb"
    debate = _holding(name, bad)
    (finding,) = control_characters.find(debate)
    assert finding.place.startswith(f"claims.a.{_field(name).in_file}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "debate.json"
        save(debate, path)
        examine(path, fix=True)
        assert _held(load(path), name) in (("ab",), "ab")


def it_is_kept_where_claims_become_one(name: str, further: Further) -> None:
    debate = _map(a=Claim("It rains."), b=_claim(name, further.value))
    debate.apply(edit.merge_claims(debate, "a", "b"))
    assert _held(debate, name) == further.value
    odd = parse(_file(_field(name).in_file, further.junk[-1])).debate
    both = _map(a=odd.claims["a"], b=_claim(name, further.value))
    both.apply(edit.merge_claims(both, "a", "b"))
    assert parse(dump(both)).debate.tables() == both.tables()
    assert _held(both, name) == further.value


CHECKS: Final[dict[str, Check]] = {
    check.__name__: check
    for check in (
        it_is_in_the_schema,
        it_is_read_and_written_among_the_unknown_fields,
        what_is_no_value_stays_as_it_is,
        it_is_edited_by_the_verb,
        it_is_edited_from_the_command_line,
        it_is_edited_on_the_screen_and_shown_there,
        what_was_being_written_is_opened_again,
        a_difference_is_told_and_taken_back,
        it_is_merged_by_its_rule,
        what_is_no_value_can_be_merged,
        it_stands_in_a_claim_that_is_wanted_and_deleted,
        it_is_in_the_prose,
        a_claim_is_found_by_it,
        it_is_a_column,
        it_goes_through_graphml,
        its_characters_are_looked_at,
        it_is_kept_where_claims_become_one,
    )
}


def _failure(check: Check, name: str) -> str:
    """Returns what went wrong, or nothing."""
    try:
        result = check(name, FURTHER[name])
        if inspect.isawaitable(result):
            asyncio.run(result)  # type: ignore[arg-type]  # a coroutine is awaitable
    except (Exception, pytest.fail.Exception):  # noqa: BLE001  (whatever fails is told)
        return traceback.format_exc()
    return ""


if __name__ == "__main__":
    found = {
        f"{named} ({field})": failure
        for named in sys.argv[1:]
        for field in FURTHER
        if (failure := _failure(CHECKS[named], field))
    }
    sys.stdout.write(json.dumps(found))
