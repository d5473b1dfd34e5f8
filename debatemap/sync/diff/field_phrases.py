"""The words for fields that changed: of claims, sources, ratings and the map."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from debatemap.core.fields import field_of, short_values
from debatemap.core.model import Citation
from debatemap.core.scenarios import SCENARIOS
from debatemap.core.source_text import summary
from debatemap.core.text import excerpt, safe_line
from debatemap.formats.native.numbers import Written
from debatemap.sync.diff.difference import Difference, Kind
from debatemap.sync.diff.names import Names
from debatemap.sync.diff.phrase import CAME, CHANGED, WENT, Phrase, sign_of
from debatemap.sync.merge.conflict import CONFLICTS

__all__ = ["FIELD_PHRASES"]

_FEW: Final = 3


def _reworded(difference: Difference, names: Names) -> Phrase:
    if safe_line(difference.before) == safe_line(difference.after):
        return Phrase(CHANGED, f"{names.of(difference.id)} reworded, in nothing that shows")
    return Phrase(CHANGED, "reworded:", texts=(difference.before, difference.after))


def _title(difference: Difference, names: Names) -> Phrase:
    del names  # The title stands for itself, and so does the question.
    return Phrase(CHANGED, f"{difference.kind}:", texts=(difference.before, difference.after))


def _identity(difference: Difference, names: Names) -> Phrase:
    del names  # There is one map.
    return _changed("id of the map", difference.before, difference.after)


def _field(difference: Difference, names: Names) -> Phrase:
    """Tells a field of a claim by its label and its kind."""
    field = field_of("claims", difference.field)
    old, new = difference.before, difference.after
    words = f"{field.label} {'on' if field.name == 'note' else 'of'} {names.of(difference.id)}"
    if field.kind == "tags":
        return _members(words, old, new)
    if field.is_long and sign_of(old, new) == CHANGED:
        return Phrase(CHANGED, f"{words}:", texts=(old, new))
    return _changed(words, old, new)


def _members(words: str, old: Sequence[str], new: Sequence[str]) -> Phrase:
    changes = [f"+#{tag}" for tag in new if tag not in old]
    changes += [f"−#{tag}" for tag in old if tag not in new]
    if not changes:
        return Phrase(CHANGED, f"{words} now in the order ", " ".join(f"#{tag}" for tag in new))
    return Phrase(CHANGED, f"{words}: ", " ".join(changes))


def _changed(words: str, before: str, after: str) -> Phrase:
    sign = sign_of(before, after)
    if sign == CHANGED:
        return Phrase(sign, f"{words}: {excerpt(before)} → ", after)
    return Phrase(sign, f"{words}: ", after or before)


def _cited(difference: Difference, names: Names) -> Phrase:
    """Tells which sources a claim names now; where one is quoted anew, how."""
    old, new = difference.before, difference.after
    came = [cited for cited in new if cited not in old]
    went = [cited for cited in old if cited not in new]
    words = f"source of {names.of(difference.id)}: "
    if not went or not came:
        ending = "; ".join(_citation(cited, names) for cited in came or went)
        sign = CAME if came else WENT if went else CHANGED
        return Phrase(sign, words, ending or "; ".join(_citation(cited, names) for cited in new))
    before, after = ("; ".join(_citation(cited, names) for cited in each) for each in (went, came))
    return Phrase(CHANGED, words.rstrip(), texts=(before, after))


def _citation(cited: Citation, names: Names) -> str:
    quote = f": “{cited.quote}”" if cited.quote else ""
    return ", ".join(filter(None, (names.source(cited.ref), *short_values(cited)))) + quote


def _source(difference: Difference, names: Names) -> Phrase:
    name = names.source(difference.id)
    if not difference.field:
        return Phrase(sign_of(difference.before, difference.after), f"source: {name}")
    parts = []
    for edit in difference.edits:
        if edit.field == "extra":
            parts += _unknown_values(edit.before, edit.after)
        elif edit.field == "text":
            old, new = summary(edit.before), summary(edit.after)
            changed = "text changed: " if old == new else f"text {old or 'none'} → "
            parts.append(f"{changed}{new or 'none'}")
        else:
            parts.append(f"{edit.field} {edit.before or 'none'} → {edit.after or 'none'}")
    return Phrase(CHANGED, f"source {name}: ", "; ".join(parts))


def _rated(difference: Difference, names: Names) -> Phrase:
    person, old, new = excerpt(difference.id), difference.before, difference.after
    if not difference.field:
        return Phrase(sign_of(old, new), f"{person}, who rates nothing")
    node = names.of(difference.field)
    if old is None:
        return Phrase(CAME, f"{person} rates {node} {new:g}")
    if new is None:
        return Phrase(WENT, f"{person} no longer rates {node}; it was {old:g}")
    if old == new:
        return Phrase(CHANGED, f"{person} rates {node} {new:g} as before, in its present words")
    return Phrase(CHANGED, f"{person} rates {node} {old:g} → {new:g}")


def _unknown(difference: Difference, names: Names) -> Phrase:
    of = "the map" if difference.table == "header" else names.of(difference.id)
    if difference.field != "beside":
        values = _unknown_values(difference.before, difference.after)
        return Phrase(CHANGED, f"other fields of {of}: ", "; ".join(values))
    return _beside(difference.before, difference.after)


def _beside(before: Mapping[str, Any], after: Mapping[str, Any]) -> Phrase:
    """Tells what changed at the top of a file: conflicts are counted, scenarios are named."""
    known, phrases = set[str](), list[str]()
    left = [_conflicts(side) for side in (before, after)]
    if None not in left and left[0] != left[1]:
        known.add(CONFLICTS)
        phrases.append(f"conflicts to settle: {left[0]} → {left[1]}")
    tables = [side.get(SCENARIOS, {}) for side in (before, after)]
    if all(isinstance(table, Mapping) for table in tables):
        known.add(SCENARIOS)
        phrases += _scenarios(*tables)
    rest = [
        {key: value for key, value in side.items() if key not in known} for side in (before, after)
    ]
    values = _unknown_values(*rest)
    if not phrases:
        return Phrase(CHANGED, "other fields of the map: ", "; ".join(values))
    return Phrase(CHANGED, "; ".join(phrases[:_FEW]), "; ".join(["", *phrases[_FEW:], *values]))


def _scenarios(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Yields the scenarios that came, went or assume something else."""
    for name in sorted({*before, *after}):
        old, new = (_written(side.get(name, _NOTHING)) for side in (before, after))
        if old != new:
            fate = "added" if old is None else "dropped" if new is None else "changed"
            yield f"scenario “{excerpt(name)}” {fate}"


def _conflicts(beside: Mapping[str, Any]) -> int | None:
    """Counts the conflicts in a file; what is no list of them is just another field."""
    entries = beside.get(CONFLICTS, [])
    return len(entries) if isinstance(entries, list) else None


def _unknown_values(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Returns the first few fields that differ, each by its path, with what they hold."""
    found = list(islice(_leaves(before, after), _FEW + 1))
    values = [f"{path} {_json(old)} → {_json(new)}" for path, old, new in found[:_FEW]]
    return [*values, "…"] if len(found) > _FEW else values


def _leaves(before: Any, after: Any) -> Iterator[tuple[str, str | None, str | None]]:  # noqa: ANN401  (any JSON)
    """Yields (path, before, after) of the values that differ, as JSON; None is not there."""
    waiting = [("", before, after)]
    while waiting:
        path, old, new = waiting.pop()
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            lead = f"{path}." if path else ""
            waiting.extend(
                (lead + key, old.get(key, _NOTHING), new.get(key, _NOTHING))
                for key in sorted({*old, *new}, reverse=True)
            )
        elif _written(old) != _written(new):
            yield path, _written(old), _written(new)


_NOTHING: Final = object()
"""Stands for a value that is not there; null is one that is."""


def _written(value: object) -> str | None:
    if value is _NOTHING:
        return None
    if isinstance(value, Written):
        return value.digits
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_plain)


def _plain(value: Any) -> object:  # noqa: ANN401  (what JSON has no kind for)
    return value.digits if isinstance(value, Written) else dict(value)


def _json(text: str | None) -> str:
    return "none" if text is None else excerpt(text)


FIELD_PHRASES: Final[Mapping[Kind, Callable[[Difference, Names], Phrase]]] = {
    "reworded": _reworded,
    "title": _title,
    "question": _title,
    "identity": _identity,
    **dict.fromkeys(("note", "tags", "author", "created", "field"), _field),
    "cited": _cited,
    "uncited": _cited,
    "requoted": _cited,
    "source": _source,
    "rated": _rated,
    "unknown": _unknown,
}
"""The kinds that concern what is said of claims and of the map."""
