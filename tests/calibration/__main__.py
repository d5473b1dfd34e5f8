"""`python -m tests.calibration [FOLDER]`: held-back votes against verdicts, bands and groups."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from debatemap import load
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from tests.calibration.crowds import debates
from tests.calibration.held_out import Figures, compared, compared_groups


def _maps(folder: Path) -> Iterator[Debate]:
    for path in sorted(folder.rglob("*.json")):
        try:
            yield load(path)
        except (MapError, OSError) as error:
            sys.stderr.write(f"{path.name}: {error}\n")


def _row(name: str, found: Figures) -> str:
    if not found.claims:
        return f"| {name} | 0 | – | – | – | – | – | – | – |\n"
    parts = [
        name,
        f"{found.claims:,}",
        f"{found.leaning:,}",
        f"{found.side:.0%}",
        f"{found.base:.0%}",
        f"{found.band:.0%}",
        f"{found.width:.2f}",
        f"{found.rank:.2f}",
        f"{found.strong:.2f}" if found.strong else "–",
    ]
    return f"| {' | '.join(parts)} |\n"


def _report(name: str, maps: list[Debate], votes: int) -> None:
    for words, beneath in (("replies only", False), ("votes beneath", True)):
        sys.stdout.write(_row(f"{name}, {words}", compared(maps, votes, beneath=beneath)))


def main() -> None:
    """Prints the table, of generated debates or of all maps in a folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibration", description=main.__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a folder with rated maps")
    parser.add_argument("--votes", type=int, default=20, help="the fewest votes of a claim")
    parser.add_argument("--maps", type=int, default=60, help="how many debates are generated")
    given = parser.parse_args()
    if given.folder is not None and not given.folder.is_dir():
        parser.error(f"there is no folder {given.folder}")
    sys.stdout.write(
        "| debates | claims | leaning | side | by chance | in band | width | rank | strong |\n"
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n"
    )
    if given.folder is not None:
        kinds = {given.folder.name: list(_maps(given.folder))}
    else:
        kinds = {
            "as modelled": list(debates(given.maps, "as modelled", 40, 0.6)),
            "in two camps": list(debates(given.maps, "in two camps", 40, 0.6)),
            "deaf": list(debates(given.maps, "deaf", 40, 0.6)),
        }
    for name, maps in kinds.items():
        _report(name, maps, given.votes)
        if given.folder is not None:
            rows = f"a row of 0: no claim has a reply and {given.votes} votes; try fewer, --votes"
            sys.stderr.write(f"{len(maps):,} maps were read; {rows}\n")
    for name, maps in kinds.items():
        found = compared_groups(maps)
        if not found.ratings:
            sys.stdout.write(f"{name}: too few people to make two groups, so none is compared.\n")
            continue
        sys.stdout.write(
            f"{name}: {found.ratings:,} ratings held back are {found.own:.1f} points from the mean "
            f"of the person's group, {found.all:.1f} from that of everybody.\n"
        )


if __name__ == "__main__":
    main()
