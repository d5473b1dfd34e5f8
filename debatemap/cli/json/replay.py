"""The history of a verdict, as plain data."""

from collections.abc import Sequence

from debatemap.cli.json.verdict import described_verdict
from debatemap.cli.json.verdict_data import verdict_data
from debatemap.judge.explain.evolution import Evolution, Explanation
from debatemap.judge.explain.evolution_words import evolution_words
from debatemap.judge.judgement import Judgement
from debatemap.judge.replay.edited_branches import EditedBranch
from debatemap.judge.replay.explained_change import BranchEffect, ExplainedChange
from debatemap.judge.replay.version_steps import Step
from debatemap.judge.verdict import Verdict

__all__ = ["described"]


def described(judgement: Judgement, steps: Sequence[Step], carried: Evolution) -> dict[str, object]:
    """Returns the history of a verdict; strengths are 0 to 1."""
    now = judgement.debate
    return {
        "map": now.header.id,
        "thesis": carried.claim,
        "text": now.claims[carried.claim].text,
        "method": judgement.method.id,
        "verdict": described_verdict(judgement, carried.claim),
        "steps": [_step(step) for step in steps],
        "from_base": {
            **carried._asdict(),
            "way": carried.way,
            "words": evolution_words(now, carried),
            "carrying": [each._asdict() for each in carried.carrying],
            "weakening": [each._asdict() for each in carried.weakening],
            "constructive": _explanation(carried.constructive),
            "destructive": _explanation(carried.destructive),
        },
    }


def _explanation(found: Explanation) -> dict[str, object]:
    return {"branches": [each._asdict() for each in found.branches], "exact": found.exact}


def _step(step: Step) -> dict[str, object]:
    return {
        "name": step.name,
        "when": step.when or None,
        "who": step.who or None,
        "words": step.words,
        "claims": step.claims,
        "verdict": _verdict(step.verdict),
        "turned": step.turned,
        "is_cut": step.is_cut,
        "change": _change(step.change) if step.change is not None else None,
    }


def _change(found: ExplainedChange) -> dict[str, object]:
    return {
        "before": _verdict(found.before),
        "after": _verdict(found.after),
        "moved": found.moved,
        "edits": found.edits,
        "strengthening": [_effect(effect) for effect in found.strengthening],
        "weakening": [_effect(effect) for effect in found.weakening],
        "constructive": [[*map(_branch, each)] for each in found.constructive],
        "destructive": [[*map(_branch, each)] for each in found.destructive],
        "complete": found.complete,
    }


def _effect(effect: BranchEffect) -> dict[str, object]:
    return {**_branch(effect.branch), "alone": effect.alone, "last": effect.last}


def _branch(branch: EditedBranch) -> dict[str, object]:
    return {
        "kind": branch.kind.value,
        "claim": branch.claim or None,
        "link": branch.link or None,
        "person": branch.person or None,
        "claims": list(branch.change.claims),
        "authors": branch.authors,
    }


def _verdict(verdict: Verdict | None) -> dict[str, object] | None:
    return verdict_data(verdict) if verdict is not None else None
