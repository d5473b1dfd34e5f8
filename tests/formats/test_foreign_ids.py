import time

from debatemap.formats.foreign_ids import ForeignIds


def test_the_same_words_get_other_ids_in_the_same_order() -> None:
    first, second = ForeignIds(), ForeignIds()
    made = [first.take("", "claim", "It rains.") for _ in range(3)]
    assert len(set(made)) == 3
    assert made == [second.take("", "claim", "It rains.") for _ in range(3)]


def test_words_that_stand_a_thousand_times_take_no_longer() -> None:
    ids = ForeignIds()
    begin = time.process_time()
    assert len({ids.take("", "claim", "It rains.") for _ in range(20_000)}) == 20_000
    assert time.process_time() - begin < 10
