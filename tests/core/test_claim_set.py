from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.claim_flags import flags_of_numbers, flags_of_texts, numbers_of
from debatemap.core.claim_set import ClaimNumbers, ClaimSet

_claims = st.sets(st.sampled_from("abcdefgh"))


@given(_claims, _claims, st.sampled_from("abz"))
def test_sets_of_claims_are_as_plain_sets(one: set[str], other: set[str], later: str) -> None:
    numbers = ClaimNumbers("abcdefgh")
    first = ClaimSet(numbers, numbers.flags(one))
    numbers.add(later)
    second = ClaimSet(numbers, numbers.flags(other))
    assert {*first} == one
    assert len(first) == len(one)
    assert [claim for claim in "abcdefghz" if claim in first] == sorted(one)
    for right in (second, other, frozenset(other)):
        assert first & right == right & first == one & other
        assert first | right == right | first == one | other
        assert first - right == one - other
        assert right - first == other - one
    assert first | {"new"} == one | {"new"}


@given(st.sets(st.integers(0, 99)), st.sets(st.integers(0, 99)), st.sampled_from(["a", "ab", ""]))
def test_what_has_letters_is_found_among_many_and_few(
    having: set[int], among: set[int], sought: str
) -> None:
    texts = ["cab" if number in having else "c" for number in range(100)]
    wanted = [n for n in range(100) if n in among and sought in texts[n]]
    assert [*numbers_of(flags_of_texts(texts, sought, flags_of_numbers(among, 100)))] == wanted
    assert [*numbers_of(flags_of_texts(texts, sought))] == [
        number for number in range(100) if sought in texts[number]
    ]
