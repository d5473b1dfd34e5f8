"""Write a debate as Argdown.

A link from one claim to another is a relation beneath the target. What Argdown cannot say so is an
argument with premises and a conclusion: joint premises, a link that others are about, a second link
between the same claims. Where such a link is no support of a claim, its conclusion stands for it in
a relation to what it is about.
"""

from collections import deque
from collections.abc import Iterator
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.core.reading_order import read
from debatemap.core.text import clean
from debatemap.formats.argdown.data_fields import (
    ID,
    MARK,
    SCHEME,
    STEP,
    TEXT,
    as_data,
    data_of_claim,
)
from debatemap.formats.argdown.escape import shown, tag
from debatemap.formats.argdown.own_header import own_record
from debatemap.formats.argdown.plan import Plan
from debatemap.formats.argdown.yaml_output import in_braces, one_line
from debatemap.formats.control_characters import control_losses
from debatemap.formats.format import Written

__all__ = ["write_argdown"]

_INDENT: Final = "  "
_DEEPEST: Final = 12
"""Levels of a tree; what is beneath goes on in a paragraph of its own."""
_SIGNS: Final = {"supports": "+", "attacks": "-"}


def write_argdown(debate: Debate) -> Written:
    """Returns the bytes of a debate as Argdown, and what they do not hold."""
    plan = Plan(debate)
    writer = _Writer(debate, plan)
    text = "\n".join(writer.lines()) + "\n"
    return Written(text.encode("utf-8", "replace"), (*plan.losses, *control_losses(debate)))


class _Writer:
    def __init__(self, debate: Debate, plan: Plan) -> None:
        self._debate, self._plan = debate, plan
        self._defined: set[str] = set()
        self._written: set[str] = set()
        """Links that are written with premises."""
        self._waiting: list[str] = []
        """Claims whose relations go on in a paragraph of their own."""
        self._told: deque[str] = deque()
        """Claims and links that are written, and not yet what is said of them with premises."""

    def lines(self) -> Iterator[str]:
        """Yields the lines of the file."""
        yield "==="
        yield f"title: {one_line(clean(self._debate.header.title))}"
        yield f"{MARK}:"
        for key, value in own_record(self._debate).items():
            yield f"{_INDENT}{key}: {one_line(value)}"
        yield "==="
        order = read(self._debate).order
        for is_last_call in (False, True):
            for claim in order:
                if claim in self._defined:
                    continue
                if is_last_call or not self._plan.is_told_by_structures(claim):
                    yield from self._paragraph(claim)
                    yield from self._what_follows()
        for key in self._plan.all_structures():
            # What is about itself, or in a circle, nothing leads to.
            if key not in self._written:
                yield from self._structure(key)
                yield from self._what_follows()
        if not order:
            yield from ("", "# No claims")

    def _what_follows(self) -> Iterator[str]:
        """Yields the paragraphs that belong to what was written last."""
        while self._waiting or self._told:
            if self._waiting:
                yield from self._paragraph(self._waiting.pop())
                continue
            for key in self._plan.structures.get(self._told.popleft(), ()):
                if key not in self._written:
                    yield from self._structure(key)

    def _paragraph(self, claim: str) -> Iterator[str]:
        yield ""
        yield self._claim(claim)
        yield from self._relations(claim, 1)

    def _relations(self, target: str, depth: int) -> Iterator[str]:
        """Yields the relations into a claim or a link, and those beneath them, line by line."""
        open_ = [self._plan.relations_into(target)]
        while open_:
            key = next(open_[-1], None)
            if key is None:
                open_.pop()
                continue
            link = self._debate.links[key]
            premise = self._plan.premises(key)[0]
            level = depth + len(open_) - 1
            is_new = premise not in self._defined
            yield f"{_INDENT * level}{self._sign(link)} {self._claim(premise, key)}"
            if not is_new or not self._plan.has_relations(premise):
                continue
            if len(open_) < _DEEPEST:
                open_.append(self._plan.relations_into(premise))
            else:
                self._waiting.append(premise)

    def _sign(self, link: Link) -> str:
        is_undercut = link.target in self._debate.links and link.stance == "attacks"
        return "_" if is_undercut else _SIGNS[link.stance]

    def _claim(self, key: str, link: str = "") -> str:
        """Returns the line of a claim: its definition where it first stands, else a reference.

        Args:
            key: The claim.
            link: The link that puts it there.
        """
        step = {STEP: self._step(link)} if link else {}
        title, is_argument = self._plan.titles[key], key in self._plan.arguments
        name = f"<{title}>" if is_argument else f"[{title}]"
        if key in self._defined:
            return name + in_braces(step)
        self._defined.add(key)
        self._told.append(key)
        claim = self._debate.claims[key]
        text, is_exact = shown(claim.text)
        tags = {each: mark for each in dict.fromkeys(claim.tags) if (mark := tag(each))}
        data: dict[str, Any] = {} if self._plan.reads_as(key) else {ID: key}
        data |= {} if is_exact else {TEXT: claim.text}
        data |= data_of_claim(claim._replace(extra=self._plan.unsaid(key)), set(tags))
        words = [f"{name}: {text}", *tags.values()]
        return " ".join(words) + in_braces({**data, **step})

    def _step(self, key: str, **more: Any) -> Any:  # noqa: ANN401  (any JSON)
        """Returns what is said of a link beside its ends: its id, with more where there is more."""
        extra = dict(self._debate.links[key].extra)
        if self._plan.rule(key):
            del extra[SCHEME]
        said = {ID: key, **more, **as_data(extra)}
        return said if len(said) > 1 else key

    def _structure(self, key: str) -> Iterator[str]:
        """Yields a link as an argument with its premises and its conclusion."""
        plan, link = self._plan, self._debate.links[key]
        aim = plan.aim(key)
        self._written.add(key)
        self._told.append(key)
        yield ""
        yield f"<{plan.link_title(key)}>"
        if aim:
            yield f"{_INDENT}{aim}"
        yield from self._relations(key, 1)
        yield ""
        number = 0
        for number, premise in enumerate(plan.premises(key), start=1):
            is_new = premise not in self._defined
            yield f"({number}) {self._claim(premise)}"
            if is_new:
                yield from self._relations(premise, 1)
        yield f"-- {plan.rule(key)}".rstrip()
        said = self._step(key, **plan.place(key))
        yield one_line({STEP: said, link.stance: link.target} if aim else {STEP: said})
        yield "--"
        yield f"({number + 1}) {plan.conclusion(key) if aim else self._claim(link.target)}"
