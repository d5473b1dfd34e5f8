"""`debatemap stats`: the size and the shape of a map."""

from typing import Final

from debatemap.cli.arguments import AsJson, MapFile
from debatemap.cli.output import put, put_json
from debatemap.text import SafeText

__all__ = ["stats"]

_LABELS: Final = {
    "theses": "theses",
    "claims": "claims",
    "links": "links",
    "supports": "links that support",
    "attacks": "links that attack",
    "undercuts": "undercuts",
    "joint": "links with joint premises",
    "shared": "claims with several places",
    "unplaced": "claims with no place",
    "depth": "steps to the farthest claim",
    "widest": "most links onto one claim or link",
    "sources": "sources",
    "cited": "claims that cite a source",
    "people": "people who rate",
}


def stats(map_file: MapFile, *, as_json: AsJson = False) -> None:
    """Print the size and the shape of a map.

    Examples:
      debatemap stats debate.json
      debatemap stats debate.json --json | jq .claims
    """
    from debatemap.questions import statistics  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.session import open_session  # noqa: PLC0415

    figures = statistics(open_session(map_file).debate).as_dict()
    if as_json:
        put_json(figures)
        return
    labels = [_LABELS.get(name, name) for name in figures]
    wide = max(map(len, labels))
    figure = max(len(str(number)) for number in figures.values())
    for label, number in zip(labels, figures.values(), strict=True):
        put(SafeText(f"{label:<{wide}}  {number:>{figure}}"))
