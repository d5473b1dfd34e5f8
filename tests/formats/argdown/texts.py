"""Random Argdown texts: most of them sound, some of them broken, all of them awkward."""

from collections.abc import Iterator
from random import Random
from typing import Final

__all__ = ["random_soup", "random_text"]

_TITLES: Final = ("A", "B", "C", "D 1", "E-e", "Ünï", "x:y", "it's", "T.", "1", "A, b", "(q)")
_WORDS: Final = (
    "word", "it rains", "Ça va", "e.g. this", "3.5 km", "a, b; c", "yes!", "(no)", "why?", "1 < 2",
    "a - b", "x / y", "50 %", "http:\\//a.b", "z.B. so", ":star: bright", ".A. x", "a:b", "it's",
    "“quote”", "a\\*b", "\\#no", "\\[x\\]", "tail ", "a  b", "a\tb", "=", "+ plus", "> more", "} x",
    "a..b", "... so", "é.", ": then", "_ alone", "* alone", "@ home", "\\  two", "= ==", "🙂 ok",
)  # fmt: skip
_MARKED: Final = (
    "**bold**", "__bold__ ", "*it*", "_it_ ", "***both***", "**a _b_ c** d", "*a, b*.", "#tag",
    "#(two words) ", "#t-2 ", "[link](http://x.y)", "[a b](c d) ", "@[A] ", "@<B>", "// note\n",
    "/* c */", "<!-- [x] -->", "/* a\nb */ ", "#Ü ", "**a\nb**",
)  # fmt: skip
_BROKEN: Final = (
    "*open",
    "[A]",
    "<B>",
    "**x",
    "_y ",
    "{a: 1",
    "[",
    "<",
    "(1) x",
    "snake_case",
    "*",
)
_DATA: Final = (
    "{a: 1}", "{source: survey-2024}", "{b: [1, 2], c: {d: e}}", "{isInMap: false}",
    "{isInMap: true}", "{\n  a: 2\n  b: x\n}", "{isInGroup: true}", "{isCanonical: true}",
    "{tags: [x, y]}",
    "{q: 'it''s'}", '{u: "a } b"}', "{}",
)  # fmt: skip
_SIGNS: Final = ("+", "-", "+", "-", "_", "><", "+>", "->", "_>", "<+", "<-", "<_")
_FRONTS: Final = (
    "===\ntitle: T\n===\n\n", "====\nmodel:\n  mode: strict\n====\n\n", "===\n===\n\n",
    "===\nmodel: {removeTagsFromText: true}\n===\n\n",
    "===\nselection:\n  excludeDisconnected: false\n===\n\n",
    "===\nselection: {statementSelectionMode: all}\n===\n\n",
    "===\nselection: {statementSelectionMode: with-relations}\n===\n\n",
    "===\nmodel: {mode: strict}\nselection: {statementSelectionMode: top-level}\n===\n\n",
)  # fmt: skip


def random_text(seed: int) -> str:
    """Returns a text that follows the grammar, but for a few in which something is broken."""
    rng = Random(seed)  # noqa: S311  (no secret)
    text = rng.choice(_FRONTS) if rng.random() < 0.3 else ""
    text += _gap(rng).join(_block(rng) for _ in range(rng.randint(1, 6)))
    text += rng.choice(("", "", "\n", "\n\n", "\n  \n", " "))
    if rng.random() < 0.1:
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice((*_BROKEN, *_SIGNS, "\n", "\n\n", " ", "--")) + text[at:]
    return text.replace("\n", "\r\n") if rng.random() < 0.05 else text


def random_soup(seed: int) -> str:
    """Returns pieces of Argdown in any order."""
    rng = Random(seed)  # noqa: S311  (no secret)
    pieces = (*_WORDS, *_MARKED, *_BROKEN, *_DATA, *_SIGNS, "\n", "\n", "\n", "\n\n", " ", "  ",
              "\t", "[A]: ", "<B>: ", "[A]", "<B>", "(1) ", "(2) ", "--\n", "----\n", "# ", "* ",
              "1. ", "==", "===", "'", "\\", "-", ",", ".", ":", "}", "]", ">", ")")  # fmt: skip
    return "".join(rng.choice(pieces) for _ in range(rng.randint(1, 14)))


def _gap(rng: Random) -> str:
    return rng.choice(
        ("\n\n", "\n\n", "\n\n\n", "\n  \n", "\n\n// note\n\n", "\n\n/* c */\n", " \n\n")
    )


def _block(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.15:
        return "#" * rng.randint(1, 3) + " " + _content(rng) + _data(rng)
    if kind < 0.35:
        return _structure(rng)
    if kind < 0.42:
        mark = rng.choice(("*", "1."))
        return "\n".join(f"{mark} {_head(rng)}" for _ in range(rng.randint(1, 3)))
    lines = [_head(rng), *_relations(rng, rng.choice((0, 1, 1, 2, 3)))]
    return "\n".join(lines)


def _structure(rng: Random) -> str:
    lines = []
    if rng.random() < 0.7:
        title = rng.choice(_TITLES)
        lines += [f"<{title}>" if rng.random() < 0.5 else f"<{title}>: {_content(rng)}"]
        lines += _relations(rng, rng.choice((0, 0, 1)))
        lines += [""]
    number = 1
    for _ in range(rng.choice((1, 1, 2, 3))):
        for _ in range(rng.choice((0, 1, 1, 2)) if number > 1 else rng.choice((1, 2))):
            lines += [f"({number}) {_statement(rng)}", *_relations(rng, rng.choice((0, 0, 1)))]
            number += 1
        lines += _inference(rng)
        lines += [f"({number}) {_statement(rng)}", *_relations(rng, rng.choice((0, 0, 1)))]
        number += 1
    return "\n".join(lines)


def _inference(rng: Random) -> Iterator[str]:
    yield rng.choice((
        "----", "----", "-- modus ponens --", "--\nrule, other rule {uses: [1, 2]}\n--", "-----",
        "--\n{uses: [1]}\n--", "-- r {a: b} ----", "--\nr\n--",
    ))  # fmt: skip
    if rng.random() < 0.2:
        yield f"  _ {_head(rng)}"


def _relations(rng: Random, levels: int, indent: str = "") -> Iterator[str]:
    if not levels:
        return
    step = rng.choice(("  ", "    ", " ", "\t"))
    for _ in range(rng.randint(1, 3)):
        inner = indent + step
        sign = rng.choice(_SIGNS)
        head = _statement(rng) if sign == "><" else _head(rng)
        yield f"{inner}{sign} {head}"
        if rng.random() < 0.5:
            yield from _relations(rng, levels - 1, inner)
        if rng.random() < 0.05:
            step += " "


def _head(rng: Random) -> str:
    if rng.random() < 0.5:
        return _statement(rng)
    title = rng.choice(_TITLES)
    if rng.random() < 0.5:
        return f"<{title}>" + rng.choice(("", "", " #t", " #(a b) #c")) + _data(rng)
    return f"<{title}>: {_content(rng)}{_data(rng)}"


def _statement(rng: Random) -> str:
    title = rng.choice(_TITLES)
    kind = rng.random()
    if kind < 0.3:
        return f"[{title}]" + rng.choice(("", "", "", " #t", " #(a b) #c")) + _data(rng)
    if kind < 0.7:
        return f"[{title}]: {_content(rng)}{_data(rng)}"
    return f"{_content(rng)}{_data(rng)}"


def _content(rng: Random) -> str:
    pieces = [rng.choice(_WORDS) for _ in range(rng.randint(1, 3))]
    while rng.random() < 0.3:
        pieces.insert(rng.randrange(len(pieces) + 1), rng.choice(_MARKED))
    if rng.random() < 0.02:
        pieces.append(rng.choice(_BROKEN))
    text = pieces[0]
    for piece in pieces[1:]:
        gap = rng.choice((" ", " ", " ", "\n  ", "\n")) if piece[0].isalpha() else " "
        text += gap + piece
    return text


def _data(rng: Random) -> str:
    if rng.random() < 0.85:
        return ""
    return rng.choice((" ", "\n", "\n  ")) + rng.choice(_DATA)
