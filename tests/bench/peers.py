"""A start and keys beside those of other programs of the terminal that show a tree."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final, NamedTuple

import psutil

from tests.bench.bench import Bench
from tests.bench.maps import MARKER
from tests.bench.measure import Measure, middle
from tests.bench.peer_programs import PEERS, Peer, command, lines_of
from tests.bench.terminal import Terminal

__all__ = ["peers"]

_PATIENCE: Final = 7_200.0
"""Seconds: h-m-m takes minutes over a map of 10,000 claims."""
_LONG: Final = 1_000.0
"""Milliseconds of the processor, from which on a thing is steady, and not measured often."""
_QUIET: Final = 0.3
_ALONG: Final = "jjkjjkjk"
_AT_REST: Final = 15.0
"""Milliseconds of the processor in a second, which a program that waits for a key stays below."""
_ROWS_DOWN: Final = 16
_FOLDS: Final = 4


class _Beside(NamedTuple):
    """What the processor did for a thing in ours and in a peer, in milliseconds, and the clock."""

    ours: float
    theirs: float
    clocks: tuple[float, float] | None = None


class _Keys(NamedTuple):
    """A program that shows a whole tree, and the keys that are pressed in it by turns."""

    terminal: Terminal
    pressed: Sequence[str]


class _Installed(NamedTuple):
    """A peer that is here, and the text of a file that it can show."""

    peer: Peer
    words: Sequence[str]
    written: str

    @contextmanager
    def start(self, folder: Path) -> Iterator[Terminal]:
        """Starts it on its own file, without settings of whoever runs this, to its first paint."""
        own = Path(mkdtemp(dir=folder))
        path = own / "tree"
        path.write_text(self.written, encoding="utf-8")
        homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME"), str(own))
        with Terminal([*self.words, str(path)], homes) as terminal:
            terminal.wait_for(MARKER, _PATIENCE)
            yield terminal

    def unfold(self, terminal: Terminal) -> None:
        """Unfolds everything, if it does not start so, and leaves the cursor on the thesis."""
        if self.peer.unfold:
            terminal.press(self.peer.unfold, patience=_PATIENCE)
        _rest(terminal)


def peers(bench: Bench) -> list[Measure]:
    """Measures a start, a line down and a fold, by turns, in ours and in each peer that is here."""
    measures = []
    for peer in PEERS:
        words = command(peer)
        if words is None:
            sys.stderr.write(f"{peer.name} is not installed here, so it is not measured\n")
            continue
        for claims in (bench.sizes.some, bench.sizes.middle):
            lines = lines_of(bench.map(claims))
            found = _beside_ours(bench, _Installed(peer, words, peer.write(lines)), claims)
            most = peer.most if claims == bench.sizes.middle else None
            what = f"beside {peer.name}, {claims:,} claims, {len(lines):,} lines"
            measures += [_measure(f"{what}: {name}", most, each) for name, each in found.items()]
    return measures


def _beside_ours(bench: Bench, installed: _Installed, claims: int) -> dict[str, _Beside]:
    """Returns what each thing took, by its name; the peer is started once where that takes long."""
    peer, folder = installed.peer, bench.map(claims).parent
    with ExitStack() as stack:
        theirs = stack.enter_context(installed.start(folder))
        first = _worked(theirs)
        _rest(theirs)
        starts = _starts(bench, installed, claims, first)
        ours = stack.enter_context(bench.program(claims))
        installed.unfold(theirs)
        ours.press("gg")
        folds = _by_turns(_Keys(ours, " "), _Keys(theirs, peer.fold), _FOLDS)
        for _ in range(_ROWS_DOWN):
            ours.press("j")
        theirs.press(peer.inward)
        _rest(theirs)
        along = [peer.down if key == "j" else peer.up for key in _ALONG]
        lines = _by_turns(_Keys(ours, _ALONG), _Keys(theirs, along), bench.sizes.keys)
    return {"start": starts, "a line down or up": lines, "fold and unfold the thesis": folds}


def _starts(bench: Bench, installed: _Installed, claims: int, first: float) -> _Beside:
    """Starts both by turns, to the words of the thesis."""
    ours, theirs = [], [first]
    for count in range(bench.sizes.rounds):
        with bench.start("-m", "debatemap", str(bench.map(claims))) as terminal:
            terminal.wait_for(MARKER)
            ours.append(_worked(terminal))
        if count and first < _LONG:
            with installed.start(bench.map(claims).parent) as terminal:
                theirs.append(_worked(terminal))
    return _Beside(middle(ours), middle(theirs))


def _by_turns(ours: _Keys, theirs: _Keys, times: int) -> _Beside:
    """Presses keys in both by turns; what a peer's own programs do counts as its work, too."""
    both = (ours, theirs)
    worked: list[list[float]] = [[], []]
    clocks: list[list[float]] = [[], []]
    before = [_of_children(each.terminal) for each in both]
    for count in range(times):
        for each, works, shown in zip(both, worked, clocks, strict=True):
            key = each.pressed[count % len(each.pressed)]
            each.terminal.settle(_QUIET)
            paint = each.terminal.press(key, patience=_PATIENCE)
            if not paint.data:
                raise RuntimeError(f"nothing is drawn at {key!r}")
            works.append(paint.worked)
            shown.append(paint.shown)
        if count and worked[1][-1] > _LONG:
            break
    apart = [
        (_of_children(each.terminal) - done) / len(works)
        for each, done, works in zip(both, before, worked, strict=True)
    ]
    own, peer = (middle(works) + more for works, more in zip(worked, apart, strict=True))
    return _Beside(own, peer, (middle(clocks[0]), middle(clocks[1])))


def _rest(terminal: Terminal) -> None:
    """Waits until a program neither draws nor works."""
    while True:
        before = terminal.processor_time()
        drawn = terminal.wait(1.0)
        if not drawn and terminal.processor_time() - before < _AT_REST:
            return


def _worked(terminal: Terminal) -> float:
    return terminal.processor_time() + _of_children(terminal)


def _of_children(terminal: Terminal) -> float:
    """Returns the milliseconds of the processor of the programs that have run in a program."""
    times = psutil.Process(terminal.process.pid).cpu_times()
    return (times.children_user + times.children_system) * 1000


def _measure(what: str, most: float | None, beside: _Beside) -> Measure:
    note = f"of the processor: {beside.ours:,.1f} ms; {beside.theirs:,.1f} ms in the other"
    if beside.clocks:
        note += f"; by the clock {beside.clocks[0]:,.0f} and {beside.clocks[1]:,.0f} ms"
    return Measure(what, most, beside.ours / beside.theirs, "×", note)
