"""The stylesheet of the program, which styles a node anew only when it must.

Textual styles all nodes below the one whose class or focus changes, with all their parts: a row of
the outline has two dozen. Most of that finds what was found before, and most parts are never drawn.
"""

from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from textual.css.model import RuleSet, Selector, SelectorType
from textual.css.styles import RenderStyles, RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

__all__ = ["KeptStylesheet"]


class _Asked(NamedTuple):
    """What rules ask for, of a node and of all that it is in."""

    rules: frozenset[RuleSet]
    names: frozenset[str]
    """Of types, classes and ids."""
    pseudo_classes: frozenset[str]


_Answers: TypeAlias = tuple[frozenset[RuleSet], list[tuple[frozenset[str], frozenset[str]]]]
"""The rules, and which of the names and pseudo-classes each node has, from the application on."""

_BEFORE_NAME: Final = {SelectorType.TYPE: "", SelectorType.CLASS: ".", SelectorType.ID: "#"}


class KeptStylesheet(Stylesheet):
    """A stylesheet that keeps the styles of a node until what their rules ask for changes."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._asked_in: list[RuleSet] = []
        self._names: dict[RuleSet, frozenset[str]] = {}
        self._asked: dict[frozenset[str], _Asked] = {}
        self._known: WeakKeyDictionary[DOMNode, _Answers] = WeakKeyDictionary()
        self._known_of_parts: WeakKeyDictionary[DOMNode, _Answers] = WeakKeyDictionary()

    def apply(
        self,
        node: DOMNode,
        *,
        animate: bool = False,
        cache: dict[tuple[object, ...], RulesMap] | None = None,
    ) -> None:
        """Styles a node, if what its rules ask for has changed, and its parts."""
        if type(node) is DOMNode:  # a part, which Textual makes anew each time
            super().apply(node, animate=animate, cache=cache)
            return
        answers = self._answers_of(node, _names_of(node))
        if self._known.get(node) == answers:
            node.notify_style_update()  # what is drawn depends on the styles of those above, too
            self._process_component_classes(node)
        else:
            super().apply(node, animate=animate, cache=cache)
            self._known[node] = answers

    def _process_component_classes(self, node: DOMNode) -> None:
        components = node._get_component_classes()  # noqa: SLF001  (no public way)
        if not components:
            return
        answers = self._answers_of(node, {"*", "DOMNode", *(f".{name}" for name in components)})
        styles = node._component_styles  # noqa: SLF001  (no public way)
        if self._known_of_parts.get(node) != answers or not isinstance(styles, _PartStyles):
            node._component_styles = _PartStyles(self, node, components)  # noqa: SLF001
            node.refresh()
            self._known_of_parts[node] = answers

    def _answers_of(self, node: DOMNode, names: set[str]) -> _Answers:
        """Returns what the rules for some names ask for, and which of that holds."""
        asked = self._asked_by(frozenset(names))
        return asked.rules, [
            (
                asked.names & _names_of(each),
                frozenset(name for name in asked.pseudo_classes if each.has_pseudo_class(name)),
            )
            for each in node.css_path_nodes
        ]

    def _asked_by(self, names: frozenset[str]) -> _Asked:
        """Returns what the rules for some names ask for."""
        if self.rules is not self._asked_in:
            # Each source that is added makes another list, of the same rules but for its own.
            before, self._asked_in = self._names, self.rules
            self._names = {rule: before.get(rule) or _names_in(rule) for rule in self.rules}
            self._asked.clear()
        if names not in self._asked:
            rules = {rule for name in names for rule in self.rules_map.get(name, ())}
            pseudo = frozenset[str]().union(*(rule.pseudo_classes for rule in rules))
            # That of the system is asked for by each selector of all nodes.
            told = frozenset({".-textual-system"}).union(*map(self._names.__getitem__, rules))
            self._asked[names] = _Asked(frozenset(rules), told, pseudo)
        return self._asked[names]


class _PartStyles(dict[str, RenderStyles]):
    """The styles of the parts of a node, each found when it is first asked for."""

    def __init__(self, sheet: Stylesheet, node: DOMNode, names: AbstractSet[str]) -> None:
        super().__init__()
        self._sheet, self._node, self._names = sheet, node, names

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __missing__(self, name: str) -> RenderStyles:
        part = DOMNode(classes=name)
        part._attach(self._node)  # noqa: SLF001  (no public way)
        self._sheet.apply(part)
        self[name] = part.styles
        return part.styles


def _names_in(rule: RuleSet) -> frozenset[str]:
    return frozenset(
        _name_in(selector) for selectors in rule.selector_set for selector in selectors.selectors
    )


def _name_in(selector: Selector) -> str:
    return f"{_BEFORE_NAME.get(selector.type, '')}{selector.name}"


def _names_of(node: DOMNode) -> set[str]:
    return node._selector_names  # noqa: SLF001  (no public way)
