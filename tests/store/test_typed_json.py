"""What is written reads back as its type, and what is of another type is refused as by pydantic."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from debatemap.store.typed_json import read_typed, write_typed


class Sample(NamedTuple):
    """One field of each kind that the state folder has."""

    steps: list[tuple[int, str | None, str]]
    named: dict[str, int]
    done: tuple[str, ...] = ()
    kept: list[str] | None = None
    tops: Sequence[str] = ()
    shows: Literal["why", "details"] = "details"
    is_closed: bool = False


WHOLE = Sample([(0, None, "a"), (1, "l", "b")], {"a": 5}, ("x",), ["y"], ["z"], "why", True)  # noqa: FBT003  (a tuple)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from([None, True, "", "why", 0.5, 1]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=5,
)


def test_what_is_written_reads_back() -> None:
    assert read_typed(write_typed(WHOLE), Sample) == WHOLE
    assert read_typed(write_typed(WHOLE[:2]), Sample) == Sample(*WHOLE[:2])


@given(st.integers(0, 6), VALUES)
def test_a_value_in_any_place_is_read_as_pydantic_reads_it(place: int, value: object) -> None:
    parts: list[object] = list(WHOLE)
    parts[place] = value
    data = write_typed(parts)
    adapter = TypeAdapter(Sample)
    try:
        expected: Sample | None = adapter.validate_json(data, strict=True)
    except ValidationError:
        expected = None
    try:
        found: Sample | None = read_typed(data, Sample)
    except ValueError:
        found = None
    assert found == expected


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b"[[]", b'[[],{},[],null,[],"why",false,0]']
)
def test_what_is_no_such_tuple_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (orjson words its own)
        read_typed(data, Sample)
