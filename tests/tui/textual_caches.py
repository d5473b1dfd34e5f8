"""Keeps for the next test what Textual finds anew for each app: every test opens one of its own.

Each cache gives what Textual itself would find; `tests/tui/test_kept_styles.py` compares styles.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from inspect import CO_VARARGS, CO_VARKEYWORDS
from typing import Any, Final, NamedTuple, TypeAlias
from unittest.mock import patch

from textual import _callback, strip
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token
from textual.design import ColorSystem
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump

from debatemap.tui.system.kept_styles import KeptStylesheet

__all__ = ["caches"]

_Method: TypeAlias = Callable[[Message], Any]

_parse: Final = Stylesheet.parse
_parse_rules: Final = Stylesheet._parse_rules
_apply: Final = Stylesheet.apply
_answers_of: Final = KeptStylesheet._answers_of
_generate: Final = ColorSystem.generate
_dispatch_methods: Final = MessagePump._get_dispatch_methods
_count: Final = _callback._count_parameters
_asked_by: Final = KeptStylesheet._asked_by


@contextmanager
def caches() -> Iterator[None]:
    """Has Textual keep what it finds, from one app to the next."""
    _handlers.clear()  # a test may have put others into a class
    with (
        patch.object(Stylesheet, "parse", _parse_once),
        patch.object(Stylesheet, "_parse_rules", _parse_rules_once),
        patch.object(stylesheet, "tokenize_values", _tokenize_once),
        patch.object(Stylesheet, "apply", _apply_once),
        patch.object(KeptStylesheet, "_answers_of", _answer_and_note),
        patch.object(KeptStylesheet, "_asked_by", _asked_once),
        patch.object(_callback, "_count_parameters", _count_once),
        patch.object(ColorSystem, "generate", _generate_once),
        patch.object(MessagePump, "_get_dispatch_methods", _dispatch_methods_once),
        # That of Textual is the same, in Python: it is asked for thousands of times an app.
        patch.object(RuleSet, "__hash__", object.__hash__),
        # Seven for each line that is drawn, most of which stay empty.
        patch.object(strip, "FIFOCache", lambda _: {}),
    ):
        yield


_variables: dict[tuple[tuple[str, str], ...], int] = {}
_sheets: dict[object, list[RuleSet]] = {}
_sources: dict[object, list[RuleSet]] = {}
_maps: dict[int, dict[str, list[RuleSet]]] = {}
"""Rules by the names that ask for them, by the identity of a list of `_sheets`."""
_asked: dict[tuple[int, frozenset[str]], Any] = {}
_tokens: dict[object, dict[str, list[Token]]] = {}


def _number_of(variables: dict[str, str]) -> int:
    """Returns a number that stands for the values of some variables."""
    return _variables.setdefault(tuple(variables.items()), len(_variables))


def _parse_once(self: Stylesheet) -> None:
    key = (_number_of(self._variables), tuple(self.source.items()))
    if self._invalid_css or key not in _sheets:
        _parse(self)
        _sheets[key] = self._rules
    found = _sheets[key]
    if id(found) not in _maps:
        self._rules, self._rules_map, self._require_parse = found, None, False
        _maps[id(found)] = self.rules_map
    self._rules, self._rules_map, self._require_parse = found, _maps[id(found)], False


def _parse_rules_once(self: Stylesheet, *arguments: Any, **named: Any) -> list[RuleSet]:  # noqa: ANN401  (as Textual's)
    key = (_number_of(self._variables), arguments, tuple(named.items()))
    if key not in _sources:
        _sources[key] = _parse_rules(self, *arguments, **named)
    return _sources[key]


def _asked_once(self: KeptStylesheet, names: frozenset[str]) -> Any:  # noqa: ANN401  (its type is private)
    if id(self.rules) not in _maps:
        return _asked_by(self, names)
    key = id(self.rules), names
    if key not in _asked:
        _asked[key] = _asked_by(self, names)
    return _asked[key]


def _tokenize_once(values: dict[str, str]) -> dict[str, list[Token]]:
    key = _number_of(values)
    if key not in _tokens:
        _tokens[key] = tokenize_values(values)
    return _tokens[key]


class _Found(NamedTuple):
    """What applying the rules to a node has come to."""

    rules: RulesMap
    flags: Mapping[str, bool]


_FLAGS: Final = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
_found: dict[object, _Found] = {}


def _answer_and_note(self: KeptStylesheet, node: DOMNode, names: set[str]) -> Any:  # noqa: ANN401  (its type is private)
    answers = _answers_of(self, node, names)
    self.__dict__["noted"] = node, names, answers
    return answers


def _apply_once(
    self: Stylesheet,
    node: DOMNode,
    *,
    animate: bool = False,
    cache: dict[tuple[object, ...], RulesMap] | None = None,
) -> None:
    """Gives a node the styles of one that answers all that rules ask for as it does."""
    if not isinstance(self, KeptStylesheet):
        _apply(self, node, animate=animate, cache=cache)
        return
    noted, names, answers = self.__dict__.get("noted", (None, None, None))
    if noted is not node or names != node._selector_names:
        answers = _answers_of(self, node, node._selector_names)
    key = answers[0], tuple(answers[1])
    found = _found.get(key)
    if found is None:
        _apply(self, node, animate=animate, cache=cache)
        if not animate:  # else they may be on their way there
            flags = {name: node.__dict__[name] for name in _FLAGS}
            _found[key] = _Found(node.styles.base._rules.copy(), flags)
        return
    node.__dict__.update(found.flags)
    self.replace_rules(node, found.rules, animate=animate)
    self._process_component_classes(node)


def _count_once(func: Callable[..., Any]) -> int:
    """Counts the parameters of what is defined with `def`; of all else as Textual does."""
    plain = getattr(func, "__func__", func)
    code = getattr(plain, "__code__", None)
    if code is None or hasattr(plain, "__wrapped__") or hasattr(plain, "__signature__"):
        return _count(func)
    more = bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
    return code.co_argcount + code.co_kwonlyargcount + more - (plain is not func)  # type: ignore[no-any-return]


_colours: dict[object, dict[str, str]] = {}


def _generate_once(self: ColorSystem) -> dict[str, str]:
    key = tuple((name, str(value)) for name, value in vars(self).items())
    if key not in _colours:
        _colours[key] = _generate(self)
    return _colours[key].copy()


_handlers: dict[object, list[tuple[type, Any]] | None] = {}


def _dispatch_methods_once(
    self: MessagePump, name: str, message: Message
) -> Iterable[tuple[type, _Method]]:
    key = type(self), type(message), name
    if key not in _handlers:
        _handlers[key] = _handlers_by_name(*key)
    handlers = _handlers[key]
    if handlers is None:
        yield from _dispatch_methods(self, name, message)
        return
    for kind, method in handlers:
        if message._no_default_action:
            break
        yield kind, method.__get__(self, kind)


def _handlers_by_name(
    pump: type[MessagePump], message: type[Message], name: str
) -> list[tuple[type, Any]] | None:
    """Returns the handlers of a message, or nothing where some look at what it says."""
    found = []
    for kind in pump.__mro__:
        if {*kind.__dict__.get("_decorated_handlers", ())} & {*message.__mro__}:
            return None
        method = kind.__dict__.get(f"_{name}") or kind.__dict__.get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            found.append((kind, method))
    return found
