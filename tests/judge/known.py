"""Answers that other engines gave: strengths, contributions, grounded labels.

Some stand beside this file and are always tried. All of them, and attack graphs of a competition,
are looked for in the folder that DEBATEMAP_SHARED names, or in one beside the checkout.

The strengths and contributions were computed by QBAF-Py and Uncertainpy, the labels by clingo with
ASPARTIX, pygarg and formal-argumentation, which agree.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link, Stance
from debatemap.judge.framework import Framework
from debatemap.judge.methods import (
    DF_QUAD,
    EULER,
    EULER_TOP,
    LOG_ODDS,
    QUADRATIC_ENERGY,
    SQUARED_DF_QUAD,
    Method,
)
from debatemap.judge.ratings import Opinions

__all__ = [
    "JUDGE",
    "METHOD_OF",
    "attack_graph",
    "attack_graphs",
    "debate_of",
    "framework_of",
    "read",
    "records",
]

METHOD_OF: Final[dict[str, Method]] = {
    "quadratic_energy": QUADRATIC_ENERGY,
    "df_quad": DF_QUAD,
    "euler": EULER,
    "squared_df_quad": SQUARED_DF_QUAD,
    "euler_top": EULER_TOP,
    "log_odds_mlp": LOG_ODDS,
}
"""Our methods by the names that the answers have for them."""

JUDGE: Final = "judge"
"""Who rates every claim, so that its base is exactly what was asked for."""

Record = dict[str, Any]
Attacks = tuple[list[str], list[tuple[str, str]]]

_BESIDE: Final = Path(__file__).parents[3] / "shared"
_SHARED: Final = Path(os.environ.get("DEBATEMAP_SHARED", _BESIDE))


def records(kind: str) -> list[Record]:
    """Returns those of a kind, "qbaf" or "dung", that stand beside this file."""
    found: dict[str, list[Record]] = json.loads(Path(__file__).with_name("known.json").read_bytes())
    return found[kind]


def read(kind: str) -> list[Record]:
    """Returns all of a kind, or skips the test where they are not at hand."""
    path = _SHARED / "oracles" / f"{kind}.json"
    if not path.is_file():
        pytest.skip(f"the answers of other engines are not here: {path}")
    found: list[Record] = json.loads(path.read_bytes())
    return found


def attack_graphs() -> list[Path]:
    """Returns the attack graphs of a competition, or skips the test where there are none."""
    paths = sorted((_SHARED / "corpus" / "iccma").glob("*.af"))
    if not paths:
        pytest.skip(f"the attack graphs of a competition are not here: {_SHARED}")
    return paths


def attack_graph(path: Path) -> Attacks:
    """Returns the arguments and the attacks of a file in the format of ICCMA 2023."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next(int(line.split()[2]) for line in lines if line.startswith("p af "))
    pairs = [line.split() for line in lines if line[:1].isdigit()]
    return [str(n + 1) for n in range(count)], [(attacker, target) for attacker, target in pairs]


def debate_of(
    base: Mapping[str, float],
    attacks: Iterable[Iterable[str]] = (),
    supports: Iterable[Iterable[str]] = (),
) -> Debate:
    """Returns a debate with these bases as one person's ratings, and these links."""
    links: dict[str, Link] = {}
    stances: tuple[tuple[Stance, Iterable[Iterable[str]]], ...]
    stances = (("attacks", attacks), ("supports", supports))
    for stance, pairs in stances:
        for premise, target in pairs:
            links[f"{stance} {len(links)}"] = Link((premise,), stance, target)
    claims = {name: Claim(name) for name in base}
    ratings = {name: 100 * value for name, value in base.items()}
    return Debate(Header("known"), claims, links, stances={JUDGE: ratings})


def framework_of(
    base: Mapping[str, float],
    attacks: Iterable[Iterable[str]] = (),
    supports: Iterable[Iterable[str]] = (),
) -> Framework:
    """Returns the same as numbers."""
    debate = debate_of(base, attacks, supports)
    return Framework(debate, Opinions(debate.stances, JUDGE))
