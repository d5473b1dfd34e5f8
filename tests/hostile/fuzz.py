"""Feeds the loader and what makes text safe with what nobody wrote by hand.

`python -m tests.hostile.fuzz --seconds 600` goes on for that long and prints what came of it.
Maps are spoilt at random, in their bytes and in their structure; what is read must be written
and read again the same, what is refused must be refused in a sentence, and nothing else may
happen. With `--atheris`, which needs that package, inputs follow the code that they reach.
"""

import argparse
import importlib
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Final

import orjson

from debatemap.core import text
from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump, parse
from debatemap.store.locations import samples
from tests.hostile.payloads import PAYLOADS
from tests.strategies import AWKWARD_TEXTS
from tests.tui.hostile import FLAGS, UNSAFE

__all__ = ["load_any", "pass_any_text", "run", "spoilt_bytes", "spoilt_shape"]

_ATOMS: Final[tuple[Any, ...]] = (
    None, True, False, 0, 1, -1, 1.5, 2**63, -(2**63), 2**64, 10**30, "", "a", "supports", [], {},
    "debatemap", "\x1b[2J", "\u202e", "x" * 65, [[]], {"": {}}, {"to": "a", "stance": "attacks"},
)  # fmt: skip
_TOKENS: Final = (
    b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u0000", b"\\ud800", b"null", b"NaN",
    b"1e999", b"-", b"0", b"9" * 30, b"\x00", b"\xff", b"\xc2\x9b", b"\xef\xbb\xbf", b"\n",
    b"[" * 70, b"<<<<<<< a\n",
)  # fmt: skip
_SMALL: Final = 6_000


def load_any(data: bytes) -> str:
    """Loads some bytes, and returns what came of it in a word or two.

    Raises:
        AssertionError: A map was read that cannot be written and read again, or an error was no
            sentence.
    """
    try:
        debate = parse(data, "fuzz.json").debate
    except MapError as error:
        _judge(error)
        return "refused"
    written = dump(debate)
    assert dump(parse(written).debate) == written
    return "read"


def _judge(refusal: MapError) -> None:
    """Asserts that a refusal is a sentence that may be printed."""
    words = str(refusal)
    assert words.startswith("fuzz.json")
    assert refusal.problem
    assert refusal.advice
    assert len(words) < 1_500, words
    assert not UNSAFE.search(FLAGS.sub("", words)), ascii(words)


def pass_any_text(given: str) -> str:
    """Makes a text safe; what comes out is safe, and comes out of it again the same.

    Raises:
        AssertionError: It is not.
    """
    shown = text.safe(given)
    assert UNSAFE.search(FLAGS.sub("", shown).replace("\n", "")) is None, ascii(shown)
    assert text.safe(shown) == shown
    assert "\n" not in text.safe_line(given)
    entered = text.clean(given)
    assert text.clean(entered) == entered
    # How wide a letter is hangs on its neighbours, so that a line may be some cells longer.
    assert text.width(text.excerpt(given, 20)) <= 2 * 20, ascii(given)
    lines = text.wrap(given[:2_000], 10)
    assert text.count_lines(given[:2_000], 10) == len(lines)
    assert all(text.width(line) <= 2 * 10 for line in lines), ascii(given)
    return "as it was" if shown == given else "made safe"


def spoilt_bytes(chance: random.Random, data: bytes) -> bytes:
    """Returns bytes with a few places spoilt."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(spoilt) + 1)
        upto = min(len(spoilt), at + chance.choice((0, 0, 1, 2, 10, 200)))
        kind = chance.randrange(5)
        if kind == 0:
            spoilt[at:upto] = b""
        elif kind == 1:
            spoilt[at:upto] = chance.choice(_TOKENS)
        elif kind == 2:
            spoilt[at:at] = spoilt[at:upto]
        elif kind == 3:
            spoilt[at : at + 1] = bytes([chance.randrange(256)])
        else:
            elsewhere = chance.randrange(len(spoilt) + 1)
            spoilt[at:at] = spoilt[elsewhere : elsewhere + chance.randrange(300)]
    return bytes(spoilt)


def spoilt_shape(chance: random.Random, data: bytes) -> bytes:
    """Returns a map with a few values put in the place of others, moved or doubled."""
    whole = orjson.loads(data)
    for _ in range(chance.randint(1, 4)):
        holder, key = chance.choice(list(_places(whole)))
        kind = chance.randrange(4)
        if kind == 0:
            holder[key] = deepcopy(chance.choice(_ATOMS))
        elif kind == 1:
            del holder[key]
        elif kind == 2:
            _add(chance, holder, deepcopy(chance.choice((*_ATOMS, holder[key]))))
        else:
            _add(chance, holder, chance.choice(PAYLOADS + list(AWKWARD_TEXTS)))
    return json.dumps(whole).encode()


def _add(chance: random.Random, holder: Any, value: object) -> None:  # noqa: ANN401  (any JSON)
    if isinstance(holder, dict):
        holder[
            chance.choice(("x", "links", "to", "with", "sources", "note", "\x1b[2J", "a", ""))
        ] = value
    else:
        holder.append(value)


def _places(whole: object) -> Iterator[tuple[Any, Any]]:
    waiting = [whole]
    while waiting:
        value = waiting.pop()
        keys: Any = (
            value
            if isinstance(value, dict)
            else range(len(value))
            if isinstance(value, list)
            else ()
        )
        for key in list(keys):
            yield value, key
            waiting.append(value[key])  # type: ignore[index]  # it is a mapping or a list


def spoilt_text(chance: random.Random) -> str:
    """Returns a text of pieces that are awkward on purpose."""
    pieces = [chance.choice((*PAYLOADS, *AWKWARD_TEXTS)) for _ in range(chance.randint(0, 4))]
    letters = [chr(_code(chance)) for _ in range(chance.randint(0, 40))]
    both = pieces + letters
    chance.shuffle(both)
    return "".join(both)


def _code(chance: random.Random) -> int:
    ranges = ((0, 0xA0), (0x300, 0x370), (0x600, 0x620), (0x1F1E6, 0x1F200), (0x2000, 0x2070))
    begin, end = chance.choice((*ranges, (0xE0000, 0xE0080), (0xD7F0, 0xE010), (0, 0x110000)))
    return chance.randrange(begin, end)


def seeds() -> list[bytes]:
    """Returns maps to spoil: small ones, since a run is as long as its map."""
    found = [path.read_bytes() for path in samples()]
    return [data for data in found if len(data) < 3 * _SMALL] or found


def run(seconds: float, seed: int = 0) -> Counter[str]:
    """Fuzzes for some time, and returns how often what came of it."""
    chance, maps = random.Random(seed), seeds()  # noqa: S311  (the same inputs every time)
    makers: tuple[Callable[[], str], ...] = (
        lambda: f"spoilt bytes {load_any(spoilt_bytes(chance, chance.choice(maps)))}",
        lambda: f"spoilt structure {load_any(spoilt_shape(chance, chance.choice(maps)))}",
        lambda: f"text {pass_any_text(spoilt_text(chance))}",
        lambda: f"text {pass_any_text(spoilt_text(chance))}",
    )
    counts: Counter[str] = Counter()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state = chance.getstate()
        try:
            counts[chance.choice(makers)()] += 1
        except Exception:
            sys.stderr.write(f"after {counts.total():,} inputs, seed {seed}, {hash(state)}\n")
            raise
    return counts


def _follow_the_code(seconds: float) -> None:
    import atheris  # type: ignore[import-untyped]  # noqa: PLC0415  (it is not everywhere)

    for name in [name for name in sys.modules if name.startswith(("debatemap", "tests."))]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["debatemap"]):
        followed = importlib.import_module("tests.hostile.fuzz")

    def once(data: bytes) -> None:
        followed.load_any(data)
        followed.pass_any_text(data.decode("utf-8", "replace"))

    maps = ",".join(map(str, samples()))
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds:.0f}", f"-seed_inputs={maps}"], once)
    atheris.Fuzz()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--atheris", action="store_true")
    given = options.parse_args()
    if given.atheris:
        _follow_the_code(given.seconds)
    counted = run(given.seconds, given.seed)
    for outcome, count in sorted(counted.items()):
        sys.stdout.write(f"{count:>10,}  {outcome}\n")
    sys.stdout.write(f"{counted.total():>10,}  in all\n")
