"""The YAML of Carneades as a debate."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Stance
from debatemap.core.text import clean
from debatemap.formats.argument.foreign_fields import (
    KEPT,
    as_id,
    cleaned,
    expect,
    kept,
    part_of,
    text_of_field,
)
from debatemap.formats.argument.theses import theses_of
from debatemap.formats.assembly import Assembly
from debatemap.formats.carneades.terms import applied_to, complement_of, words_of
from debatemap.formats.format import Imported, Progress
from debatemap.formats.text_input import text_of
from debatemap.formats.yaml_input import yaml_of

__all__ = ["ASSUMED", "KEEP_AS", "read_carneades"]

KEEP_AS: Final = "x-carneades"
"""The field of a map that keeps the parts of a file that it does not hold."""
ASSUMED: Final = "assumed"
"""The tag of claims that are taken to be true."""
_OF_STATEMENTS: Final = {"text", "assumed", "meta"}
_OF_ARGUMENTS: Final = {"conclusion", "premises", "undercutter", "meta", "id"}
_OF_META: Final = {"note", "tags", "author", "created", "id"}
_PARTS: Final = ("statements", "arguments", "assumptions")
_SHOWN: Final = {
    "issues": "issues", "argument_schemes": "argument schemes", "issue_schemes": "issue schemes",
    "tests": "tests",
}  # fmt: skip


def read_carneades(data: bytes, name: str, progress: Progress) -> Imported:
    """Returns the debate of a file.

    Raises:
        MapError: It is no YAML, or has another shape.
    """
    progress("reading")
    whole = yaml_of(text_of(data, name), name)
    if not isinstance(whole, dict) or not any(part in whole for part in (*_PARTS, *_SHOWN)):
        problem = "expected statements and arguments at the first level, found neither"
        raise MapError(name, problem, advice="The file was not touched.")
    progress("linking")
    return _Reading(whole, name).imported()


class _Reading:
    """The steps from a file to a debate."""

    def __init__(self, whole: dict[str, Any], name: str) -> None:
        self._whole, self._name = whole, name
        self._assembly = Assembly()
        self._statements = expect(whole.get("statements"), dict, "statements", name)
        self._arguments = dict(self._with_ids())
        language = whole.get("language")
        self._language: Mapping[str, Any] = language if isinstance(language, dict) else {}
        self._ids: dict[str, str] = {}
        """The ids of claims by their terms, and of links by those of their arguments."""

    def imported(self) -> Imported:
        """Returns the debate and the report."""
        for term, said in self._statements.items():
            if not self._stands_for_another(term):
                self._add_claim(term, said)
        for key, raw in self._arguments.items():
            self._add_argument(key, raw)
        for key, raw in self._arguments.items():
            self._join(key, raw)
        for term in self._listed("assumptions"):
            self._assume(term)
        return self._finished()

    def _with_ids(self) -> Iterator[tuple[str, dict[str, Any]]]:
        found = self._whole.get("arguments")
        place, kind = "arguments", list if isinstance(found, list) else dict
        found = expect(found, kind, place, self._name)
        pairs = found.items() if isinstance(found, dict) else enumerate(found, start=1)
        for key, raw in pairs:
            if isinstance(raw, dict):
                yield as_id(raw.get("id")) or (key if isinstance(key, str) else f"a{key}"), raw
            else:
                self._assembly.repair("arguments that are no objects", str(key), "left out")

    def _stands_for_another(self, term: str) -> bool:
        """Tells whether a term only says that an argument does not apply, or is an opposite."""
        said = self._statements.get(term)
        text = said.get("text") if isinstance(said, dict) else said
        if isinstance(text, str) and text.strip() not in ("", term):
            return False
        argument = applied_to(term)
        return argument in self._arguments if argument else complement_of(term) in self._statements

    def _add_claim(self, term: str, said: object) -> str:
        raw: dict[str, Any] = said if isinstance(said, dict) else {"text": said}
        meta = part_of(raw, "meta")
        text = text_of_field(raw.get("text")).strip() or clean(words_of(term, self._language))
        extra = kept(raw, _OF_STATEMENTS) | kept(meta, _OF_META)
        found = meta.get("tags")
        tags = [clean(str(each)) for each in found] if isinstance(found, list) else []
        if raw.get("assumed") is True:
            tags.append(ASSUMED)
        claim = Claim(
            text, text_of_field(meta.get("note")), tuple(dict.fromkeys(tags)),
            text_of_field(meta.get("author")), text_of_field(meta.get("created")), extra=extra,
        )  # fmt: skip
        self._ids[term] = self._assembly.add_claim(as_id(meta.get("id")) or term, claim)
        return self._ids[term]

    def _claim(self, term: str) -> str:
        """Returns the id of the claim that a term names; one that is not declared is added."""
        if term in self._ids and self._ids[term] in self._assembly.claims:
            return self._ids[term]
        if term not in self._statements and words_of(term, self._language) == term:
            self._assembly.repair("statements that are not declared", clean(term), "were added")
        return self._add_claim(term, None)

    def _add_argument(self, key: str, raw: Mapping[str, Any]) -> None:
        """Takes in an argument without its ends, so that others can be about it."""
        if not self._premises(raw):
            self._assembly.repair("arguments without a premise", clean(key), "left out")
            return
        conclusion = as_id(raw.get("conclusion"))
        against = self._stands_for_another(conclusion)
        meta = part_of(raw, "meta")
        extra = kept(raw, _OF_ARGUMENTS) | kept(meta, {"id"})
        if isinstance(raw.get("premises"), dict):
            extra[f"{KEPT}roles"] = [clean(str(role)) for role in raw["premises"]]
        stance: Stance = "attacks" if against else "supports"
        wanted = as_id(meta.get("id")) or key
        self._ids[f"argument {key}"] = self._assembly.add_link(wanted, (), stance, "", extra)

    def _premises(self, raw: Mapping[str, Any]) -> list[str]:
        found = raw.get("premises")
        listed = list(found.values()) if isinstance(found, dict) else found
        terms = map(as_id, listed if isinstance(listed, list) else [listed])
        return [term for term in terms if term]

    def _join(self, key: str, raw: Mapping[str, Any]) -> None:
        link = self._ids.get(f"argument {key}")
        if link is None:
            return
        premises = tuple(dict.fromkeys(self._claim(each) for each in self._premises(raw)))
        target = self._target(as_id(raw.get("conclusion")))
        links = self._assembly.links
        links[link] = links[link]._replace(premises=premises, target=target)
        cut = as_id(raw.get("undercutter"))
        if cut and not self._stands_for_another(cut):
            self._assembly.add_link("", [self._claim(cut)], "attacks", link)

    def _target(self, conclusion: str) -> str:
        if not conclusion:
            return ""
        if self._stands_for_another(conclusion):
            argument = applied_to(conclusion)
            if argument:
                return self._ids.get(f"argument {argument}", "")
            return self._claim(complement_of(conclusion))
        return self._claim(conclusion)

    def _listed(self, part: str) -> list[str]:
        found = self._whole.get(part)
        terms = (as_id(each) for each in found) if isinstance(found, list) else ()
        return [term for term in terms if term]

    def _assume(self, term: str) -> None:
        key = self._claim(term)
        claim = self._assembly.claims[key]
        tags = tuple(dict.fromkeys((*claim.tags, ASSUMED)))
        self._assembly.claims[key] = claim._replace(tags=tags)

    def _drop_plain_issues(self) -> None:
        """Takes out the issues between a statement and its opposite alone."""
        issues = part_of(self._whole, "issues")
        for key, issue in list(issues.items()):
            found = issue.get("positions") if isinstance(issue, dict) else None
            terms = list(map(as_id, found)) if isinstance(found, list) and len(issue) == 1 else []
            plain = [term for term in terms if term in self._ids]
            others = [complement_of(term) for term in terms if self._stands_for_another(term)]
            if plain and plain == others and len(terms) == len("p¬"):
                del issues[key]

    def _finished(self) -> Imported:
        whole, assembly = self._whole, self._assembly
        self._drop_plain_issues()
        for part, noun in _SHOWN.items():
            found = whole.get(part)
            for each in found if isinstance(found, (dict, list)) else ():
                place = each.get("id") if isinstance(each, dict) else each
                assembly.lose(noun, clean(str(place)), "are kept in the file and not shown")
        rest = {key: cleaned(each) for key, each in whole.items() if key not in _PARTS and each}
        meta = rest.get("meta")
        title = meta.pop("title", "") if isinstance(meta, dict) else ""
        rest = {key: each for key, each in rest.items() if each}
        stem = clean(self._name.replace("\\", "/").rsplit("/", 1)[-1].partition(".")[0])
        assembly.drop_loose_links()
        debate = assembly.debate(
            text_of_field(title).strip() or stem,
            theses_of(assembly.claims, assembly.links),
            extra={KEEP_AS: rest} if rest else {},
        )
        return assembly.imported(debate)
