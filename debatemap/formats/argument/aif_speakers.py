"""The authors of claims as speakers of a dialogue in xAIF.

These locutions say no more than the claims do. They are marked, so that this program reads past
them, and others see who claims what.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.text import clean, safe_line
from debatemap.formats.argument.foreign_fields import as_id, text_of_field
from debatemap.formats.argument.own_names import AUTHOR, OWN
from debatemap.formats.foreign_ids import derived_id

__all__ = ["Dialogue", "dialogue_of"]

_MARK: Final = {OWN: {AUTHOR: True}}
_ASSERTING: Final = {"text": "Asserting", "scheme": "Asserting", "schemeID": "74"}


class Dialogue(NamedTuple):
    """Nodes and edges that say who claims what, and the tables that belong to them."""

    nodes: list[dict[str, Any]]
    edges: list[tuple[str, str]]
    locutions: list[dict[str, Any]]
    participants: list[dict[str, Any]]


def dialogue_of(
    debate: Debate,
    ids: Mapping[str, str],
    anchored: Collection[str],
    participants: list[dict[str, Any]],
) -> Dialogue:
    """Returns a locution for each claim with an author.

    Args:
        debate: The debate.
        ids: By the id of a claim, its id in the file.
        anchored: The ids in the file of claims that a dialogue has put forward anyhow.
        participants: The speakers that a foreign file had.
    """
    made = Dialogue([], [], [], [])
    speakers = {_name(each): as_id(each.get("participantID")) for each in participants}
    for key, claim in sorted(debate.claims.items()):
        name = safe_line(clean(claim.by))
        if not name or ids[key] in anchored:
            continue
        if name not in speakers:
            speakers[name] = derived_id("participant", name)
            person = {"participantID": speakers[name], "firstname": name, "surname": ""}
            made.participants.append(person)
        said, put = (derived_id(each, key) for each in ("locution", "illocution"))
        made.nodes.append({"nodeID": said, "text": claim.text, "type": "L", **_MARK})
        made.nodes.append({"nodeID": put, **_ASSERTING, "type": "YA", **_MARK})
        made.edges.extend([(said, put), (put, ids[key])])
        made.locutions.append({"nodeID": said, "personID": speakers[name]})
    return made


def _name(participant: Mapping[str, Any]) -> str:
    parts = (text_of_field(participant.get(part)) for part in ("firstname", "surname"))
    return safe_line(" ".join(part for part in parts if part != "None"))
