"""Our maps as Argdown and back: nothing is lost but what the report names."""

from typing import Any

from hypothesis import given, settings

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.text import clean
from debatemap.formats.argdown.ends import Ends
from debatemap.formats.argdown.format import Argdown
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_of
from tests.strategies import debates, typed_texts

ARGDOWN = Argdown()


def back(debate: Debate) -> Imported:
    data = ARGDOWN.write(debate).data
    assert format_of(data, "x").name == "argdown"
    return ARGDOWN.read(data, "x", lambda _: None)


def comparable(debate: Debate) -> dict[str, Any]:
    """Returns what a debate says: as texts are when they come in, and links in their order."""
    tables: dict[str, Any] = debate.tables()
    ends = Ends(debate)
    into = {
        node: [key for key in debate.links_into(node) if key in ends.premises]
        for node in (*debate.claims, *debate.links)
    }
    tables["links"] = {
        key: link._replace(premises=ends.premises[key], pos="")
        for key, link in debate.links.items()
        if key in ends.premises
    }
    tables["claims"] = {key: cleaned(claim) for key, claim in debate.claims.items()}
    tables["sources"] = {key: cleaned(source) for key, source in debate.sources.items()}
    header = debate.header._replace(title=clean(debate.header.title))
    return {**tables, "header": header, "order": {key: keys for key, keys in into.items() if keys}}


def cleaned(record: Any) -> Any:  # noqa: ANN401  (any record)
    changed: dict[str, Any] = {
        name: clean(value) for name, value in record._asdict().items() if isinstance(value, str)
    }
    if isinstance(record, Claim):
        changed["tags"] = tuple(dict.fromkeys(map(clean, record.tags)))
        changed["sources"] = tuple(map(cleaned, record.sources))
    return record._replace(**changed)


@settings(max_examples=150)
@given(debates())
def test_a_debate_comes_back(debate: Debate) -> None:
    imported = back(debate)
    assert comparable(imported.debate) == comparable(debate), ARGDOWN.write(debate).data.decode()
    assert not imported.losses
    assert not imported.repairs


@given(typed_texts)
def test_any_text_comes_back(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    debate = Debate(Header("m", theses=("a",)), {"a": Claim(text)})
    assert back(debate).debate.claims["a"].text == clean(text)
