"""Addresses of claims: what is written is read again, and nothing that is typed breaks it."""

from pathlib import Path, PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.claim_address import address_of, ids_beginning, read_address

IDS = st.text("abcdefghjkmnpqrstvwxyz0123456789_-", min_size=1, max_size=12)
NAMES = st.text(min_size=1, max_size=12).filter(lambda name: not set("/\0") & set(name))


@given(st.lists(NAMES, min_size=1, max_size=3), IDS)
def test_an_address_is_read_as_it_was_written(names: list[str], claim: str) -> None:
    path = PurePosixPath("/", *names)
    try:
        path.as_posix().encode()
    except UnicodeEncodeError:
        return
    read = read_address(f"  <{address_of(path, claim)}>\n")
    assert read.id == claim
    assert read.path is not None
    assert read.path.as_posix() == path.as_posix()


@given(st.text())
def test_anything_that_is_typed_is_read(typed: str) -> None:
    read = read_address(typed)
    assert read.id in typed
    assert read.path is None or "#" in typed or "--at" in typed


def test_the_command_that_opens_a_map_at_a_claim_is_an_address_too() -> None:
    for typed in ("debatemap rain.json --at 3f8k", "debatemap open rain.json --at=3f8k "):
        assert read_address(typed) == (Path("rain.json"), "3f8k")
    assert read_address("--at 3f8k") == (None, "3f8k")


@given(st.sets(IDS), IDS)
def test_a_beginning_finds_what_a_naive_look_finds(ids: set[str], given_id: str) -> None:
    found = ids_beginning(sorted(ids), given_id)
    if given_id in ids:
        assert found == [given_id]
    elif len(given_id) < 3:
        assert found == []
    else:
        assert found == sorted(each for each in ids if each.startswith(given_id))
