"""Measure the program and print the table: `python -m tests.bench`."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench import (
    argdown,
    command_line,
    editing,
    growth,
    judging,
    keys,
    likeness,
    peers,
    publishing,
    quoting,
    reading_texts,
    resources,
    shapes,
    starting,
    trees,
)
from tests.bench.bench import FULL, QUICK, Bench
from tests.bench.importing import reading_a_node_set
from tests.bench.measure import Measure, as_markdown, as_text

__all__ = ["ROWS", "main"]

ROWS: Final[dict[str, Callable[[Bench], list[Measure]]]] = {
    "first-paint": starting.first_paint,
    "open": starting.opening,
    "commands": command_line.commands,
    "keys": keys.keys,
    "table-keys": keys.table_keys,
    "card-keys": keys.card_keys,
    "read-keys": keys.read_keys,
    "text-keys": reading_texts.text_keys,
    "overview-keys": keys.overview_keys,
    "picture-keys": keys.picture_keys,
    "held-key": keys.held_key,
    "unfold": editing.unfolding,
    "add": editing.adding,
    "search": editing.searching,
    "word-forms": likeness.word_forms,
    "similar": likeness.similar_claims,
    "aif": reading_a_node_set,
    "quotes": quoting.quotes_in_a_text,
    "save": editing.saving,
    "weigh": judging.weighing,
    "judge-edit": judging.editing,
    "crux": judging.finding_the_crux,
    "html": publishing.writing_a_page,
    "argdown": argdown.reading,
    "growth": growth.growth,
    "memory": resources.memory,
    "idle": resources.idling,
    "trees": trees.trees,
    "deep": shapes.deep,
    "wide": shapes.wide,
    "peers": peers.peers,
}
"""What can be measured, by the name that the command line knows it by."""
_MILLION: Final = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    """Measures what was asked for; a target that is missed is no failure."""
    given = _parser().parse_args(arguments)
    measures: list[Measure] = []
    with TemporaryDirectory(prefix="debatemap-bench-") as folder:
        sizes = QUICK if given.quick else FULL
        bench = Bench(Path(folder), sizes._replace(huge=_MILLION if given.million else 0))
        for name in given.rows or ROWS:
            sys.stderr.write(f"measuring {name} …\n")
            measures += ROWS[name](bench)
    if given.json:
        table = json.dumps([m._asdict() | {"verdict": m.verdict} for m in measures], indent=2)
        sys.stdout.write(table + "\n")
    else:
        sys.stdout.write((as_markdown if given.markdown else as_text)(measures))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--quick", action="store_true", help="small maps, few rounds")
    parser.add_argument("--million", action="store_true", help="growth up to a million claims")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--markdown", action="store_true", help="the table for the README")
    kind.add_argument("--json", action="store_true", help="the figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
