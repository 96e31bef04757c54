"""A replica answers only while it is known to hold what it should."""

from django.db import OperationalError
from hypothesis import given
from hypothesis import strategies as st

from portal.replica.freshness import EVERY, MOST_LAG, PAUSE, REST, Freshness


class Servers:
    """How far two servers' logs go, and how often each was asked."""

    def __init__(self) -> None:
        self.written, self.replayed, self.is_away = 100, 100, False
        self.asked = 0

    def freshness(self) -> Freshness:
        return Freshness(lambda: self.written, self._replayed)

    def _replayed(self):
        self.asked += 1
        if self.is_away:
            raise OperationalError
        return self.replayed


def test_a_replica_that_keeps_up_answers_and_is_asked_once_a_second():
    servers = Servers()
    state = servers.freshness()
    ages = [state.age("a", 10 + tenth / 8) for tenth in range(8)]
    assert ages == [tenth / 8 for tenth in range(8)]
    assert servers.asked == 1
    assert state.age("a", 10 + EVERY) == 0
    assert servers.asked == 2


def test_what_is_published_is_read_from_the_primary_until_the_replica_has_it():
    servers = Servers()
    state = servers.freshness()
    assert state.age("a", 10) == 0
    servers.written = 200
    assert state.age("b", 11) is None
    assert state.age("b", 11 + PAUSE) is None
    servers.replayed = 200
    assert state.age("b", 11.5) == 0.5


def test_an_idle_primary_is_no_lag():
    servers = Servers()
    state = servers.freshness()
    assert {state.age("a", float(second)) for second in range(0, 3600, 60)} == {0}


def test_one_that_is_behind_answers_for_a_few_seconds_and_no_longer():
    servers = Servers()
    state = servers.freshness()
    state.age("a", 10)
    servers.written = 200
    ages = {second: state.age("a", 10 + second) for second in (1, 4, 5, 6, 60)}
    assert ages == {1: 1, 4: 4, 5: 5, 6: None, 60: None}
    # Under a steady load it never reaches where the primary is now.
    servers.written, servers.replayed = 1000, 999
    assert state.age("a", 71) == 1
    assert state.age("a", 73) == 3
    servers.written, servers.replayed = 1100, 1099
    assert state.age("a", 74) == 1


def test_one_that_is_gone_is_left_alone_for_a_while():
    servers = Servers()
    state = servers.freshness()
    state.age("a", 10)
    servers.is_away = True
    assert state.age("a", 10 + EVERY) is None
    asked = servers.asked
    assert state.age("b", 11 + REST - 0.1) is None
    assert servers.asked == asked
    servers.is_away = False
    assert state.age("b", 11 + REST) == 0


def test_a_server_that_follows_no_other_is_no_replica():
    servers = Servers()
    servers.replayed = None
    assert servers.freshness().age("a", 10) is None


_STEP = st.tuples(
    st.floats(0.01, 8),  # seconds that pass
    st.integers(0, 50),  # what is written meanwhile
    st.floats(0, 1),  # how much of what is missing is replayed
    st.booleans(),  # whether something is published
    st.booleans(),  # whether the replica is away
)


@given(st.lists(_STEP, max_size=40))
def test_it_never_shows_less_than_it_says(steps):
    """Whatever happens: what it shows was true `age` ago, and holds what counts."""
    servers = Servers()
    state = servers.freshness()
    now, published, place_published = 0.0, 0, 100
    history = [(0.0, 100)]
    for seconds, written, share, publishes, is_away in steps:
        now += seconds
        servers.written += written
        if publishes:
            published, place_published = published + 1, servers.written
        history.append((now, servers.written))
        missing = servers.written - servers.replayed
        servers.replayed += int(missing * share)
        servers.is_away = is_away
        age = state.age(str(published), now)
        if age is not None:
            assert 0 <= age <= MOST_LAG
            assert servers.replayed >= place_published
            then = [place for moment, place in history if moment <= now - age + 1e-9]
            assert servers.replayed >= then[-1]
