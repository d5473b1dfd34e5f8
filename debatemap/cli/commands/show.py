"""`debatemap show`: a map as numbered prose."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import debate_in
from debatemap.cli.output import put_json, put_lines, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from debatemap.core.debate import Debate
    from debatemap.views.read.numbering import Role, Row

__all__ = ["show"]


def show(
    map_file: MapInput,
    *,
    claim: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Begin at this claim; a beginning of its id will do.",
            show_default=False,
        ),
    ] = "",
    depth: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="Levels beneath the top.", show_default=False),
    ] = None,
    prose: Annotated[
        bool,
        typer.Option("--prose", help="Print paragraphs to be read, with quotes and notes."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print a map as numbered prose.

    It is made for reading aloud, for pipes and for comparing. Each claim is written out once;
    where it stands again, the text says "See" and the number. Twelve levels down numbers start
    anew with a C. Under each thesis stands how it comes out, as `debatemap judge` says it.

    Examples:
      debatemap show debate.json | less
      debatemap show debate.json --depth 1
      debatemap show debate.json --prose | less
      debatemap show debate.json --claim 3f8k2m9xqz --json
    """
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.views.read.numbering import Row, walk, walk_all  # noqa: PLC0415

    debate = debate_in(map_file)
    if claim:
        top = claim_id(debate, claim)
        role: Role = "thesis" if debate.is_thesis(top) else "claim"
        rows = walk(debate, [Row("1", 0, role, top, None)], depth)
    else:
        rows = walk_all(debate, depth)
    if as_json:
        if prose:
            raise UseError("--prose is text and --json is not; give one of them")
        _put_rows(debate, rows)
        return
    header = debate.header
    heads = [] if claim else [safe_line(text) for text in (header.title, header.question) if text]
    put_lines((_paragraphs if prose else _prose)(debate, rows, heads))
    if not debate.claims:
        say(f"{map_file}: the map has no claim yet; `debatemap add` adds one.")


def _put_rows(debate: "Debate", rows: "Iterable[Row]") -> None:
    from debatemap.cli.json.verdict import described_verdict  # noqa: PLC0415
    from debatemap.cli.text.outline_text import described  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415

    header, judgement = debate.header, Judgement(debate)
    described_rows = [
        described(debate, row)
        | (described_verdict(judgement, row.claim or "") if _is_judged(debate, row) else {})
        for row in rows
    ]
    put_json(
        {
            "map": header.id,
            "title": header.title,
            "question": header.question,
            "rows": described_rows,
        }
    )


def _paragraphs(
    debate: "Debate", rows: "Iterable[Row]", heads: "Sequence[SafeText]"
) -> "Iterator[SafeText]":
    from debatemap.views.read.prose_lines import prose_text  # noqa: PLC0415  (`--help` must stay light)

    yield from heads
    if heads:
        yield SafeText("")
    yield from prose_text(debate, rows)


def _prose(
    debate: "Debate", rows: "Iterable[Row]", heads: "Sequence[SafeText]"
) -> "Iterator[SafeText]":
    from debatemap.cli.text.outline_text import heading, row_lines  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415
    from debatemap.judge.verdict_words import verdict_words  # noqa: PLC0415

    judgement = Judgement(debate)
    blank = SafeText("")
    yield from heads
    began, section = bool(heads), None
    for row in rows:
        if row.depth > 0:
            yield from row_lines(debate, row)
            continue
        role_heading = heading(row.role) if row.role != section else None
        if began and (role_heading or section not in ("unplaced", "adrift")):
            yield blank
        section, began = row.role, True
        if role_heading:
            yield from (role_heading, blank)
        verdict = SafeText("")
        if _is_judged(debate, row):
            judgement.find_out([row.claim or ""], wanted=debate.header.theses)
            verdict = verdict_words(judgement, row.claim or "")
        yield from row_lines(debate, row, verdict)


def _is_judged(debate: "Debate", row: "Row") -> bool:
    """Tells whether a row is where a thesis is written out, under which its verdict stands."""
    is_thesis = row.claim in debate.claims and row.role == "thesis"
    return is_thesis and not row.see
