"""How soon a key is answered in a long text, beside the same key in the outline."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import orjson

from tests.bench.bench import Bench
from tests.bench.keys import by_turns
from tests.bench.maps import MARKER
from tests.bench.measure import Measure, middle
from tests.bench.terminal import Terminal

__all__ = ["text_keys"]

_PARAGRAPH: Final = (
    "The council wants to end the night ferry in May – “a habit that the town can no longer "
    "afford”. Its report counts the whole crew, although the same crew sails the first morning "
    "run; without that share the loss is smaller. The bus takes fifty minutes instead of twelve."
)
_CHARACTERS: Final = 1_000_000
_QUIET: Final = 0.12
_KEYS: Final[dict[str, Sequence[str]]] = {
    "j and k": "jjkjjkjk",
    "page down and up": ["\x1b[6~", "\x1b[5~"],
}


def text_keys(bench: Bench) -> list[Measure]:
    """Measures keys in a text of 1 MB, and in one of 10 MB in a line, beside the outline."""
    many = _CHARACTERS // len(_PARAGRAPH)
    pieces = [f"{number}. {_PARAGRAPH}" for number in range(10 * many)]
    with (
        _opened(bench, "long", "\n\n".join(pieces[:many])) as long,
        _opened(bench, "line", " ".join(pieces)) as line,
        bench.program(bench.sizes.card) as outline,
    ):
        for terminal, share in ((long, "5 % mapped"), (line, "1 % mapped")):
            # Until all quotes are found.
            terminal.press_for("%x", share)
            terminal.settle(_QUIET)
        found = {
            name: [
                middle(paint.shown for paint in paints)
                for paints in by_turns([long, line, outline], pressed, bench.sizes.keys)
            ]
            for name, pressed in _KEYS.items()
        }
    measures = []
    for name, (in_long, in_line, in_outline) in found.items():
        for what, took in (("a text of 1 MB", in_long), ("10 MB in a line", in_line)):
            note = f"{took:.1f} ms; {in_outline:.1f} ms in the outline"
            limit = 1.3 if name == "j and k" else None
            measures.append(
                Measure(f"a key in {what}: {name}", limit, took / in_outline, "×", note)
            )
    return measures


@contextmanager
def _opened(bench: Bench, name: str, text: str) -> Iterator[Terminal]:
    """Runs the program on a map of which a source has a text, and claims quote it."""
    path = _write(bench.map(bench.sizes.card), name, text)
    with bench.start("-m", "debatemap", str(path)) as terminal:
        terminal.wait_for(MARKER)
        terminal.settle()
        yield terminal


def _write(plain: Path, name: str, text: str) -> Path:
    raw = orjson.loads(plain.read_bytes())
    raw["sources"] = {"essay": {"title": "Essay", "text": {"file": f"{name}.txt"}}}
    for number, claim in enumerate([*raw["claims"].values()][:200]):
        quote = f"{number * 7}. {_PARAGRAPH}"
        claim["sources"] = [{"ref": "essay", "quote": quote}]
    path = plain.with_name(f"{name}.json")
    path.with_suffix(".txt").write_text(text, encoding="utf-8")
    path.write_bytes(orjson.dumps(raw, option=orjson.OPT_INDENT_2))
    return path
