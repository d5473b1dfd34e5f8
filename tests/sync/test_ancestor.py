"""The base of two copies, found among the backups; and when none may be taken."""

from itertools import pairwise

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.formats.native.codec import dump
from debatemap.store.atomic import fingerprint
from debatemap.store.backups import backups, keep_backup, read_backup
from debatemap.sync.merge.ancestor import likely_base


def content(*claims: str) -> bytes:
    return dump(Debate(Header("map"), {claim: Claim(f"{claim}.") for claim in claims}))


def name(data: bytes) -> str:
    return fingerprint(data).hex()


def keep(data: bytes, *made_from: bytes) -> None:
    keep_backup("map", data, [name(each) for each in made_from])


def base(ours: bytes, theirs: bytes) -> bytes | None:
    found = likely_base("map", [name(ours)], theirs)
    return None if found is None else dump(found.debate)


def test_a_copy_that_came_back_is_compared_with_what_it_left_as() -> None:
    first, sent, now = content("a"), content("a", "b"), content("a", "b", "c")
    keep(first)
    keep(sent, first)
    keep(now, sent)
    assert base(now, content("a", "b", "x")) == sent
    assert base(now, content("a", "x")) == first
    assert base(now, content("a", "b", "c", "x")) == now


def test_what_was_deleted_elsewhere_is_seen_where_most_else_is_there() -> None:
    first, sent = content("a"), content(*"abcdefgh")
    keep(first)
    keep(sent, first)
    assert base(sent, content(*"abcdefg")) == sent


def test_a_content_of_another_line_is_no_base() -> None:
    first, ours, theirs = content("a"), content("a", "b"), content("a", "x")
    keep(first)
    keep(ours, first)
    keep(theirs, first)
    assert base(ours, content("a", "x", "y")) == first


def test_of_two_that_are_both_known_the_common_ancestor_is_the_base() -> None:
    first, ours, theirs = content("a"), content("a", "b"), content("a", "x")
    keep(first)
    keep(ours, first)
    keep(theirs, first)
    assert base(ours, theirs) == first


def test_after_a_merge_what_was_merged_is_an_ancestor() -> None:
    first, ours, theirs = content("a"), content("a", "b"), content("a", "x")
    merged = content("a", "b", "x")
    keep(first)
    keep(ours, first)
    keep(theirs, first)
    keep(merged, ours, theirs)
    assert base(merged, content("a", "x", "y")) == theirs


def test_with_nothing_known_of_ours_there_is_no_base() -> None:
    keep(content("a"))
    assert base(content("a", "b"), content("a", "x")) is None
    assert likely_base("map", [], content("a")) is None


def test_the_line_goes_on_where_backups_were_let_go() -> None:
    line = [content(*(f"c{n}" for n in range(count))) for count in range(1, 40)]
    keep(line[0])
    for before, after in pairwise(line):
        keep(after, before)
    assert len(backups("map")) == 10
    oldest = read_backup(backups("map")[-1])
    assert base(line[-1], line[line.index(oldest) - 1]) == oldest
    assert base(line[-1], line[5]) is None, "what it lacks was hardly deleted"


def test_a_damaged_backup_is_passed_over() -> None:
    first, second = content("a"), content("a", "b")
    keep(first)
    keep(second, first)
    backups("map")[0].path.write_bytes(b"no gzip")
    assert base(second, content("a", "b", "c")) == first
