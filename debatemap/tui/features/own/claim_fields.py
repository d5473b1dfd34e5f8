"""What a line of shell learns of the selected claim: variables, and JSON on its input."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of
from debatemap.core.text import clean

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["Given", "given_to"]

_LONGEST: Final = 30_000
"""Characters of a variable: Linux takes 128 kB of one, Windows 32,767 characters."""

Given = tuple[dict[str, str], str]
"""The variables, and what is on the input."""


def given_to(context: "MapContext", *, with_claim: bool = True) -> Given:
    """Returns what a command learns of the map and, unless it is a hook, of the claim."""
    session, row = context.session, context.row if with_claim else None
    debate = session.debate
    path = str(session.path.absolute()) if session.path is not None else ""
    told: dict[str, Any] = {
        "map": {"id": debate.header.id, "title": debate.header.title, "path": path}
    }
    variables = {"MAP": path, "MAP_TITLE": debate.header.title, "MAP_ID": debate.header.id}
    if row is not None and row.claim in debate.claims:
        told["claim"] = _claim(debate, row.claim)
        variables |= _variables(told["claim"])
        link = debate.links.get(row.link or "")
        if link is not None:
            told["link"] = {"id": row.link, "stance": link.stance, "target": link.target}
            words = debate.claims[link.target].text if link.target in debate.claims else ""
            told["target"] = words
            variables |= {"STANCE": link.stance, "TARGET": link.target, "TARGET_TEXT": words}
        told["marked"] = sorted(context.view.marked)
    named = {f"DEBATEMAP_{key}": clean(value)[:_LONGEST] for key, value in variables.items()}
    return named, json.dumps(told, ensure_ascii=False, default=_plain) + "\n"


def _claim(debate: Debate, claim: str) -> dict[str, Any]:
    record = debate.claims[claim]
    told: dict[str, Any] = {"id": claim}
    told |= {field.in_file: getattr(record, field.name) for field in fields_of("claims")}
    told["sources"] = [
        {**cited._asdict(), **debate.sources[cited.ref]._asdict()}
        for cited in record.sources
        if cited.ref in debate.sources
    ]
    return told


def _variables(claim: Mapping[str, Any]) -> dict[str, str]:
    """Returns the fields of a claim that are words, each as a variable."""
    found = {}
    for key, value in claim.items():
        if isinstance(value, str):
            found[key.upper()] = value
        elif key == "tags":
            found["TAGS"] = ",".join(value)
    return found


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)
