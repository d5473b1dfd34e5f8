"""What this program writes in the front matter, so that it reads its own files without loss."""

from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.model import NO_EXTRA, Header
from debatemap.core.text import clean
from debatemap.formats.argdown.data_fields import MARK, cleaned
from debatemap.formats.assembly import Assembly
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.native.records import READERS, SHAPES

__all__ = ["own_debate", "own_record"]


def own_record(debate: Debate) -> dict[str, Any]:
    """Returns what stands in the front matter beside the title, in this order."""
    header = debate.header
    shape = SHAPES["map"](header._replace(title=""))
    record = {
        "map": shape,
        "sources": {key: SHAPES["sources"](each) for key, each in sorted(debate.sources.items())},
        "ratings": {
            person: dict(sorted(ratings.items()))
            for person, ratings in sorted(debate.stances.items())
        },
        "beside": dict(sorted(header.beside.items())),
    }
    return {key: value for key, value in record.items() if value}


def own_debate(own: dict[str, Any], front: dict[str, Any], assembly: Assembly, name: str) -> Debate:
    """Returns the debate of an assembly with the header, sources and ratings of front matter.

    Raises:
        MapError: They hold what no map can.
    """
    title = front.get("title")
    header: Header = READERS["map"](dict(own["map"]))
    title = clean(title) if isinstance(title, str) else ""
    for key, shape in dict(own.get("sources", {})).items():
        assembly.sources[key] = READERS["sources"](cleaned(dict(shape)))
    made = assembly.debate(
        title, header.theses, map_id=header.id, question=clean(header.question),
        extra=_with_front(header, front),
    )  # fmt: skip
    beside = own.get("beside", {}) or NO_EXTRA
    full = made.header._replace(theses=header.theses, beside=beside)
    stances = {person: dict(rated) for person, rated in dict(own.get("ratings", {})).items()}
    # What a file may not say, such as a rating of 400, is refused as it is there.
    tables = made.tables()
    whole = Debate(full, tables["claims"], tables["links"], tables["sources"], stances)
    return parse(dump(whole), name).debate


def _with_front(header: Header, front: dict[str, Any]) -> Any:  # noqa: ANN401  (unknown fields)
    """Returns the unknown fields of a header, with what somebody added to the front matter."""
    added = {key: value for key, value in front.items() if key not in ("title", MARK)}
    return {**header.extra, "x-front-matter": cleaned(added)} if added else header.extra
