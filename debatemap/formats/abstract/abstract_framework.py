"""An abstract argumentation framework as a debate, and a debate as one.

A framework knows arguments by name and attacks between them. It has no place for support, joint
premises, undercuts, texts or anything else; what is left of a debate is reported.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Stance
from debatemap.core.text import clean
from debatemap.formats.abstract.carried import CARRIES
from debatemap.formats.argument.theses import theses_of, theses_that_change
from debatemap.formats.assembly import Assembly
from debatemap.formats.features import CARRIED, losses_by_declaration
from debatemap.formats.format import Imported
from debatemap.formats.loss import Loss, losses_of

__all__ = ["Framework", "Relation", "debate_of_framework", "framework_of"]

_DETAILED: Final = replace(
    CARRIES, claims=CARRIED, links=CARRIED, undercuts=CARRIED, joint_premises=CARRIED,
    theses=CARRIED, unplaced=CARRIED,
)  # fmt: skip
"""The same, without what is counted more exactly here."""
_NAME: Final = re.compile(r"[A-Za-z0-9_]+")
_NOT_OF_NAMES: Final = re.compile(r"[^A-Za-z0-9_]")


class Relation(NamedTuple):
    """An attack, or in some files a support, of one argument on another."""

    start: str
    end: str
    stance: Stance = "attacks"


class Framework(NamedTuple):
    """What of a debate a framework can hold.

    Attributes:
        names: The names of the arguments, by the ids of the claims.
        attacks: The ids of attackers and attacked.
        losses: What it does not hold.
    """

    names: dict[str, str]
    attacks: list[tuple[str, str]]
    losses: tuple[Loss, ...]


def debate_of_framework(
    arguments: Mapping[str, str], relations: Iterable[Relation], name: str, assembly: Assembly
) -> Imported:
    """Returns the debate of a framework.

    Args:
        arguments: By name, what an argument says.
        relations: Attacks and supports, in the order of the file.
        name: The file.
        assembly: Counts what had to be mended.
    """
    ids = {key: assembly.add_claim(key, Claim(clean(text))) for key, text in arguments.items()}
    for start, end, stance in dict.fromkeys(relations):
        if start == end:
            assembly.lose("arguments that attack themselves", start, "lost that attack")
            continue
        assembly.add_link("", [ids[start]], stance, ids[end])
    title = clean(name.replace("\\", "/").rsplit("/", 1)[-1].partition(".")[0])
    debate = assembly.debate(title, theses_of(assembly.claims, assembly.links))
    return assembly.imported(debate)


def framework_of(debate: Debate) -> Framework:
    """Returns what a framework can hold of a debate: single attacks of claims on claims."""
    attacks: dict[tuple[str, str], str] = {}
    lost: dict[str, list[str]] = {"links": [], "undercuts": [], "joint premises": []}
    for key, link in sorted(debate.links.items()):
        if link.target not in debate.claims:
            lost["undercuts"].append(key)
        elif len(link.premises) > 1:
            lost["joint premises"].append(key)
        elif link.stance == "supports":
            lost["links"].append(key)
        elif link.premises[0] in debate.claims:
            attacks.setdefault((link.premises[0], link.target), key)
    names = _names(debate)
    written = {key: debate.links[key] for key in attacks.values()}
    changed = theses_that_change(debate, names, written)
    unplaced = [key for key in changed if not debate.is_placed(key)]
    theses = [key for key in changed if debate.is_placed(key)]
    textless = (key for key, claim in debate.claims.items() if claim.text != names[key])
    losses = (
        *losses_of("claims", textless, CARRIES.claims),
        *losses_of("links", lost["links"], CARRIES.links),
        *losses_of("undercuts", lost["undercuts"], CARRIES.undercuts),
        *losses_of("joint premises", lost["joint premises"], CARRIES.joint_premises),
        *losses_of("unplaced claims", unplaced, CARRIES.unplaced),
        *losses_of("theses", theses, CARRIES.theses),
        *losses_by_declaration(debate, _DETAILED),
    )
    return Framework(names, list(attacks), losses)


def _names(debate: Debate) -> dict[str, str]:
    """Returns a name for each claim: its text where that is one, else its id, each once."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    turns: Counter[str] = Counter()
    for key, claim in sorted(debate.claims.items()):
        wanted = claim.text if _NAME.fullmatch(claim.text) else _NOT_OF_NAMES.sub("_", key)
        name = wanted
        while name in taken:
            turns[wanted] += 1
            name = f"{wanted}_{turns[wanted] + 1}"
        taken.add(name)
        names[key] = name
    return names
