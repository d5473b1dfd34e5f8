"""What-ifs that were kept: what each assumes, by the name that somebody gave it.

In the file they stand at the top level, among the keys that follow `stances`:

    "scenarios": {"Without the lobby": {"3f8k2m9xqz": "false", "b5t0c8y2hm": "absent"}}

In memory they stay where the loader leaves what it does not know, beside the header. So a
program that has never heard of them keeps them to the byte, whatever it does to the map; and what
it, or a hand, has put there that says neither true, false nor absent is passed over here, stops
no map from loading, and stays as it stands.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import Any, Final, Literal

from debatemap.core.extra_tables import objects_of, table_in, with_table
from debatemap.core.model import Header

__all__ = [
    "ABSENT",
    "FALSE",
    "SCENARIOS",
    "TRUE",
    "Assumption",
    "Assumptions",
    "odd_parts",
    "scenarios_in",
    "with_assumed",
    "with_ids",
    "with_name",
    "with_scenario",
    "with_scenarios_apart",
]

Assumption = Literal["true", "false", "absent"]
Assumptions = Mapping[str, Assumption]
"""What is assumed of claims and links, by id."""

TRUE: Final[Assumption] = "true"
FALSE: Final[Assumption] = "false"
ABSENT: Final[Assumption] = "absent"

SCENARIOS: Final = "scenarios"
"""The key under which a file keeps them."""

_KNOWN: Final = (TRUE, FALSE, ABSENT)


def scenarios_in(header: Header) -> dict[str, dict[str, Assumption]]:
    """Returns what each scenario of a map assumes, by its name as the file has it.

    Examples:
        >>> odd = {"Dry": {"a": "false", "b": "perhaps"}, "Wet": 3}
        >>> scenarios_in(Header("m", beside={"scenarios": odd}))
        {'Dry': {'a': 'false'}}
    """
    return {name: _assumed(entries) for name, entries in objects_of(table_in(header, SCENARIOS))}


def odd_parts(header: Header) -> Iterator[tuple[str, ...]]:
    """Yields the path of each thing that stands among the scenarios and is passed over.

    Examples:
        >>> odd = {"Dry": {"a": "false", "b": "perhaps"}, "Wet": 3}
        >>> list(odd_parts(Header("m", beside={"scenarios": odd})))
        [('scenarios', 'Dry', 'b'), ('scenarios', 'Wet')]
    """
    table = table_in(header, SCENARIOS)
    if table is None and SCENARIOS in header.beside:
        yield (SCENARIOS,)
    for name, entries in (table or {}).items():
        if not isinstance(entries, Mapping):
            yield SCENARIOS, name
            continue
        yield from (
            (SCENARIOS, name, node) for node, value in entries.items() if value not in _KNOWN
        )


def with_scenario(header: Header, name: str, assumed: Assumptions | None) -> Header:
    """Returns a header with a scenario, in place of one of its name, or (None) without it.

    What the old one holds that is no assumption stays in the new one.

    Raises:
        ValueError: What stands in its place, or in that of all scenarios, is none; the message
            is for the user.

    Examples:
        >>> header = with_scenario(Header("m"), "Dry", {"b": FALSE, "a": TRUE})
        >>> header.beside
        {'scenarios': {'Dry': {'a': 'true', 'b': 'false'}}}
        >>> with_scenario(header, "Dry", None) == Header("m")
        True
    """
    table = table_in(header, SCENARIOS)
    odd_table = f"what the file has under “{SCENARIOS}” is of a kind that is unknown here"
    odd_scenario = "the file has something else under that name; choose another one"
    if table is None or not isinstance(table.get(name, {}), Mapping):
        raise ValueError(odd_table if table is None else odd_scenario)
    rest = {key: entries for key, entries in table.items() if key != name}
    if assumed is not None:
        odd = {node: value for node, value in table.get(name, {}).items() if value not in _KNOWN}
        rest[name] = dict(sorted({**odd, **assumed}.items()))
    return with_table(header, SCENARIOS, rest)


def with_name(header: Header, name: str, new: str) -> Header:
    """Returns a header in which a scenario has another name, and all that it held.

    Raises:
        KeyError: There is none of the old name, or something of the new one.
    """
    table = dict(table_in(header, SCENARIOS) or {})
    entries = table.pop(name)
    if new in table:
        raise KeyError(new)
    return with_table(header, SCENARIOS, {**table, new: entries})


def with_scenarios_apart(header: Header, taken: Collection[str]) -> Header:
    """Returns a header whose scenarios have names that are not taken: a number behind the old one.

    Examples:
        >>> header = with_scenario(Header("m"), "Dry", {"a": FALSE})
        >>> [*scenarios_in(with_scenarios_apart(header, {"Dry", "Dry 2"}))]
        ['Dry 3']
    """
    for name in [each for each in scenarios_in(header) if each in taken]:
        numbered = (f"{name} {number}" for number in count(2))
        used = {*taken, *scenarios_in(header)}
        header = with_name(header, name, next(each for each in numbered if each not in used))
    return header


def with_assumed(header: Header, assumed: Mapping[str, Assumptions]) -> Header:
    """Returns a header whose scenarios assume more; what they assume already stands.

    Nothing is added to what is no scenario.

    Examples:
        >>> header = with_scenario(Header("m"), "Dry", {"a": FALSE})
        >>> scenarios_in(with_assumed(header, {"Dry": {"a": TRUE, "b": TRUE}}))
        {'Dry': {'a': 'false', 'b': 'true'}}
    """
    for name, more in assumed.items():
        table = table_in(header, SCENARIOS)
        entries = table.get(name, {}) if table is not None else None
        if isinstance(entries, Mapping) and more.keys() - entries.keys():
            header = with_scenario(header, name, {**more, **_assumed(entries)})
    return header


def with_ids(header: Header, names: Mapping[str, str | None]) -> Header:
    """Returns a header whose scenarios speak of other claims and links.

    Args:
        header: A map's header.
        names: The new id by the old one, or None for what is gone. What a scenario assumes of
            the new one already stands. A scenario that loses all it holds goes too.

    Examples:
        >>> header = with_scenario(Header("m"), "Dry", {"a": FALSE, "b": TRUE})
        >>> scenarios_in(with_ids(header, {"a": "c", "b": None}))
        {'Dry': {'c': 'false'}}
        >>> with_ids(header, {"a": None, "b": None}) == Header("m")
        True
    """
    changed: dict[str, dict[str, Any]] = {}
    for name, entries in objects_of(table_in(header, SCENARIOS)):
        moved = {node: value for node, value in _assumed(entries).items() if node in names}
        if not moved:
            continue
        rest = {node: value for node, value in entries.items() if node not in moved}
        for node, value in moved.items():
            new = names[node]
            if new is not None:
                rest.setdefault(new, value)
        changed[name] = dict(sorted(rest.items()))
    if not changed:
        return header
    table = {**(table_in(header, SCENARIOS) or {}), **changed}
    empty = {name for name, entries in changed.items() if not entries}
    return with_table(
        header, SCENARIOS, {key: entries for key, entries in table.items() if key not in empty}
    )


def _assumed(entries: Mapping[str, Any]) -> dict[str, Assumption]:
    return {node: value for node, value in entries.items() if value in _KNOWN}
