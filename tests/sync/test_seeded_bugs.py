"""Each property fails where the merge is not sound: a bug is put in, and the property sees it."""

from collections.abc import Callable
from itertools import chain
from typing import Any, Final

import pytest

from debatemap.sync import word_diff
from debatemap.sync.merge import closure, field_merge, returning, three_way
from debatemap.sync.merge.conflict import ABSENT, Conflict
from debatemap.sync.merge.merge_state import Merging
from debatemap.sync.merge.three_way import merge3
from tests.sync.edited import Three, stories
from tests.sync.test_merge_properties import CHECKS, a_scenario_returns

Patch = Callable[[pytest.MonkeyPatch], None]


def _asymmetric_pick(patch: pytest.MonkeyPatch) -> None:
    """Ours wins a conflict."""
    real = field_merge._merge_value

    def ours_wins(path: Any, three: Any, found: list[Conflict], rule: Any) -> Any:  # noqa: ANN401  (as the real one)
        before = len(found)
        value = real(path, three, found, rule)
        own = len(found) > before and found[-1].path == path and three[1] is not ABSENT
        return three[1] if own else value

    patch.setattr(field_merge, "_merge_value", ours_wins)


def _silent_delete(patch: pytest.MonkeyPatch) -> None:
    """What one side deleted and the other edited goes."""
    real = three_way._merge_record

    def deleting(key: Any, base: Any, ours: Any, theirs: Any, found: list[Conflict]) -> Any:  # noqa: ANN401  (as the real one)
        gone = base is not None and None in (ours, theirs)
        return None if gone else real(key, base, ours, theirs, found)

    patch.setattr(three_way, "_merge_record", deleting)


def _silent_edit(patch: pytest.MonkeyPatch) -> None:
    """A conflict of two values is not reported."""
    real = field_merge._merge_value
    patch.setattr(
        field_merge, "_merge_value", lambda path, three, _, rule: real(path, three, [], rule)
    )


def _unreported_resurrection(patch: pytest.MonkeyPatch) -> None:
    """What comes back is not named."""

    def close(merging: Merging) -> None:
        closure.close(merging)
        merging.found[:] = [
            found
            for found in merging.found
            if not (found.is_of_a_record and found.path[1] in merging.tables[found.path[0]])
        ]

    patch.setattr(three_way, "close", close)


def _unnamed_links_along(patch: pytest.MonkeyPatch) -> None:
    """The links that a claim brings along are not named."""

    def close(merging: Merging) -> None:
        closure.close(merging)
        merging.found[:] = [found._replace(along=()) for found in merging.found]

    patch.setattr(three_way, "close", close)


def _skipped_closure(patch: pytest.MonkeyPatch) -> None:
    """What is named and was deleted does not come back, and what hangs loose stays."""
    patch.setattr(three_way, "close", lambda _: None)


def _links_left_loose(patch: pytest.MonkeyPatch) -> None:
    """A link that lost its premises stays."""
    patch.setattr(closure, "_drop_loose_links", lambda _: None)


def _links_dropped_with_one_premise(patch: pytest.MonkeyPatch) -> None:
    """A link that both took premises from goes, though one is left."""
    real = closure._taken_premises

    def taken(merging: Merging, key: str) -> set[str]:
        return {*merging.links[key].premises} if real(merging, key) else set()

    patch.setattr(closure, "_taken_premises", taken)


def _links_dropped_without_a_word(patch: pytest.MonkeyPatch) -> None:
    """A link that lost its premises goes, and nobody is told."""
    real = closure._drop_loose_links

    def drop(merging: Merging) -> None:
        before = len(merging.found)
        real(merging)
        del merging.found[before:]

    patch.setattr(closure, "_drop_loose_links", drop)


def _premises_by_field_only(patch: pytest.MonkeyPatch) -> None:
    """A premise that one side took out stays, where the other took out the first."""
    patch.setattr(closure, "_taken_premises", lambda *_: set())


def _hanging_links_are_mended(patch: pytest.MonkeyPatch) -> None:
    """What hung loose on a side before is dropped too."""
    patch.setattr(closure, "_hangs", lambda *_: False)


def _set_rule_is_ours(patch: pytest.MonkeyPatch) -> None:
    """Tags merge as ours has them."""
    patch.setitem(field_merge.RULES["claims"], "tags", lambda _, ours, __: ours)


def _set_rule_keeps_all(patch: pytest.MonkeyPatch) -> None:
    """No member of a set is ever taken out."""
    real = field_merge._members
    grown = lambda base, ours, theirs: real(ABSENT, [*_listed(base), *_listed(ours)], theirs)  # noqa: E731
    for table in ("claims", "map"):
        for name in ("tags", "theses"):
            patch.setitem(field_merge.RULES[table], name, grown)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401  (any JSON)
    return [] if value is ABSENT else [*value]


def _words_over_words(patch: pytest.MonkeyPatch) -> None:
    """Two edits of one place in a text are both put in."""

    def merged(base: Any, ours: Any, theirs: Any) -> list[str]:  # noqa: ANN401  (as the real one)
        text: list[str] = []
        end = 0
        for hunk in sorted({*word_diff.hunks(base, ours), *word_diff.hunks(base, theirs)}):
            text += [*base[end : hunk.start], *hunk.words]
            end = hunk.end
        return [*text, *base[end:]]

    patch.setattr(word_diff, "_merge", merged)


def _words_of_ours(patch: pytest.MonkeyPatch) -> None:
    """Of two edited texts, the one is taken."""
    patch.setattr(word_diff, "_merge", lambda _, ours, theirs: max(list(ours), list(theirs)))


def _shared_ids(patch: pytest.MonkeyPatch) -> None:
    """A claim and a link of one id are not told apart."""
    patch.setattr(three_way, "_with_distinct_ids", lambda *debates: debates)


def _objects_whole(patch: pytest.MonkeyPatch) -> None:
    """Unknown objects are one value: the smaller stays."""
    real = field_merge._merge_value

    def whole(path: Any, three: Any, found: list[Conflict], rule: Any) -> Any:  # noqa: ANN401  (as the real one)
        if len(path) > 2 and path[0] != "stances" and all(isinstance(v, dict) for v in three[1:]):
            return real(path, (None, [three[1]], [three[2]]), found, rule)[0]
        return real(path, three, found, rule)

    patch.setattr(field_merge, "_merge_value", whole)


def _ratings_stay_away(patch: pytest.MonkeyPatch) -> None:
    """What is rated anew does not come back."""
    patch.setattr(returning, "_newly_rated", lambda _: ())


def _forgotten_conflicts(patch: pytest.MonkeyPatch) -> None:
    """What earlier merges could not decide is forgotten."""
    patch.setattr(three_way, "entries_of", lambda _: [])


BUGS: Final[tuple[tuple[Patch, str], ...]] = (
    (_asymmetric_pick, "symmetric"),
    (_silent_delete, "no lost edit"),
    (_silent_edit, "no lost edit"),
    (_unreported_resurrection, "no lost edit"),
    (_unnamed_links_along, "no lost edit"),
    (_skipped_closure, "valid"),
    (_skipped_closure, "new links"),
    (_links_left_loose, "no lost edit"),
    (_links_dropped_with_one_premise, "links dropped"),
    (_links_dropped_without_a_word, "no lost edit"),
    (_premises_by_field_only, "no lost edit"),
    (_hanging_links_are_mended, "one side"),
    (_set_rule_is_ours, "no lost edit"),
    (_set_rule_is_ours, "symmetric"),
    (_set_rule_keeps_all, "no lost edit"),
    (_words_over_words, "no lost edit"),
    (_words_of_ours, "no lost edit"),
    (_shared_ids, "valid"),
    (_objects_whole, "unknown"),
    (_ratings_stay_away, "valid"),
    (_forgotten_conflicts, "no lost edit"),
)


_LOTS: Final = 10
"""How many lots of stories are drawn at most, until a bug is seen: most take the first alone."""


@pytest.mark.parametrize(("bug", "name"), BUGS)
def test_a_bug_is_seen(bug: Patch, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)
    drawn = chain.from_iterable(map(stories, range(_LOTS)))
    assert any(_is_broken(name, three) for three in drawn)


def test_a_dropped_scenario_that_returns_unasked_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is about a claim that never went, beside the one that came back."""
    assert not _is_broken("no lost edit", a_scenario_returns())
    monkeypatch.setattr(returning._Returning, "_is_to_return", lambda *_: True)
    assert _is_broken("no lost edit", a_scenario_returns())


def _is_broken(name: str, three: Three) -> bool:
    try:
        CHECKS[name](merge3, *three)
    except Exception:  # noqa: BLE001  (a merge that raises whatever is broken too)
        return True
    return False
