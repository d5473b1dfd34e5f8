"""Lints of names: what names something that does not exist, or is named by nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from debatemap.check.lint import Finding, count, link_place, lint
from debatemap.core.debate import Debate
from debatemap.core.scenarios import SCENARIOS, odd_parts, scenarios_in
from debatemap.core.text import excerpt
from debatemap.edit.builder import ChangeBuilder

__all__ = [
    "dangling_links",
    "idle_assumptions",
    "idle_ratings",
    "missing_sources",
    "missing_theses",
    "named_twice",
    "odd_scenarios",
    "odd_texts",
    "unused_sources",
]


@lint("DM201", "dangling-link", "A link names a claim or a link that does not exist.")
def dangling_links(debate: Debate) -> Iterator[Finding]:
    """Finds the ends of links that hang in the air. The link is kept: its end may come back."""
    for missing, links in sorted(debate.dangling.items()):
        for link_id in sorted(links):
            field = "to" if debate.links[link_id].target == missing else "with"
            place = link_place(debate, link_id, field)
            yield Finding(place, f"there is no claim or link {excerpt(missing, 64)}")


def _drop_missing_theses(builder: ChangeBuilder) -> str:
    theses = builder.header.theses
    kept = tuple(thesis for thesis in theses if thesis in builder.debate.claims)
    builder.put_header(builder.header._replace(theses=kept))
    gone = len(theses) - len(kept)
    nouns = ("thesis that does not exist", "theses that do not exist")
    return f"drop {count(gone, *nouns)}" if gone else ""


@lint("DM202", "missing-thesis", "A thesis names no claim that exists.", mend=_drop_missing_theses)
def missing_theses(debate: Debate) -> Iterator[Finding]:
    """Finds theses that name nothing."""
    for index, thesis in enumerate(debate.header.theses):
        if thesis not in debate.claims:
            yield Finding(f"map.theses.{index}", f"there is no claim {excerpt(thesis, 64)}")


@lint("DM203", "missing-source", "A claim cites a source that does not exist.")
def missing_sources(debate: Debate) -> Iterator[Finding]:
    """Finds citations of nothing."""
    for claim_id, claim in debate.claims.items():
        for index, cited in enumerate(claim.sources):
            if cited.ref not in debate.sources:
                place = f"claims.{claim_id}.sources.{index}.ref"
                yield Finding(place, f"there is no source {excerpt(cited.ref, 64)}")


@lint("DM204", "idle-rating", "A person rates a claim or a link that does not exist.")
def idle_ratings(debate: Debate) -> Iterator[Finding]:
    """Finds ratings of nothing."""
    for person, ratings in debate.stances.items():
        for node in ratings:
            if node not in debate.claims and node not in debate.links:
                message = f"there is no claim or link {excerpt(node, 64)}"
                yield Finding(f"stances.{person}.{node}", message)


def _name_once(builder: ChangeBuilder) -> str:
    theses = tuple(dict.fromkeys(builder.header.theses))
    mended = int(theses != builder.header.theses)
    builder.put_header(builder.header._replace(theses=theses))
    for link_id, link in builder.debate.links.items():
        if len(set(link.premises)) < len(link.premises):
            premises = tuple(dict.fromkeys(link.premises))
            builder.put_link(link._replace(premises=premises), link_id)
            mended += 1
    return f"name each premise and thesis once in {count(mended, 'list')}" if mended else ""


@lint(
    "DM205", "named-twice", "A list of premises or theses names one claim twice.", mend=_name_once
)
def named_twice(debate: Debate) -> Iterator[Finding]:
    """Finds lists in which a claim stands twice."""
    for thesis in _repeated(debate.header.theses):
        yield Finding("map.theses", f"{thesis} is named twice")
    for link_id, link in debate.links.items():
        for premise in _repeated(link.premises) if len(link.premises) > 1 else ():
            yield Finding(link_place(debate, link_id, "with"), f"{premise} is named twice")


@lint("DM206", "unused-source", "No claim cites this source.")
def unused_sources(debate: Debate) -> Iterator[Finding]:
    """Finds sources that nothing cites."""
    used = {cited.ref for claim in debate.claims.values() for cited in claim.sources}
    for source_id, source in debate.sources.items():
        if source_id not in used:
            name = excerpt(source.title or source.author or source.url)
            yield Finding(f"sources.{source_id}", f"no claim cites “{name}”")


@lint("DM207", "idle-assumption", "A scenario is about a claim or a link that does not exist.")
def idle_assumptions(debate: Debate) -> Iterator[Finding]:
    """Finds assumptions of nothing."""
    for name, assumed in scenarios_in(debate.header).items():
        for node in assumed:
            if node not in debate.claims and node not in debate.links:
                message = f"there is no claim or link {excerpt(node, 64)}"
                yield Finding(f"{SCENARIOS}.{name}.{node}", message)


@lint("DM208", "odd-scenario", "What stands among the scenarios assumes nothing.")
def odd_scenarios(debate: Debate) -> Iterator[Finding]:
    """Finds what is kept as it stands, and passed over."""
    expected = ("an object of scenarios", "an object", 'one of "true", "false", "absent"')
    for path in odd_parts(debate.header):
        message = f"it is passed over: expected {expected[len(path) - 1]}"
        yield Finding(".".join(path), message)


@lint("DM209", "odd-text", "What stands as the text of a source is none that is opened.")
def odd_texts(debate: Debate) -> Iterator[Finding]:
    """Finds what is kept as it stands, and passed over."""
    for source_id, source in debate.sources.items():
        if source.text is None and "text" in source.extra:
            message = "it is passed over: expected a path within the map’s folder, or lines of text"
            yield Finding(f"sources.{source_id}.text", message)


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
