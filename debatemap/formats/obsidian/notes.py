"""The notes of a map: what stands in each, as Markdown behind properties in YAML."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.fields import plain_values, short_values
from debatemap.core.model import Citation, Claim, Source
from debatemap.core.queries import places, theses, unplaced
from debatemap.core.reading_order import adrift
from debatemap.core.text import SafeText, safe_line
from debatemap.formats.drawn_steps import DrawnStep
from debatemap.formats.format import Verdicts
from debatemap.formats.literal_markdown import literal_line, literal_lines, literal_link
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.remarks import Remarks

__all__ = ["Notes", "tag_word"]

_NO_TAG: Final = re.compile(r"[^\w/-]+")
_STEPS: Final = {
    "pro": "Pro", "con": "Con", "backing": "Backing of the step from",
    "undercut": "Undercut of the step from",
}  # fmt: skip


class Notes:
    """Writes the notes of a debate.

    Args:
        debate: The debate.
        steps: The steps that both ends are there of.
        names: The name of each claim's note.
        verdicts: Strengths and verdicts, where they are to be told.
    """

    def __init__(
        self,
        debate: Debate,
        steps: Sequence[DrawnStep],
        names: Mapping[str, str],
        verdicts: Verdicts | None,
    ) -> None:
        self._debate, self._names, self._verdicts = debate, names, verdicts
        self._ratings = Remarks(debate).ratings
        self._steps = {step.link: step for step in steps}
        self._from: dict[str, list[DrawnStep]] = {}
        for step in steps:
            for premise in step.premises:
                self._from.setdefault(premise, []).append(step)

    def of_map(self) -> Iterator[str]:
        """Yields the lines of the note of the whole map."""
        debate, header = self._debate, self._debate.header
        yield from _properties({"debatemap": header.id})
        yield f"# {literal_line(header.title) or 'A debate'}"
        if header.question:
            yield from ("", f"*{literal_line(header.question)}*")
        if self._verdicts is not None and self._verdicts.basis:
            yield from ("", literal_line(self._verdicts.basis))
        for heading, claims in (
            ("Theses", theses(debate)),
            ("Not placed yet", unplaced(debate)),
            ("In a cycle that no thesis leads to", adrift(debate)),
        ):
            yield from _section(
                heading, [f"{self._link(key)}{self._verdict(key)}" for key in claims]
            )
        sources = [_source(source) for source in debate.sources.values()]
        yield from _section("Sources", [words or "A source without a name" for words in sources])

    def of_claim(self, key: str) -> Iterator[str]:
        """Yields the lines of the note of a claim."""
        claim = self._debate.claims[key]
        yield from _properties(self._claim_properties(key, claim))
        yield from literal_lines(claim.text)
        if said := self._verdict(key):
            yield from ("", f"Verdict: {said.removeprefix(' – ')}")
        if claim.note:
            yield from ("", "## Note", "")
            yield from literal_lines(claim.note)
        for field, value in plain_values(claim):
            yield from ("", f"## {field.label.capitalize()}", "")
            yield from literal_lines(value)
        yield from _section("Arguments", self._arguments(key))
        yield from _section("Stands beneath", self._above(key))
        if claim.sources:
            yield from ("", "## Sources")
            for citation in claim.sources:
                yield from self._cited(citation)

    def _claim_properties(self, key: str, claim: Claim) -> dict[str, object]:
        kind = "thesis" if self._debate.is_thesis(key) else "claim"
        strengths = self._verdicts.strengths if self._verdicts is not None else {}
        ratings = [f"{each.value:g} by {each.person}" for each in self._ratings.get(key, ())]
        found: dict[str, object] = {
            "id": key,
            "kind": kind if places(self._debate, key) else "unplaced",
            "aliases": [claim.text] if claim.text.strip() else [],
            "tags": list(dict.fromkeys(filter(None, map(tag_word, claim.tags)))),
            "author": claim.by,
            "created": claim.created,
            "ratings": ratings,
            "strength": round(100 * strengths[key]) if key in strengths else "",
        }
        return {name: value for name, value in found.items() if value not in ("", [])}

    def _arguments(self, key: str) -> list[str]:
        """Returns the steps to a claim, each followed by what is said of it."""
        lines = []
        waiting = [*reversed(self._debate.links_into(key))]
        seen = set[str]()
        while waiting:
            link = waiting.pop()
            step = self._steps.get(link)
            if step is None or link in seen:
                continue
            seen.add(link)
            lines.append(f"{self._word(step)}: {self._premises(step)}{self._rated(link)}")
            waiting += reversed(self._debate.links_into(link))
        return lines

    def _above(self, key: str) -> list[str]:
        return [
            f"{self._word_above(step)}{self._rated(step.link)}" for step in self._from.get(key, ())
        ]

    def _word(self, step: DrawnStep) -> str:
        together = ", only together" if len(step.premises) > 1 else ""
        target = self._steps.get(step.target)
        about = f" {self._premises(target)}" if target is not None else ""
        return f"{_STEPS[step.word]}{about}{together}"

    def _word_above(self, step: DrawnStep) -> str:
        target = self._steps.get(step.target)
        if target is None:
            word = "Pro of" if step.word == "pro" else "Con of"
            return f"{word} {self._link(step.target)}"
        return f"{self._word(step)} to {self._end(target)}"

    def _end(self, step: DrawnStep) -> str:
        above = self._steps.get(step.target)
        return (
            self._link(step.target) if above is None else f"the step from {self._premises(above)}"
        )

    def _premises(self, step: DrawnStep) -> str:
        return " and ".join(map(self._link, step.premises))

    def _link(self, key: str) -> str:
        return f"[[{self._names[key]}]]"

    def _verdict(self, key: str) -> str:
        words = self._verdicts.sentences.get(key) if self._verdicts is not None else None
        return f" – {literal_line(words)}" if words else ""

    def _rated(self, link: str) -> str:
        found = self._ratings.get(link)
        return f" (step rated {literal_line(', '.join(r.words for r in found))})" if found else ""

    def _cited(self, citation: Citation) -> Iterator[str]:
        source = self._debate.sources.get(citation.ref)
        words = _source(source) if source else f"a missing source, {literal_line(citation.ref)}"
        where = [literal_line(each) for each in short_values(citation)]
        yield ""
        for line in literal_lines(citation.quote) if citation.quote else ():
            yield f"> {line}"
        if citation.quote:
            yield ">"
        yield f"> — {', '.join([words or 'A source without a name', *where])}"


def _properties(found: Mapping[str, object]) -> Iterator[str]:
    """Yields properties in YAML, of which strings of JSON are a part."""
    yield "---"
    for name, value in found.items():
        yield f"{name}: {json.dumps(_shown(value), ensure_ascii=False)}"
    yield from ("---", "")


def _shown(value: object) -> object:
    if isinstance(value, list):
        return [_shown(each) for each in value]
    return without_noncharacters(safe_line(value)) if isinstance(value, str) else value


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {heading}", "")
        yield from (f"- {line}" for line in lines)


def _source(source: Source) -> str:
    parts = [literal_line(each) for each in (source.author, source.title, source.date) if each]
    return ", ".join([*parts, *([literal_link(source.url)] if source.url else [])])


def tag_word(tag: str) -> SafeText:
    """Returns a tag as Obsidian has them: one word, not of digits alone.

    Examples:
        >>> tag_word("public law"), tag_word("2024")
        ('public-law', '_2024')
    """
    word = _NO_TAG.sub("-", safe_line(tag)).strip("-")
    return SafeText(f"_{word}" if word.isdigit() else word)
