"""`debatemap source check`: every quote of a map, looked for in the text of its source."""

from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import open_input
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapFiles
from debatemap.core.text import SafeText, excerpt, safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debatemap.core.debate import Debate
    from debatemap.texts import CheckedQuote, Place, QuoteReport

__all__ = ["check_sources"]


def check_sources(map_files: MapFiles, *, as_json: AsJson = False) -> Status:
    """Look for every quote of maps in the texts of their sources, word for word.

    A quote is exact; folded, as editors write one; near, where at most one word in ten differs; or
    absent. Each equally good place is named, and what is changed by a word. The exit status is 1
    where a quote is absent.

    Examples:
      debatemap source check debate.json
      debatemap source check debate.json --json | jq '.[].quotes[] | select(.grade=="absent")'
    """
    from debatemap.store.stream_input import input_name, is_stream, refuse_twice  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.texts import check_quotes, load_texts  # noqa: PLC0415

    refuse_twice(map_files)
    described: list[dict[str, object]] = []
    is_absent = False
    for path in map_files:
        debate = open_input(path).debate
        folder = None if is_stream(path) else path.absolute().parent
        report = check_quotes(debate, load_texts(debate, folder))
        is_absent |= any(quote.is_absent for quote in report.quotes)
        if as_json:
            described.append(_described(input_name(path), debate, report))
        else:
            _tell(path, debate, report)
    if as_json:
        put_json(described)
    return Status.FOUND if is_absent else Status.DONE


def _tell(path: Path, debate: "Debate", report: "QuoteReport") -> None:
    from debatemap.core.source_names import named_source  # noqa: PLC0415

    for quote in report.quotes:
        grade = quote.found.grade.value
        put(SafeText(f"{grade:<6}  {safe_line(_line(quote))}"))
    for key, problem in report.texts.problems.items():
        say(f"{path}: the text of {excerpt(named_source(debate.sources[key]))}: {problem}")
    for key, text in report.texts.loaded.items():
        if text.has_changed:
            named = excerpt(named_source(debate.sources[key]))
            say(f"{path}: the text of {named} has changed since; quotes were found again")
    if not report.texts.loaded and not report.texts.problems:
        say(f"{path}: no source has a text; `debatemap source text` gives it one.")


def _line(quote: "CheckedQuote") -> str:
    from debatemap.texts.grading import grading_in_words  # noqa: PLC0415

    where = grading_in_words(quote.grading, quote.cited.at)
    return f"{quote.claim} “{excerpt(quote.cited.quote)}”, {where}"


def _described(name: str, debate: "Debate", report: "QuoteReport") -> dict[str, object]:
    texts = report.texts
    sources = [
        {
            "id": key,
            "readable": key in texts.loaded,
            "problem": texts.problems.get(key),
            "changed": key in texts.loaded and texts.loaded[key].has_changed,
        }
        for key, source in debate.sources.items()
        if source.text is not None
    ]
    return {
        "file": name,
        "map": debate.header.id,
        "sources": sources,
        "quotes": list(_quotes(report)),
    }


def _quotes(report: "QuoteReport") -> "Iterator[dict[str, object]]":
    for quote in report.quotes:
        closest = quote.found.closest
        yield {
            "claim": quote.claim,
            "number": quote.number,
            "source": quote.cited.ref,
            "quote": quote.cited.quote,
            "at": quote.cited.at,
            "grade": quote.found.grade.value,
            "places": [
                _place(place, at)
                for place, at in zip(quote.found.places, quote.grading.named, strict=True)
            ],
            "closest": closest and _place(closest, quote.grading.closest),
            "misplaced": quote.is_misplaced,
            "found_at": quote.at or None,
        }


def _place(place: "Place", at: str) -> dict[str, object]:
    return {
        "at": at,
        "start": place.start,
        "end": place.end,
        "pieces": [list(piece) for piece in place.pieces],
        "differences": [each._asdict() for each in place.differences],
    }
