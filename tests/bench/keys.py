"""How soon a key is answered, with many rows shown and with few."""

from collections.abc import Sequence
from time import perf_counter
from typing import Final

from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle
from tests.bench.terminal import Paint, Terminal

__all__ = [
    "by_turns",
    "card_keys",
    "held_key",
    "key_times",
    "keys",
    "overview_keys",
    "picture_keys",
    "read_keys",
    "table_keys",
]

_DOWN: Final = "\x1b[B"
_PAGE_UP: Final = "\x1b[5~"
_PAGE_DOWN: Final = "\x1b[6~"
_DOWN_TO_A_LEAF: Final = 16
"""Rows from the top to a branch with little beneath it, above nearly everything else."""

_PATIENCE: Final = 0.12
"""Seconds of quiet after which the details have followed the cursor, too."""

_TRIED: Final[dict[str, Sequence[str]]] = {
    "j and k": "jjkjjkjk",
    "fold and unfold a branch": " ",
    "page down and up": [_PAGE_DOWN, _PAGE_UP],
}


def keys(bench: Bench) -> list[Measure]:
    """Measures a key at all rows of a large map and of a small one, in turns."""
    sizes = bench.sizes
    with bench.program(sizes.large) as large, bench.program(sizes.small) as small:
        found = {
            name: key_times([large, small], pressed, sizes.keys) for name, pressed in _TRIED.items()
        }
    measures = []
    for name, (at_large, at_small) in found.items():
        many, few = (middle(p.shown for p in paints) for paints in (at_large, at_small))
        settled = middle(paint.settled for paint in at_large)
        named = name == "j and k"
        what = f"a key at {sizes.large:,} rows: {name}"
        note = f"key to first frame; {settled:.1f} ms until it is silent"
        measures.append(Measure(what, 8.0 if named else None, many, "ms", note))
        against = f"{few:.1f} ms at {sizes.small:,} rows"
        measures.append(Measure("", 1.3 if named else None, many / few, "×", against))
    return measures


def key_times(
    terminals: Sequence[Terminal], pressed: Sequence[str], times: int
) -> list[list[Paint]]:
    """Presses keys in some terminals by turns, each after the last one's paint has settled."""
    for terminal in terminals:
        terminal.press("gg")
        for _ in range(_DOWN_TO_A_LEAF):
            terminal.press("j")
        terminal.press("h")
        terminal.settle(_PATIENCE)
    return by_turns(terminals, pressed, times)


def table_keys(bench: Bench) -> list[Measure]:
    """Measures a key in the table of all claims beside one in the outline, all of it unfolded."""
    sizes = bench.sizes
    with bench.program(sizes.large) as table, bench.program(sizes.large) as outline:
        table.press_for("%t", "as a table")
        for terminal in (table, outline):
            terminal.settle(_PATIENCE)
        found = by_turns([table, outline], _TRIED["j and k"], sizes.keys)
    in_table, in_outline = (middle(paint.shown for paint in paints) for paints in found)
    what = f"a key at {sizes.large:,} rows of the table: j and k"
    against = f"{in_table:.1f} ms; {in_outline:.1f} ms in the outline"
    return [Measure(what, 1.3, in_table / in_outline, "×", against)]


def card_keys(bench: Bench) -> list[Measure]:
    """Measures keys on the card beside keys in the outline, and on a card of very many replies."""
    count, many = bench.sizes.card, bench.sizes.replies
    with (
        bench.program(count) as card,
        bench.program(count) as outline,
        bench.program(many, "wide", unfolded=False) as crowded,
    ):
        for terminal in (card, crowded):
            terminal.press_for("F", "against ")
        for terminal in (card, crowded, outline):
            terminal.settle(_PATIENCE)
        along = _middles([card, outline, crowded], _TRIED["j and k"], bench.sizes.keys)
        for terminal in (card, outline):
            terminal.press("gg")
            terminal.press("j")
            terminal.settle(_PATIENCE)
        across = _middles([card, outline], ["\r", "\x7f"], bench.sizes.keys)
    what = f"a key at {count:,} claims on the card"
    return [
        Measure(f"{what}: j and k", 1.1, along[0] / along[1], "×", _beside(along)),
        Measure(f"{what}: in and out", 1.1, across[0] / across[1], "×", _beside(across)),
        Measure(
            f"a key on the card of a claim with {many - 1:,} replies: j and k",
            1.1,
            along[2] / along[1],
            "×",
            f"{along[2]:.1f} ms; {along[1]:.1f} ms in the outline of {count:,} claims",
        ),
    ]


def overview_keys(bench: Bench) -> list[Measure]:
    """Measures keys beside the overview of a large map, and without it."""
    sizes = bench.sizes
    with bench.program(sizes.large) as shown, bench.program(sizes.large) as hidden:
        hidden.press_for("%o", "overview is off")
        for terminal in (shown, hidden):
            terminal.settle(_PATIENCE)
        found = [
            _middles([shown, hidden], pressed, sizes.keys)
            for pressed in (_TRIED["j and k"], _TRIED["page down and up"])
        ]
    measures = []
    for name, (beside, without) in zip(("j and k", "page down and up"), found, strict=True):
        what = f"a key at {sizes.large:,} rows beside the overview: {name}"
        note = f"{beside:.1f} ms; {without:.1f} ms without"
        measures.append(Measure(what, 1.1, beside / without, "×", note))
    return measures


def read_keys(bench: Bench) -> list[Measure]:
    """Measures a key in the prose of a map beside one in its outline, all of it unfolded."""
    count = bench.sizes.card
    with bench.program(count) as prose, bench.program(count) as outline:
        prose.press_for("%r", "1.1")
        for terminal in (prose, outline):
            terminal.settle(_PATIENCE)
        along = _middles([prose, outline], _TRIED["j and k"], bench.sizes.keys)
    what = f"a key at {count:,} claims of prose: j and k"
    return [Measure(what, 1.3, along[0] / along[1], "×", _beside(along))]


def picture_keys(bench: Bench) -> list[Measure]:
    """Measures keys in the picture of a whole map beside keys in the outline."""
    count = bench.sizes.card
    with bench.program(count) as picture, bench.program(count) as outline:
        picture.press_for("%g", "as a picture")
        for terminal in (picture, outline):
            terminal.settle(_PATIENCE)
        picture.press("zo")
        picture.settle(_PATIENCE)
        for keys, said in (("%-%-%-%-", "as far as it gets"), ("%+", "A line for each claim")):
            picture.press_for(keys, said)
            picture.settle(_PATIENCE)
        # Beside a thesis stand the claims that have no place, far apart.
        picture.press("l")
        picture.settle(_PATIENCE)
        along = _middles([picture, outline], _TRIED["j and k"], bench.sizes.keys)
    what = f"a key at {count:,} claims in the picture: j and k"
    return [Measure(what, 1.1, along[0] / along[1], "×", _beside(along))]


def _middles(terminals: Sequence[Terminal], pressed: Sequence[str], times: int) -> list[float]:
    found = by_turns(terminals, pressed, times)
    return [middle(paint.shown for paint in paints) for paints in found]


def _beside(times: Sequence[float]) -> str:
    return f"{times[0]:.1f} ms; {times[1]:.1f} ms in the outline"


def by_turns(
    terminals: Sequence[Terminal], pressed: Sequence[str], times: int
) -> list[list[Paint]]:
    """Presses keys in some terminals by turns, and returns what each of them drew."""
    found: list[list[Paint]] = [[] for _ in terminals]
    for count in range(times):
        for terminal, paints in zip(terminals, found, strict=True):
            paints.append(terminal.press(pressed[count % len(pressed)]))
            terminal.settle(_PATIENCE)
    return found


def held_key(bench: Bench) -> list[Measure]:
    """Measures how long the screen goes on moving after a held key is let go."""
    sizes = bench.sizes
    with bench.program(sizes.large) as terminal:
        tails = [_tail(terminal, sizes.seconds) for _ in range(3)]
    note = f"{sizes.large:,} rows, key to the last frame before the details follow"
    what = f"held ↓ at 30 Hz for {sizes.seconds:g} s: the tail"
    return [Measure(what, 30.0, middle(tails), "ms", note)]


def _tail(terminal: Terminal, seconds: float) -> float:
    """Holds ↓ and returns the milliseconds from the last key to the end of its frames."""
    start = perf_counter()
    for count in range(round(seconds * 30)):
        while (left := start + count / 30 - perf_counter()) > 0:
            terminal.read(left)
        last = terminal.write(_DOWN)
    terminal.read(2)
    end = perf_counter()
    while terminal.read(0.04):
        end = perf_counter()
    terminal.settle(_PATIENCE)
    return (end - last) * 1000
