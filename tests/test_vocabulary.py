"""Plain words: code and documents name things as the field does, and not by metaphors."""

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
METAPHORS: Final = ("house", "door", "doors", "desk", "currency", "draught", "draughts", "stranger")
RENAMED: Final = {
    "slot": "index",
    "wire": "edge",
    "rewire": "connect",
    "reckon": "evaluate",
    "ring": "cycle",
    "knot": "cycle, component",
    "outset": "baseline",
}
"""Words that stood for a term of the field, and the term: a graph has edges and cycles."""
ENDINGS: Final = "s|d|ed|er|ers|ing|ings"
AS_IDENTIFIER: Final = ("onto",)
"""A preposition that named lists of targets. In a sentence it is plain English."""
ALLOWED: Final = ("slots", "__slots__")
"""Identifiers of Python's own."""
RIDDLES: Final = ("apart", "doomed", "held", "lets", "said", "spoken", "told")
"""Verb forms that do not say what a function returns or does."""
LONGEST: Final = 400
"""Lines of a file of the package."""
PARTS: Final = ("__init__", "format", "reader", "writer")
"""Modules that each package or each format has one of."""
SAME: Final = (
    *("add", "citing", "crux", "details", "extra_tables", "joined_words", "judge", "labels"),
    *("legend", "people", "prose", "quotes", "rating_fingerprints", "replay", "schema"),
    *("set_field", "source_text", "split_off", "theses", "verdict", "view_state", "what_if"),
)
"""Modules of several layers that are about the same thing: an edit and its command, a verdict and
how it is told, the view of an outline and how it is kept."""


def _sources() -> list[Path]:
    found = [*(ROOT / "debatemap").rglob("*.py"), *(ROOT / "debatemap").rglob("*.md")]
    found += [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tests").rglob("*.md")]
    return [*found, *ROOT.glob("*.md")]


def test_nothing_is_named_by_a_metaphor() -> None:
    words = re.compile(rf"(?<![a-z])({'|'.join(METAPHORS)})(?![a-z])", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in _sources()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if words.search(line)
    ]
    assert not found, "\n".join(found)


def _stems(words: tuple[str, ...]) -> str:
    """Returns a pattern of words in any form: `wire`, `wires`, `wired`, `wiring`."""
    forms = (f"{word.removesuffix('e')}e?" if word.endswith("e") else word for word in words)
    return rf"(?:{'|'.join(forms)})(?:{ENDINGS})?"


_PROSE: Final = re.compile(rf"\b{_stems(tuple(RENAMED))}\b", re.IGNORECASE)
_PART: Final = re.compile(_stems((*RENAMED, *AS_IDENTIFIER)), re.IGNORECASE)

_BEGINNING: Final = re.compile(
    rf"(?<![a-z]){_stems((*RENAMED, *AS_IDENTIFIER))}|"
    rf"{_stems(tuple(word.capitalize() for word in (*RENAMED, *AS_IDENTIFIER)))}"
)
"""What a file has somewhere in it in which one of the words stands, quick to look for."""


def _is_renamed(identifier: str) -> bool:
    """Tells whether a part of an identifier is a word that was renamed.

    The name of a test is a sentence, in which a preposition is one.
    """
    if identifier in ALLOWED:
        return False
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", identifier)
    if identifier.startswith("test_"):
        parts = [part for part in parts if part not in AS_IDENTIFIER]
    return any(_PART.fullmatch(part) for part in parts)


def _old_words(source: str) -> Iterator[tuple[int, str]]:
    """Yields line and word of what was renamed in identifiers, comments and docstrings."""
    if not _BEGINNING.search(source):
        return
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME and _is_renamed(token.string):
            yield token.start[0], token.string
        elif token.type == tokenize.COMMENT:
            yield from ((token.start[0], found) for found in _PROSE.findall(token.string))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            words = _PROSE.findall(str(node.value.value))
            yield from ((node.lineno, found) for found in words)


def test_what_was_renamed_to_a_term_of_the_field_does_not_come_back() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {word}"
        for path in _sources()
        if path.suffix == ".py" and path != Path(__file__)
        for number, word in _old_words(path.read_text(encoding="utf-8"))
    ]
    found += [
        f"{path.relative_to(ROOT)}: {word}"
        for path in _sources()
        if path.suffix == ".md"
        for word in _PROSE.findall(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("slot = 1", ["slot"]),
        ("wired_to(onto=2)", ["wired_to", "onto"]),
        ("class RingOf: pass", ["RingOf"]),
        ("def reckon() -> None:\n    'Rewires a knot.'", ["reckon", "Rewires", "knot"]),
        ("x.onto.append(3)  # the rings", ["onto", "rings"]),
        ("class A:\n    __slots__ = ()", []),
        ("@dataclass(slots=True)\nclass String: pass", []),
        ("def test_a_paste_onto_a_map(): pass", []),
        ("bring(during, 'a ring')  # onto the map", []),
    ],
)
def test_each_form_of_a_renamed_word_is_seen(source: str, words: list[str]) -> None:
    assert [word for _, word in _old_words(source)] == words


def test_functions_are_not_named_by_a_bare_verb_form() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"
        for path in (ROOT / "debatemap").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.strip("_") in RIDDLES
    ]
    assert not found, "\n".join(found)


def test_no_file_of_the_package_is_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "debatemap").rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_no_two_modules_share_a_name_unless_they_are_about_the_same_thing() -> None:
    names = Counter(path.stem for path in (ROOT / "debatemap").rglob("*.py"))
    shared = {name for name, modules in names.items() if modules > 1}
    assert shared - {*PARTS, *SAME} == set()
    assert shared == {*PARTS, *SAME}, "a name is listed that no two modules share any more"
