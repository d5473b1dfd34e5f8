"""`debatemap compare`: the theses of a map side by side, as the options of its question."""

from typing import TYPE_CHECKING

from debatemap.cli.inputs import debate_in
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from debatemap.judge.explain.options import Option, Options
    from debatemap.judge.explain.weighing import Argument
    from debatemap.judge.judgement import Judgement

__all__ = ["compare"]


def compare(
    map_file: MapInput, *, method: Method = "", person: Person = "", as_json: AsJson = False
) -> None:
    """Compare the theses of a map, as the options of its question.

    Prints each with its verdict and its strongest pro and con; then the claims that help one
    thesis and hurt another, each with how many points of a hundred it moves them.

    Examples:
      debatemap compare decision.json
      debatemap compare decision.json --json | jq '.tradeoffs[].claim'
    """
    from debatemap.judge.explain.options import options_of  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415

    debate = debate_in(map_file)
    judgement = Judgement(debate, method_of(method), person_of(debate, person))
    found = options_of(judgement)
    if as_json:
        put_json(_described(judgement, found))
        return
    _put(judgement, found)
    if found.untried:
        say(found.untried)
    if not found.options:
        say(f"{map_file}: the map has no thesis, so there is nothing to compare.")


def _put(judgement: "Judgement", found: "Options") -> None:
    from debatemap.judge.verdict_words import verdict_words  # noqa: PLC0415  (`--help` must stay light)

    claims, question = judgement.debate.claims, judgement.debate.header.question
    if question:
        put(safe_line(question))
    number = {option.thesis: place for place, option in enumerate(found.options, 1)}
    for option in found.options:
        put(SafeText(f"{number[option.thesis]}. {safe_line(claims[option.thesis].text)}"))
        put(SafeText(f"    {verdict_words(judgement, option.thesis)}"))
        for words, argument in (("pro", option.pro), ("con", option.con)):
            if argument is not None:
                text = safe_line(claims[argument.weakest].text)
                put(SafeText(f"    strongest {words}: {text}"))
    if found.tradeoffs:
        put(SafeText("Helps one and hurts another:"))
    for claim, moves in found.tradeoffs:
        points = ", ".join(f"{number[key]} by {100 * move:+.0f}" for key, move in moves.items())
        put(SafeText(f"    {safe_line(claims[claim].text)} ({points})"))


def _described(judgement: "Judgement", found: "Options") -> dict[str, object]:
    header = judgement.debate.header
    return {
        "map": header.id,
        "title": header.title,
        "question": header.question,
        "options": [_option(judgement, option) for option in found.options],
        "tradeoffs": [{"claim": each.claim, "moves": each.moves} for each in found.tradeoffs],
    }


def _option(judgement: "Judgement", option: "Option") -> dict[str, object]:
    from debatemap.cli.json.verdict import described_verdict  # noqa: PLC0415

    return {
        "thesis": option.thesis,
        **described_verdict(judgement, option.thesis),
        "pro": _argument(option.pro),
        "con": _argument(option.con),
    }


def _argument(argument: "Argument | None") -> dict[str, object] | None:
    if argument is None:
        return None
    return {
        "link": argument.link,
        "premises": argument.premises,
        "contribution": argument.contribution,
    }
