"""A model in the shape in which `oracle.mjs` writes what the reference implementation reads."""

from collections import Counter
from typing import Any

from debatemap.core.errors import MapError
from debatemap.formats.argdown.argdown_model import Inference, Member, Model, Node
from debatemap.formats.argdown.parser import parse
from tests.formats.argdown.argument_map import edges_of

__all__ = ["comparable", "ours"]


def ours(text: str) -> dict[str, Any]:
    """Returns what the reader makes of a text: its model, or why it is refused."""
    crlf = "\r\n" in text
    try:
        model = parse(text.replace("\r\n", "\n"), "x", crlf=crlf)
    except MapError as error:
        return {"refused": str(error)}
    return shape(model)


def shape(model: Model) -> dict[str, Any]:
    relations = [[r.kind, _end(r.source), _end(r.target)] for r in model.relations]
    return {
        "statements": {title: _record(each) for title, each in model.statements.items()},
        "arguments": {
            title: {**_record(each), "pcs": [_step(step) for step in each.steps]}
            for title, each in model.arguments.items()
        },
        "relations": relations,
        "edges": edges_of(model),
    }


def comparable(shaped: dict[str, Any]) -> dict[str, Any]:
    """Returns a shape in which order, dates and empty data make no difference."""
    if "refused" in shaped:
        return {"refused": True}
    return {
        "statements": {title: _plain(each) for title, each in shaped["statements"].items()},
        "arguments": {title: _plain(each) for title, each in shaped["arguments"].items()},
        "relations": Counter(map(_frozen, shaped["relations"])),
        "edges": Counter(map(_frozen, shaped["edges"])),
    }


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    return {**_inexact(record), "data": _inexact(record["data"]) or None}


def _inexact(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Returns a value with its numbers as JavaScript has them."""
    if isinstance(value, dict):
        return {key: _inexact(each) for key, each in value.items()}
    if isinstance(value, list):
        return list(map(_inexact, value))
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _frozen(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value


def _end(end: Node | Inference) -> list[Any]:
    if isinstance(end, Inference):
        return ["inference", end.argument.title if end.argument else "", end.index]
    return ["argument" if end.is_argument else "statement", end.title]


def _record(node: Node) -> dict[str, Any]:
    return {
        "members": [_member(each) for each in node.members],
        "tags": sorted(node.tags),
        "data": node.data,
        "group": node.section.path if node.section else [],
    }


def _member(each: Member) -> list[Any]:
    return [each.role or None, each.title, each.text, sorted(each.tags or ()), each.is_reference]


def _step(step: Member) -> list[Any]:
    inference = step.inference
    rules = None if inference is None else [inference.rules, inference.data or None]
    return [step.role, step.title, rules]
