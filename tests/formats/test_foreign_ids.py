from debatemap.formats.foreign_ids import ForeignIds
from tests.growth import assert_grows_at_most


def test_the_same_words_get_other_ids_in_the_same_order() -> None:
    first, second = ForeignIds(), ForeignIds()
    made = [first.take("", "claim", "It rains.") for _ in range(3)]
    assert len(set(made)) == 3
    assert made == [second.take("", "claim", "It rains.") for _ in range(3)]


def test_words_that_stand_a_thousand_times_take_no_longer() -> None:
    def taken(count: int) -> set[str]:
        ids = ForeignIds()
        return {ids.take("", "claim", "It rains.") for _ in range(count)}

    assert len(taken(20_000)) == 20_000
    assert_grows_at_most(24, lambda: taken(2_500), lambda: taken(20_000))
