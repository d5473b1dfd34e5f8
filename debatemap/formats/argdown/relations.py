"""Relations once the whole text is known: whose they are where arguments are spelled out.

What an argument with a premise-conclusion structure supports or attacks, its conclusion does; what
undercuts it is about its last inference. In strict mode statements entail or exclude each other.
"""

from collections import Counter

from debatemap.formats.argdown.argdown_model import (
    Argument,
    Inference,
    Model,
    Node,
    Relation,
    Statement,
)

__all__ = ["settle"]

Key = tuple[Node | Inference, Node | Inference, str]


def settle(model: Model, seen: set[Key]) -> None:
    """Settles the relations of a model, in place.

    Args:
        model: The model.
        seen: Sources, targets and kinds of all its relations.
    """
    if model.setting("model", "transformArgumentRelations") is not False:
        _of_structures(model, seen)
    if model.setting("model", "mode") == "strict":
        _strictly(model)
    _without_repetitions(model)


def _of_structures(model: Model, seen: set[Key]) -> None:
    kept: list[Relation] = []
    undercuts = _Undercuts(model)
    for relation in model.relations:
        source, target, kind = relation.source, relation.target, relation.kind
        if isinstance(source, Argument) and source.steps:
            seen.discard((source, target, kind))
            source = relation.source = model.statements[source.steps[-1].title]
            if source is target or (source, target, kind) in seen:
                continue
            seen.add((source, target, kind))
        if kind == "undercut" and isinstance(target, Argument) and target.steps:
            inference = target.steps[-1].inference
            if inference is not None:
                relation.target = inference
                if not undercuts.add(inference, source):
                    continue
        kept.append(relation)
    model.relations = kept


class _Undercuts:
    """What undercuts each inference: as the reference implementation counts it.

    It forgets the last undercut of an inference when another one of its argument comes, so that
    some undercuts are there twice.
    """

    def __init__(self, model: Model) -> None:
        self._known: dict[Inference, list[Node]] = {}
        self._counts: Counter[tuple[Inference, Node]] = Counter()
        for relation in model.relations:
            if isinstance(relation.target, Inference):
                self._push(relation.target, relation.source)

    def add(self, inference: Inference, source: Node) -> bool:
        """Adds an undercut, and tells whether it is a new one."""
        known = self._known.get(inference)
        if known:
            self._counts[inference, known.pop()] -= 1
        if self._counts[inference, source] > 0:
            return False
        self._push(inference, source)
        return True

    def _push(self, inference: Inference, source: Node) -> None:
        self._known.setdefault(inference, []).append(source)
        self._counts[inference, source] += 1


def _strictly(model: Model) -> None:
    kept: list[Relation] = []
    excluded: set[tuple[Node, Node | Inference]] = set()
    for relation in model.relations:
        source, target = relation.source, relation.target
        if isinstance(source, Statement) and isinstance(target, Statement):
            if relation.kind == "support":
                relation.kind = "entails"
            elif relation.kind == "attack":
                if (source, target) in excluded or (target, source) in excluded:
                    continue
                excluded.add((source, target))
                relation.kind = "contrary"
        kept.append(relation)
    model.relations = kept


def _without_repetitions(model: Model) -> None:
    """Drops an attack on an argument that attacks one of its premises already."""
    attacks = [
        each for each in model.relations
        if each.kind == "attack" and isinstance(each.source, Statement)
        and isinstance(each.target, Argument) and each.target.steps
    ]  # fmt: skip
    if not attacks:
        return
    opposed = _opposed(model, {each.source for each in attacks})
    premises = {
        argument: {step.title for step in argument.steps if step.role == "premise"}
        for each in attacks
        if isinstance(argument := each.target, Argument)
    }
    dropped = {
        each for each in attacks
        if isinstance(each.target, Argument)
        and not opposed[each.source].isdisjoint(premises[each.target])
    }  # fmt: skip
    model.relations = [each for each in model.relations if each not in dropped]


def _opposed(model: Model, sources: set[Node]) -> dict[Node, set[str]]:
    """Returns the titles of the statements that each of some statements speaks against."""
    found: dict[Node, set[str]] = {source: set() for source in sources}
    for relation in model.relations:
        one, other = relation.source, relation.target
        if not (isinstance(one, Statement) and isinstance(other, Statement)):
            continue
        if relation.kind in ("attack", "contrary", "contradictory") and one in found:
            found[one].add(other.title)
        if relation.kind in ("contrary", "contradictory") and other in found:
            found[other].add(one.title)
    return found
