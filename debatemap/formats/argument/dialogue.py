"""Who claims what, by the locutions of a dialogue in AIF.

A locution (L) stands in for what somebody said; an illocution (YA) leads from it to the claim or
the step that was put forward by it. Of those that ask or doubt, nobody is the author.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from debatemap.core.text import clean, safe_line
from debatemap.formats.argument.foreign_fields import as_id, text_of_field
from debatemap.formats.argument.graph import Edge

__all__ = ["Utterance", "utterances_of"]

_PREFIX: Final = re.compile(r"\s*([^:\n]{1,60}?)(\s*):\s+(?=\S)")
"""How a locution names its speaker, in node sets that have no participants."""
_CLAIMS_NOT: Final = re.compile(r"question|challeng|disagree", re.IGNORECASE)
"""Illocutions that put nothing forward."""


class Utterance(NamedTuple):
    """What somebody said to put a claim forward.

    Attributes:
        node: The id of the claim in the file.
        speaker: Who said it; empty where the file does not tell.
        words: The words.
        locution: The id of the locution.
    """

    node: str
    speaker: str
    words: str
    locution: str


def utterances_of(
    nodes: Mapping[str, Mapping[str, Any]],
    edges: Iterable[Edge],
    locutions: Iterable[Mapping[str, Any]],
    participants: Iterable[Mapping[str, Any]],
) -> list[Utterance]:
    """Returns what was said to put claims forward, in the order of the file."""
    into: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for edge in edges:
        if "YA" in (_type(nodes, edge.start), _type(nodes, edge.end)):
            into.setdefault(edge.end, []).append(edge.start)
            after.setdefault(edge.start, []).append(edge.end)
    people = {as_id(each.get("participantID")): _name(each) for each in participants}
    spoken = {as_id(each.get("nodeID")): as_id(each.get("personID")) for each in locutions}
    names = _names(nodes, spoken, people)
    return [
        Utterance(claim, names.get(start, ""), _words(nodes[start], names.get(start, "")), start)
        for key in nodes
        if _type(nodes, key) == "YA"
        and not _CLAIMS_NOT.search(text_of_field(nodes[key].get("text")))
        for start in into.get(key, ())
        if _type(nodes, start) == "L"
        for claim in after.get(key, ())
        if _type(nodes, claim) == "I"
    ]


def _type(nodes: Mapping[str, Mapping[str, Any]], key: str) -> str:
    return str(nodes[key].get("type")).strip().upper() if key in nodes else ""


def _name(participant: Mapping[str, Any]) -> str:
    parts = (participant.get(part) for part in ("firstname", "surname", "name"))
    words = (str(part) for part in parts if isinstance(part, (str, int)) and part != "None")
    return safe_line(clean(" ".join(words)))


def _names(
    nodes: Mapping[str, Mapping[str, Any]], spoken: Mapping[str, str], people: Mapping[str, str]
) -> dict[str, str]:
    """Returns the speaker of each locution: a participant, else whom its text begins with."""
    names = {
        key: people[person] for key, person in spoken.items() if people.get(person) and key in nodes
    }
    prefixes = {
        key: found
        for key, raw in nodes.items()
        if _type(nodes, key) == "L" and key not in names
        and (found := _PREFIX.match(text_of_field(raw.get("text"))))
    }  # fmt: skip
    by_person: dict[str, list[str]] = {}
    for key, found in prefixes.items():
        by_person.setdefault(spoken.get(key, ""), []).append(found[1])
    times = Counter(spoken.get(key, "") for key in nodes if _type(nodes, key) == "L")
    # A sentence may have a colon, too: a name has a space before it, or stands there always.
    always = {
        person
        for person, begun in by_person.items()
        if person and len(set(begun)) == 1 and len(begun) == max(times[person], 2)
    }
    for key, found in prefixes.items():
        if found[2] or spoken.get(key) in always:
            names[key] = safe_line(found[1])
    return names


def _words(locution: Mapping[str, Any], speaker: str) -> str:
    """Returns what was said, without the name in front of it."""
    text = text_of_field(locution.get("text")).strip()
    found = _PREFIX.match(text)
    # A text may begin with the first name alone.
    is_named = found and safe_line(found[1]) in (speaker, speaker.partition(" ")[0])
    return text[found.end() :] if found and is_named else text
