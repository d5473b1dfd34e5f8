"""Every lint, and all of them at once."""

from collections.abc import Collection, Iterator

from debatemap.check.content import control_characters, empty_text
from debatemap.check.file import duplicate, unreadable
from debatemap.check.judge_remarks import (
    cons_without_reply,
    contradictions,
    counted_twice,
    for_and_against,
)
from debatemap.check.likeness import near_duplicates
from debatemap.check.lint import Finding, Lint
from debatemap.check.quotes import (
    absent_quotes,
    changed_texts,
    misplaced_quotes,
    missing_texts,
    near_quotes,
)
from debatemap.check.references import (
    dangling_links,
    idle_assumptions,
    idle_ratings,
    missing_sources,
    missing_theses,
    named_twice,
    odd_scenarios,
    odd_texts,
    unused_sources,
)
from debatemap.check.shape import adrift, circular_support, conflicts, self_links, unplaced
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.edit.builder import ChangeBuilder

__all__ = ["LINTS", "inspect", "mend"]

LINTS: tuple[Lint, ...] = (
    unreadable,
    duplicate,
    conflicts,
    dangling_links,
    missing_theses,
    missing_sources,
    idle_ratings,
    named_twice,
    unused_sources,
    idle_assumptions,
    odd_scenarios,
    odd_texts,
    control_characters,
    empty_text,
    near_duplicates,
    unplaced,
    adrift,
    circular_support,
    self_links,
    counted_twice,
    for_and_against,
    contradictions,
    cons_without_reply,
    absent_quotes,
    near_quotes,
    misplaced_quotes,
    missing_texts,
    changed_texts,
)
"""Every lint, by its code."""


def inspect(debate: Debate, *, without: Collection[str] = ()) -> Iterator[tuple[Lint, Finding]]:
    """Yields what is wrong with a debate, lint by lint, but for the codes left out.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains.")})
        >>> [(lint.code, finding.place) for lint, finding in inspect(debate)]
        [('DM401', 'claims.a')]
    """
    for lint in (lint for lint in LINTS if lint.code not in without):
        for finding in lint.find(debate):
            yield lint, finding


def mend(debate: Debate, *, without: Collection[str] = ()) -> Change:
    """Mends what can be mended without a judgement, as one step that can be undone.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m", theses=("a", "b")), {"a": Claim("It rains.")})
        >>> mend(debate).said
        'drop 1 thesis that does not exist'
    """
    builder = ChangeBuilder(debate)
    lints = (lint for lint in LINTS if lint.code not in without)
    said = [lint.mend(builder) for lint in lints if lint.mend is not None]
    return builder.change(", ".join(filter(None, said)))
