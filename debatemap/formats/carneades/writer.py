"""A debate as the YAML of Carneades."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.text import clean
from debatemap.formats.argument.foreign_fields import KEPT, visible
from debatemap.formats.argument.theses import theses_that_change
from debatemap.formats.carneades.reader import ASSUMED, KEEP_AS
from debatemap.formats.carneades.terms import is_term, negated, undercutter
from debatemap.formats.control_characters import control_losses
from debatemap.formats.features import CARRIED, Carries, losses_by_declaration
from debatemap.formats.foreign_ids import FOREIGN_ID
from debatemap.formats.format import Written
from debatemap.formats.loss import losses_of, repeated_premises

__all__ = ["write_carneades"]

_OF_ARGUMENTS: Final = ("scheme", "weight", "parameters")
_UNFIT: Final = re.compile(r"[^A-Za-z0-9_]")
_PARTS: Final = ("statements", "arguments", "assumptions", "meta")


def write_carneades(debate: Debate, carries: Carries) -> Written:
    """Returns a debate as a file.

    Args:
        debate: The debate.
        carries: What the format says of what it carries.
    """
    import yaml  # noqa: PLC0415  (the names of formats are asked for without it)

    terms = _terms(debate)
    order = sorted(debate.links, key=lambda key: (*debate.links[key][2:4], key))
    placed = _with_place(debate)
    written = {key: placed[key] for key in order if key in placed}
    kept = debate.header.extra.get(KEEP_AS)
    rest = {
        key: dict(each) if isinstance(each, dict) else each
        for key, each in (kept.items() if isinstance(kept, Mapping) else ())
    }
    meta = rest.get("meta")
    whole: dict[str, Any] = {
        "meta": {"title": debate.header.title, **(meta if isinstance(meta, dict) else {})},
        "statements": {
            terms[key]: _statement(key, terms[key], claim)
            for key, claim in sorted(debate.claims.items())
        },
        "arguments": {
            terms[key]: _argument(debate, key, link, terms) for key, link in written.items()
        },
        "assumptions": [
            terms[key] for key, claim in sorted(debate.claims.items()) if ASSUMED in claim.tags
        ],
        **{key: each for key, each in rest.items() if key not in _PARTS},
    }
    for key, link in written.items():
        _add_opposites(whole, key, link, terms)
    filled = {key: each for key, each in whole.items() if each or key == "statements"}
    text = yaml.safe_dump(_plain(filled), allow_unicode=True, sort_keys=False, width=100)
    placeless = (key for key in debate.links if key not in written)
    fewer = (key for key, link in written.items() if link.premises != debate.links[key].premises)
    texts = {key: clean(claim.text) for key, claim in debate.claims.items()}
    blank = (key for key, each in texts.items() if not each.strip())
    padded = (key for key, each in texts.items() if each.strip() != each)
    lost = (
        *losses_of("claims without a text", blank, "have their ids for texts"),
        *losses_of("texts with blanks around them", padded, "lost those"),
        *control_losses(debate),
        *losses_of("steps for a step, or that lack an end", placeless),
        *losses_of("steps with premises that are no claims", fewer, "lost those"),
        *repeated_premises(debate),
    )
    told = losses_by_declaration(debate, replace(carries, theses=CARRIED))
    theses = theses_that_change(debate, sorted(debate.claims), written)
    return Written(text.encode(), (*told, *losses_of("theses", theses, carries.theses), *lost))


def _add_opposites(whole: dict[str, Any], key: str, link: Link, terms: Mapping[str, str]) -> None:
    """Declares what an argument against something is for, and that the two exclude each other."""
    conclusion = whole["arguments"][terms[key]]["conclusion"]
    if link.stance == "supports":
        return
    whole["statements"].setdefault(conclusion, conclusion)
    target = terms[link.target]
    if conclusion == negated(target):
        issues = whole.setdefault("issues", {})
        if isinstance(issues, dict):
            issues.setdefault(f"issue_{target}", {"positions": [target, conclusion]})


def _with_place(debate: Debate) -> dict[str, Link]:
    """Returns the links that an argument can stand for, with the premises that it can have.

    They are about a claim, or are against one that is such itself.
    """
    placed: dict[str, Link] = {}
    waiting = [*debate.claims]
    while waiting:
        for key in debate.links_into(waiting.pop()):
            link = debate.links[key]
            ends = tuple(end for end in link.premises if _is_premise(debate, end, link))
            fits = link.target in debate.claims or link.stance == "attacks"
            if ends and fits and key not in placed:
                placed[key] = link._replace(premises=ends)
                waiting.append(key)
    return placed


def _is_premise(debate: Debate, end: str, link: Link) -> bool:
    return end in debate.claims and end != link.target


def _terms(debate: Debate) -> dict[str, str]:
    """Returns a term for each claim and link: what a foreign file had, else one of its id."""
    terms: dict[str, str] = {}
    taken: set[str] = set()
    turns: Counter[str] = Counter()
    extras = {key: claim.extra for key, claim in sorted(debate.claims.items())}
    extras |= {key: link.extra for key, link in sorted(debate.links.items())}
    for key, extra in extras.items():
        foreign = extra.get(FOREIGN_ID)
        wanted = key if is_term(key) else f"s_{_UNFIT.sub('_', key)}"
        if isinstance(foreign, str) and foreign:
            wanted = foreign
        term = wanted
        while term in taken:
            turns[wanted] += 1
            term = f"{wanted}_{turns[wanted] + 1}"
        taken.add(term)
        terms[key] = term
    return terms


def _statement(key: str, term: str, claim: Claim) -> str | dict[str, Any]:
    """Returns a claim as its text, or as an object where it says more."""
    meta: dict[str, Any] = {
        "id": "" if term in (key, claim.extra.get(FOREIGN_ID)) else key,
        "note": claim.note, "author": claim.by, "created": claim.created,
        "tags": [tag for tag in claim.tags if tag != ASSUMED],
    }  # fmt: skip
    filled = {name: each for name, each in meta.items() if each}
    return {"text": claim.text, "meta": filled} if filled else claim.text


def _argument(debate: Debate, key: str, link: Link, terms: Mapping[str, str]) -> dict[str, Any]:
    conclusion = terms[link.target]
    if link.target in debate.links:
        conclusion = undercutter(conclusion)
    elif link.stance == "attacks":
        conclusion = negated(conclusion)
    premises = [terms[end] for end in dict.fromkeys(link.premises)]
    roles = link.extra.get(f"{KEPT}roles")
    if isinstance(roles, list) and len({*map(str, roles)}) == len(premises) == len(roles):
        raw: dict[str, Any] = {"premises": dict(zip(map(str, roles), premises, strict=True))}
    else:
        raw = {"premises": premises}
    raw["conclusion"] = conclusion
    if any(each.target == key and each.stance == "attacks" for each in _about(debate, key)):
        raw["undercutter"] = undercutter(terms[key])
    said = visible(link.extra, ())
    raw |= {name: said[name] for name in _OF_ARGUMENTS if name in said}
    if terms[key] not in (key, link.extra.get(FOREIGN_ID)):
        raw["meta"] = {"id": key}
    return raw


def _about(debate: Debate, key: str) -> list[Link]:
    return [debate.links[each] for each in debate.links_into(key)]


def _plain(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Returns JSON with numbers that keep their digits as plain ones, which YAML can say."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value if isinstance(value, (str, bool, int, float)) or value is None else float(value)
