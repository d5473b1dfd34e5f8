"""The value of a conflict as a reader would say it: a claim's words, what a step leads to.

A value may come from a hostile file, and be no value of its kind. Then it is shown as the JSON
that it is.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import orjson

from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of, plain_fields, short_values
from debatemap.core.node_names import quoted
from debatemap.core.scenarios import SCENARIOS
from debatemap.core.text import SafeText, excerpt, safe, safe_line
from debatemap.formats.native.numbers import as_written
from debatemap.formats.native.records import FROM
from debatemap.sync.merge.conflict import ABSENT, Conflict, entries_of
from debatemap.sync.merge.wants import wants

__all__ = ["conflicts_left", "in_words", "setting", "subject"]

_MOST: Final = 8_000
"""Characters that are shown: the whole of a megabyte would stop the screen."""
_NAME: Final = 90
"""Cells of a claim that is named by its beginning."""
_CLAIM: Final = 300
"""Cells of a claim that is shown, so that one knows what its fields are of."""
_LISTED: Final = 30
"""Entries of a list that are shown."""

_STEPS: Final = {"supports": "support of", "attacks": "attack on"}
_STANCES: Final = {"supports": "supports", "attacks": "attacks"}


def conflicts_left(debate: Debate) -> SafeText:
    """Returns how many conflicts a map holds, in words; empty for none."""
    count = len(entries_of(debate.header))
    return SafeText(f"{count:,} conflict{'' if count == 1 else 's'}" if count else "")


def in_words(debate: Debate, conflict: Conflict, value: Any) -> SafeText:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns a value of a conflict in words, on as many lines as it takes.

    Args:
        debate: The map, from which claims are named.
        conflict: The conflict.
        value: One of its values, its base, or what the map holds there now.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains.")})
        >>> in_words(debate, Conflict(("links", "l", "to")), "a")
        '“It rains.”'
        >>> in_words(debate, Conflict(("claims", "a", "tags")), ["wet", "cold"])
        '#wet  #cold'
    """
    if value is ABSENT:
        return SafeText("deleted")
    table, *keys = conflict.path or ("",)
    field = tuple(keys) if table == "map" else tuple(keys[1:])
    say = _RECORDS.get(table) if conflict.is_of_a_record else _FIELDS.get((table, *field))
    say = _rating if table == "stances" else say
    try:
        words = _text(debate, conflict, value) if say is None else say(debate, conflict, value)
    except (AttributeError, KeyError, TypeError, ValueError):
        words = _json(value)
    if len(words) > _MOST:
        return SafeText(f"{safe(words[:_MOST])} … and {len(words) - _MOST:,} characters more")
    return safe(words) or SafeText("nothing")


def subject(debate: Debate, conflict: Conflict) -> tuple[str, str | None]:
    """Returns the claim at which a conflict is met, and the link by which, where it is of one.

    The claim is empty for what concerns the map as a whole.
    """
    table, *keys = conflict.path or ("",)
    if table == "sources" and keys:
        citing = (c for c, x in debate.claims.items() if any(s.ref == keys[0] for s in x.sources))
        return next(citing, ""), None
    if table in {"stances", SCENARIOS}:
        keys = keys[1:]
    elif table not in {"claims", "links"}:
        return "", None
    node = keys[0] if keys else ""
    if node in debate.claims:
        return node, None
    link = debate.links.get(node)
    return (link.premises[0], node) if link is not None else ("", None)


def _name(debate: Debate, node: Any) -> str:  # noqa: ANN401  (any JSON)
    if not isinstance(node, str):
        return str(_json(node))
    if node in debate.claims:
        return quoted(debate.claims[node].text, _NAME)
    if node in debate.links:
        premise = debate.claims.get(debate.links[node].premises[0])
        return f"the step from “{excerpt(premise.text if premise else '?', _NAME)}”"
    return f"“{excerpt(node)}”, which does not exist"


def setting(debate: Debate, conflict: Conflict) -> SafeText:
    """Returns what one has to know to understand a conflict: the claim, or where it stands."""
    claim, link_id = subject(debate, conflict)
    link = debate.links.get(link_id or "")
    if link is not None:
        premises = " & ".join(_name(debate, premise) for premise in link.premises[:_LISTED])
        return SafeText(f"{premises} {link.stance} {_name(debate, link.target)}")
    if not claim:
        return SafeText("")
    if not conflict.is_of_a_record and conflict.path[2:] != ("text",):
        return excerpt(debate.claims[claim].text, _CLAIM)
    if debate.is_thesis(claim):
        return SafeText("a thesis of this map")
    links = [debate.links[link] for link in debate.links_from(claim)]
    others = len(links) - 1
    places = "place" if others == 1 else "places"
    more = f", and in {others:,} {places} more" if others > 0 else ""
    where = f"{links[0].stance} {_name(debate, links[0].target)}{more}" if links else "unplaced"
    return SafeText(where)


_Say = Callable[[Debate, Conflict, Any], str]


def _text(_: Debate, __: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    return value if isinstance(value, str) else _json(value)


def _lines(_: Debate, __: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    return "\n".join(value) if isinstance(value, list | tuple) else _json(value)


def _tags(_: Debate, __: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    if not isinstance(value, list | tuple):
        return _json(value)
    return "  ".join(f"#{safe_line(tag)}" for tag in value[:_LISTED])


def _named(debate: Debate, _: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    if not isinstance(value, list | tuple):
        return _name(debate, value)
    return "\n".join(_name(debate, node) for node in value[:_LISTED])


def _stance(debate: Debate, conflict: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    link = debate.links.get(conflict.path[1])
    target = f" {_name(debate, link.target)}" if link is not None else ""
    return f"{_STANCES[value]}{target}"


def _rating(_: Debate, __: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    return f"{value:g} of 100" if isinstance(value, int | float) else _json(value)


def _position(debate: Debate, conflict: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    """Says after which sibling a link would stand with that position."""
    own = conflict.path[1]
    others = [link for link in debate.links_into(debate.links[own].target) if link != own]
    before = [debate.links[link] for link in others if debate.links[link].pos <= value]
    return f"after {_name(debate, before[-1].premises[0])}" if before else "first of all"


def _citations(debate: Debate, _: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    lines = []
    for cited in value[:_LISTED]:
        source = debate.sources.get(cited["ref"])
        name = ", ".join(filter(None, source[:4])) if source else "a source that does not exist"
        lines.append(f"§ {safe_line(', '.join(filter(None, (name, *short_values(cited)))))}")
        lines += [f"“{cited['quote']}”"] if "quote" in cited else []
    return "\n".join(lines)


def _claim(debate: Debate, conflict: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    signed = ", ".join(filter(None, (value.get("by", ""), value.get("created", ""))))
    parts = [
        value["text"],
        _lines(debate, conflict, value.get("note", ())),
        _tags(debate, conflict, value.get("tags", ())),
        _citations(debate, conflict, value.get("sources", ())),
        f"by {safe_line(signed)}" if signed else "",
        *_plain(debate, conflict, value),
        *_kept_for(debate, conflict, value),
    ]
    return "\n".join(filter(None, parts))


def _plain(debate: Debate, conflict: Conflict, value: Any) -> list[str]:  # noqa: ANN401  (any JSON)
    """Returns a line for each plain field that a claim holds, or several of a long one."""
    return [
        f"{field.label}: {_KINDS.get(field.kind, _text)(debate, conflict, value[field.in_file])}"
        for field in plain_fields()
        if field.in_file in value
    ]


def _kept_for(debate: Debate, conflict: Conflict, value: Any) -> list[str]:  # noqa: ANN401  (any JSON)
    """Returns why a record is wanted that a side deleted, and what came back with it."""
    if value is conflict.base:
        return []
    return [*wants(debate, conflict), *_brought_along(debate, conflict)]


def _brought_along(debate: Debate, conflict: Conflict) -> list[str]:
    """Returns a line for each of the links that came back together with a claim or a link."""
    links = [debate.links[link] for link in conflict.along[:_LISTED] if link in debate.links]
    own = conflict.path[-1:]
    return [
        f"came back with its {_STEPS[link.stance]} {_name(debate, link.target)}"
        if own[0] in link.premises
        else f"came back with {_name(debate, link.premises[0])}, which {link.stance} it"
        for link in links
    ]


def _link(debate: Debate, conflict: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    premises = " & ".join(_name(debate, node) for node in (value[FROM], *value.get("with", ())))
    step = f"{premises}\n{_STANCES[value['stance']]} {_name(debate, value['to'])}"
    return "\n".join([step, *_kept_for(debate, conflict, value)])


def _source(debate: Debate, conflict: Conflict, value: Any) -> str:  # noqa: ANN401  (any JSON)
    known = [field.in_file for field in fields_of("sources") if field.is_text]
    lines = filter(None, (safe_line(value.get(key, "")) for key in known))
    return "\n".join([*lines, *_kept_for(debate, conflict, value)])


def _json(value: Any) -> str:  # noqa: ANN401  (any JSON)
    return orjson.dumps(value, as_written, orjson.OPT_INDENT_2).decode()


_RECORDS: Final[Mapping[str, _Say]] = {"claims": _claim, "links": _link, "sources": _source}

_KINDS: Final[Mapping[str, _Say]] = {"lines": _lines, "tags": _tags, "citations": _citations}

_FIELDS: Final[Mapping[tuple[str, ...], _Say]] = {
    **{("claims", f.in_file): _KINDS[f.kind] for f in fields_of("claims") if f.kind in _KINDS},
    ("links", "stance"): _stance,
    ("links", "to"): _named,
    ("links", "pos"): _position,
    ("links", FROM): _named,
    ("links", "with"): _named,
    ("map", "theses"): _named,
}
"""How a field is said, by table and name; text for all others."""
