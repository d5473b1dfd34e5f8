"""`debatemap similar`: claims that may make the same point in other words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import debate_in
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["similar"]

_MOST: Final = 10
"""Claims that are like a text: what is wanted is rarely among more."""


def similar(
    map_file: MapInput,
    text: Annotated[
        str, typer.Argument(metavar="[TEXT]", help="A claim, to find those like it.")
    ] = "",
    *,
    under: Annotated[
        str, typer.Option("--under", metavar="PARENT", help="What TEXT replies to, in words.")
    ] = "",
    pairs: Annotated[
        bool, typer.Option("--pairs", help="MAP holds pairs of texts, a line of JSON each.")
    ] = False,
    as_json: AsJson = False,
) -> Status:
    """List claims that may make the same point in other words.

    Without TEXT, prints pairs of claims of the map, the likeliest first; with TEXT, the
    claims that are like it. Each line has a score from 0 to 1. Nothing is merged: that is
    for people to do. Claims that differ in a negation, a number or a name are not listed.
    The exit status is 1 where nothing is found.

    With --pairs, each line of the file is an object with "a" and "b", and perhaps "parent";
    it is printed with its "score".

    Examples:
      debatemap similar debate.json
      debatemap similar debate.json "Open weights help science" --json
      debatemap similar pairs.jsonl --pairs
    """
    if pairs:
        return _score(map_file)
    debate = debate_in(map_file)
    found = _like(debate, text, under) if text.strip() else _pairs(debate)
    if as_json:
        put_json(found)
    for each in () if as_json else found:
        put(SafeText(f"{each['score']:.2f}  {_words(each)}"))
    if not found:
        like = "this" if text.strip() else "another"
        say(f"No claim makes a point that is like {like} in other words.")
    return Status.DONE if found else Status.FOUND


def _like(debate: "Debate", text: str, under: str) -> list[dict[str, Any]]:
    from debatemap import similarity  # noqa: PLC0415  (`--help` must stay light)

    index = similarity.SimilarClaims(debate)
    return [
        {"score": each.score, "id": each.claim, "text": debate.claims[each.claim].text}
        for each in similarity.similar(text, under, index, debate, _MOST)
    ]


def _pairs(debate: "Debate") -> list[dict[str, Any]]:
    from debatemap import similarity  # noqa: PLC0415  (`--help` must stay light)

    return [
        {
            "score": each.score,
            "claims": [
                {"id": claim, "text": debate.claims[claim].text}
                for claim in (each.first, each.second)
            ],
        }
        for each in similarity.likely_pairs(debate)
    ]


def _words(found: dict[str, Any]) -> str:
    claims = found.get("claims", [found])
    return "\n      ".join(f"{each['id']}  {safe_line(each['text'])}" for each in claims)


def _score(path: Path) -> Status:
    import orjson  # noqa: PLC0415  (`--help` must stay light)

    from debatemap.similarity import point_similarity  # noqa: PLC0415  (`--help` must stay light)

    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UseError(f"{path} cannot be read: {error.strerror}") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            pair = orjson.loads(line)
            texts = pair["a"], pair["b"], pair.get("parent", "")
            score = point_similarity(*texts)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise UseError(
                f'{path}, line {number}: not an object with the texts "a" and "b"'
            ) from None
        scored = orjson.dumps({**pair, "score": score}).decode()
        put(SafeText(safe_line(scored)))
    return Status.DONE
