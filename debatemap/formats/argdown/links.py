"""Links of relations and of premise-conclusion structures.

An argument with premises is a link from the premises to the conclusion. What is about such an
argument is about its last link; what undercuts a claim is about the links that lead on from it.
"""

from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.model import Extra, Stance
from debatemap.core.text import clean
from debatemap.formats.argdown.argdown_model import Argument, Inference, Model, Node, Relation
from debatemap.formats.argdown.claims import Claims
from debatemap.formats.argdown.data_fields import AT, ID, SCHEME, STEP, cleaned, extra_of
from debatemap.formats.argdown.inference_steps import Step, steps_of
from debatemap.formats.argdown.places import Places
from debatemap.formats.argdown.siblings import in_order
from debatemap.formats.assembly import Assembly

__all__ = ["AIMS", "Links", "own_aim"]

AIMS: Final[dict[str, Stance]] = {"attacks": "attacks", "supports": "supports"}
"""By key of an inference's data, the stance of a step whose target the data names."""
_STANCES: Final[dict[str, Stance]] = {
    "support": "supports", "entails": "supports", "attack": "attacks", "contrary": "attacks",
    "contradictory": "attacks", "undercut": "attacks",
}  # fmt: skip
_RELATION: Final = "x-relation"
"""The field of a link that says which relation it was, where that is more than pro or con."""
_DESCRIPTION: Final = "x-description"
"""The field of a link with the text of the argument whose step it is."""
_MARKS: Final = "x-tags"


def own_aim(step: Step) -> tuple[Stance, str] | None:
    """Returns the stance and the target of a step that is no support of its conclusion.

    Such a step is a link of ours that Argdown has no other way to say; its conclusion stands for
    it in a relation, and is no claim.
    """
    data = step.inference.data
    if not isinstance(data, dict) or STEP not in data:
        return None
    return next(
        ((stance, data[key]) for key, stance in AIMS.items() if isinstance(data.get(key), str)),
        None,
    )


class Links:
    """The links of a model, added to an assembly that has its claims."""

    def __init__(self, model: Model, claims: Claims, assembly: Assembly, places: Places) -> None:
        self._model, self._ids, self._assembly = model, claims.ids, assembly
        self._places = places
        self._steps: dict[Inference, str] = {}
        self._onward: dict[str, list[str]] = {}
        """By claim, the links that lead on from it alone."""
        self._starts: dict[str, int] = {}
        self._at: dict[str, int] = {}

    def add(self, *, is_own: bool, auxiliary: set[Node]) -> None:
        """Adds all links, those into one target in the order of the text.

        Args:
            is_own: Whether this program wrote the file.
            auxiliary: Statements that only stand for a step.
        """
        for argument in self._model.arguments.values():
            for number, step in enumerate(steps_of(argument), start=1):
                self._add_step(argument, step, number, is_own=is_own)
        relations = [each for each in self._model.relations if each.source not in auxiliary]
        for relation in relations:
            if relation.kind != "undercut":
                self._add_relation(relation, is_own=is_own)
        for relation in relations:
            if relation.kind == "undercut":
                self._add_undercut(relation, is_own=is_own)
        self._assembly.links = in_order(self._assembly.links, self._starts, self._at)

    def _add_step(self, argument: Argument, step: Step, number: int, *, is_own: bool) -> None:
        inference = step.inference
        data = inference.data if isinstance(inference.data, dict) else {}
        aim = own_aim(step) if is_own else None
        foreign, at, extra = _own(data) if is_own else ("", None, {})
        if not is_own:
            extra = self._foreign_extra(argument, step)
            if argument.title not in self._model.untitled:
                foreign = clean(argument.title) + ("" if step.is_last else f" ({number})")
        elif any(inference.rules):
            extra = {SCHEME: clean(", ".join(inference.rules)), **extra}
        if step.odd_uses:
            place = self._places.short(inference.start)
            self._assembly.repair("uses of numbers that are no premises", place, "left out")
        premises = [key for each in step.premises if (key := self._claim(each.title))]
        stance, target = aim or ("supports", self._claim(step.conclusion.title))
        key = self._assembly.add_link(foreign, premises, stance, target, extra)
        self._steps[inference] = key
        self._place(key, inference.start, at)

    def _foreign_extra(self, argument: Argument, step: Step) -> dict[str, Any]:
        """Returns the fields of a step that another program wrote."""
        data = step.inference.data
        extra = dict(extra_of(data, {"uses", "from"})) if isinstance(data, dict) else {}
        rules = [clean(rule) for rule in step.inference.rules if rule]
        if rules:
            extra[SCHEME] = ", ".join(rules)
        if not step.is_last:
            return extra
        text = argument.canonical
        if text is not None and text.trimmed:
            extra[_DESCRIPTION] = clean(text.trimmed)
        if argument.tags:
            extra[_MARKS] = [clean(tag) for tag in argument.tags]
        return {**extra, **extra_of(argument.data or {}, set())}

    def _claim(self, title: str) -> str:
        return self._ids.get(self._model.statements[title], "")

    def _add_relation(self, relation: Relation, *, is_own: bool) -> None:
        target = self._target(relation, is_own=is_own)
        if target is None:
            return
        extra: Extra = {}
        if relation.kind in ("entails", "contrary", "contradictory"):
            extra = {_RELATION: relation.kind}
        self._link(relation, target, extra, is_own=is_own)
        if relation.kind == "contrary":
            self._lose("exclusions", relation, "became attacks in the direction that is written")
        elif relation.kind == "contradictory":
            self._lose("contradictions", relation, "became attacks in both directions")
            source = self._ids.get(relation.source)
            if source and target in self._assembly.claims:
                back = self._assembly.add_link("", [target], "attacks", source, extra)
                self._place(back, relation.member.start, None)

    def _target(self, relation: Relation, *, is_own: bool) -> str | None:
        """Returns what a relation is about: a claim, or the last link of an argument."""
        target = relation.target
        if isinstance(target, Argument) and target.steps:
            if not is_own:
                kind = "attacks on" if relation.kind == "attack" else "support of"
                became = "became about their last step"
                self._lose(f"{kind} arguments with premises", relation, became)
            inference = target.steps[-1].inference
            return self._steps.get(inference) if inference else None
        return self._ids.get(target) if isinstance(target, Node) else self._steps.get(target)

    def _add_undercut(self, relation: Relation, *, is_own: bool) -> None:
        target = relation.target
        key = self._target(relation, is_own=True)
        if isinstance(target, Node) and key in self._assembly.claims:
            onward = self._onward.get(key or "", [])
            if len(onward) != 1:
                became = "became about each of these" if onward else "became attacks on them"
                kind = "undercuts of claims with several steps" if onward else (
                    "undercuts of claims that are no step")  # fmt: skip
                self._lose(kind, relation, became)
            for link in onward or [key or ""]:
                self._link(relation, link, {}, is_own=is_own and len(onward) == 1)
        elif key is not None:
            self._link(relation, key, {}, is_own=is_own)

    def _link(self, relation: Relation, target: str, extra: Extra, *, is_own: bool) -> None:
        source = self._ids.get(relation.source)
        if source is None:
            return
        foreign, at = "", None
        data = relation.member.data
        if is_own and isinstance(data, dict):
            foreign, at, extra = _own(data)
        key = self._assembly.add_link(foreign, [source], _STANCES[relation.kind], target, extra)
        self._place(key, relation.member.start, at)
        if relation.kind != "undercut":
            self._onward.setdefault(source, []).append(key)

    def _place(self, key: str, start: int, at: int | None) -> None:
        self._starts[key] = start
        if at is not None:
            self._at[key] = at

    def _lose(self, kind: str, relation: Relation, became: str) -> None:
        self._assembly.lose(kind, self._places.short(relation.member.start), became)


def _own(data: Mapping[str, Any]) -> tuple[str, int | None, dict[str, Any]]:
    """Returns the id, the place and the unknown fields of a step that this program wrote."""
    step = data.get(STEP)
    said: Mapping[str, Any] = step if isinstance(step, dict) else {ID: step}
    key, at = said.get(ID), said.get(AT)
    extra = dict(extra_of(said, set()))
    return key if isinstance(key, str) else "", at if type(at) is int else None, cleaned(extra)
