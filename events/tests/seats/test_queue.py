from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from events.seats.queue import Place, next_in_line

agencies = st.sampled_from(["", "a", "b", "c"])
queues = st.lists(agencies, max_size=30).map(
    lambda names: [Place(100 + n, n, name) for n, name in enumerate(names, start=1)]
)
frees = st.none() | st.integers(-2, 12)
quotas = st.none() | st.integers(1, 4)
counts = st.dictionaries(st.sampled_from("abc"), st.integers(0, 4)).map(Counter)


@given(queues, frees, quotas, counts)
def test_no_more_seats_are_given_than_are_free(queue, free, quota, seated):
    chosen = next_in_line(queue, free=free, quota=quota, seated=seated)
    assert free is None or len(chosen) <= max(free, 0)


@given(queues, frees, quotas, counts)
def test_the_chosen_keep_their_order_and_are_chosen_once(queue, free, quota, seated):
    chosen = next_in_line(queue, free=free, quota=quota, seated=seated)
    numbers = [place.sequence for place in chosen]
    assert numbers == sorted(set(numbers))
    assert set(chosen) <= set(queue)


@given(queues, frees, st.integers(1, 4), counts)
def test_no_agency_gets_past_its_quota(queue, free, quota, seated):
    chosen = next_in_line(queue, free=free, quota=quota, seated=seated)
    gained = Counter(place.agency for place in chosen if place.agency)
    for agency, more in gained.items():
        assert seated[agency] + more <= quota


@given(queues, frees, quotas, counts)
def test_whoever_is_passed_over_could_not_have_sat_down(queue, free, quota, seated):
    chosen = next_in_line(queue, free=free, quota=quota, seated=seated)
    last = chosen[-1].sequence if chosen else 0
    has_room = free is None or len(chosen) < free
    for place in set(queue) - set(chosen):
        if place.sequence < last or has_room:
            before = sum(
                other.agency == place.agency and other.sequence < place.sequence
                for other in chosen
            )
            assert quota is not None
            assert place.agency
            assert seated[place.agency] + before >= quota


@given(queues, st.integers(0, 12))
def test_without_a_quota_it_is_first_come_first_served(queue, free):
    assert next_in_line(queue, free=free) == queue[:free]


def test_a_queue_is_read_no_further_than_needed():
    def queue():
        yield Place(1, 1)
        yield Place(2, 2)
        raise AssertionError("read too far")

    assert [place.id for place in next_in_line(queue(), free=2)] == [1, 2]
