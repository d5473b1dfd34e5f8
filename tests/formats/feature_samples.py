"""A debate a feature that has it, and as little else as can be."""

from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source

__all__ = ["SAMPLES"]

_PAIR: Final = {
    "a": Claim("Trains should run at night."),
    "b": Claim("Many people would use them."),
}
_STEP: Final = {"l": Link(("b",), "supports", "a", "a0")}
_HEAD: Final = Header("m", "Night trains", ("a",))


def _with(**fields: object) -> dict[str, Claim]:
    return {**_PAIR, "b": _PAIR["b"]._replace(**fields)}  # type: ignore[arg-type]  # any field


def _three(*links: Link) -> Debate:
    claims = {**_PAIR, "c": Claim("They lose money.")}
    return Debate(_HEAD, claims, {f"l{n}": link for n, link in enumerate(links)})


SAMPLES: Final[dict[str, Debate]] = {
    "claims": Debate(_HEAD, _PAIR, _STEP),
    "links": Debate(_HEAD, _PAIR, _STEP),
    "undercuts": _three(Link(("b",), "supports", "a", "a0"), Link(("c",), "attacks", "l0", "a0")),
    "joint_premises": _three(Link(("b", "c"), "supports", "a", "a0")),
    "reuse": _three(
        Link(("b",), "attacks", "a", "a0"),
        Link(("c",), "attacks", "a", "a1"),
        Link(("b",), "attacks", "c", "a0"),
    ),
    "loops": _three(
        Link(("b",), "attacks", "a", "a0"),
        Link(("c",), "attacks", "b", "a0"),
        Link(("b",), "attacks", "c", "a0"),
    ),
    "unplaced": _three(Link(("b",), "supports", "a", "a0")),
    # One that nothing leads to: without its mark as a thesis, it is none.
    "theses": Debate(
        _HEAD._replace(theses=("a", "c")),
        {**_PAIR, "c": Claim("They lose money.")},
        {"l": Link(("b",), "attacks", "a", "a0")},
    ),
    "title": Debate(_HEAD, _PAIR, _STEP),
    "question": Debate(_HEAD._replace(question="Should they run?"), _PAIR, _STEP),
    "sources": Debate(
        _HEAD,
        _with(sources=(Citation("s"),)),
        _STEP,
        {"s": Source("Ada Lee", "A survey", "https://example.org/s", "2024")},
    ),
    "quotes": Debate(
        _HEAD,
        _with(sources=(Citation("s", "we would take the night train", "p. 4", "study"),)),
        _STEP,
        {"s": Source("Ada Lee", "A survey", "https://example.org/s", "2024")},
    ),
    "notes": Debate(_HEAD, _with(note="A remark,\nof two lines."), _STEP),
    "tags": Debate(_HEAD, _with(tags=("cost", "night")), _STEP),
    "authors": Debate(_HEAD, _with(by="Ada Lee"), _STEP),
    "dates": Debate(_HEAD, _with(created="2026-01-31"), _STEP),
    "ratings": Debate(_HEAD, _PAIR, _STEP, {}, {"Ada Lee": {"b": 80.0, "l": 40.0}}),
    "scenarios": Debate(
        _HEAD._replace(beside={"scenarios": {"Without them": {"b": "false"}}}), _PAIR, _STEP
    ),
    "ids": Debate(_HEAD, _PAIR, _STEP),
    "unknown_fields": Debate(_HEAD, _with(extra={"x-colour": "red"}), _STEP),
}
"""By feature."""
