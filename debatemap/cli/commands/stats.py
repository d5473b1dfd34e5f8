"""`debatemap stats`: the size and the shape of a map."""

from debatemap.cli.inputs import debate_in
from debatemap.cli.output import put, put_json
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, safe_line

__all__ = ["stats"]


def stats(map_file: MapInput, *, as_json: AsJson = False) -> None:
    """Print a map's size, its shape and its verdicts.

    Examples:
      debatemap stats debate.json
      debatemap stats debate.json --json | jq .claims
    """
    from debatemap.cli.json.judge import certainty_lines  # noqa: PLC0415
    from debatemap.cli.json.verdict import described_verdict  # noqa: PLC0415  (`--help` stays light)
    from debatemap.core.queries import statistics, theses  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415

    debate = debate_in(map_file)
    figures, judgement = statistics(debate), Judgement(debate)
    judged = [
        {"id": claim, "text": debate.claims[claim].text, **described_verdict(judgement, claim)}
        for claim in dict.fromkeys(theses(debate))
    ]
    if as_json:
        put_json({**figures.as_dict(), "verdicts": judged})
        return
    named = figures.in_words()
    wide = max(map(len, named))
    figure = max(len(str(number)) for number in named.values())
    for label, number in named.items():
        put(SafeText(f"{label:<{wide}}  {number:>{figure}}"))
    for each in judged:
        put(SafeText(""))
        put(SafeText(f"Thesis: {safe_line(str(each['text']))}"))
        put(SafeText(f"    Verdict: {each['words']}"))
        for line in certainty_lines(judgement, str(each["id"])):
            put(line)
