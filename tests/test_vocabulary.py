"""Plain words: code and documents name things as the field does, and not by metaphors."""

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
METAPHORS: Final = ("house", "door", "doors", "desk", "currency", "draught", "draughts", "stranger")
LONGEST: Final = 400
"""Lines of a file of the package."""


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


def test_no_file_of_the_package_is_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "debatemap").rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}
