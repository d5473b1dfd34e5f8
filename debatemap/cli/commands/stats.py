"""`debatemap stats`: the size and the shape of a map."""

from debatemap.cli.inputs import debate_in
from debatemap.cli.options import AsJson, MapInput
from debatemap.cli.output import put, put_json
from debatemap.core.text import SafeText

__all__ = ["stats"]


def stats(map_file: MapInput, *, as_json: AsJson = False) -> None:
    """Print the size and the shape of a map.

    Examples:
      debatemap stats debate.json
      debatemap stats debate.json --json | jq .claims
    """
    from debatemap.core.queries import statistics  # noqa: PLC0415  (`--help` must stay light)

    figures = statistics(debate_in(map_file))
    if as_json:
        put_json(figures.as_dict())
        return
    named = figures.in_words()
    wide = max(map(len, named))
    figure = max(len(str(number)) for number in named.values())
    for label, number in named.items():
        put(SafeText(f"{label:<{wide}}  {number:>{figure}}"))
