from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.enums import Circumstance
from events.models.terms import TAKES_REGISTRATIONS, Phase, Terms

START = datetime(2030, 5, 10, 1, 0, tzinfo=UTC)
TERMS = Terms(
    starts_at=START,
    ends_at=START + timedelta(hours=4),
    opens_at=START - timedelta(days=20),
    closes_at=START - timedelta(days=2),
    capacity=100,
)
OPEN = START - timedelta(days=10)

moments = st.integers(-40 * 24, 40 * 24).map(
    lambda hours: START + timedelta(hours=hours)
)
terms = st.builds(
    Terms,
    starts_at=st.none() | st.just(START),
    ends_at=st.none() | st.just(START + timedelta(hours=4)),
    registration=st.booleans(),
    opens_at=st.none() | moments,
    closes_at=st.none() | moments,
    capacity=st.none() | st.integers(1, 300),
    needs_approval=st.booleans(),
    individuals=st.booleans(),
    waiting_list=st.booleans(),
    offer_hours=st.integers(0, 72),
    circumstance=st.sampled_from(Circumstance.values),
    live=st.booleans(),
)


@pytest.mark.parametrize(
    ("moment", "phase"),
    [
        (START - timedelta(days=21), Phase.NOT_YET_OPEN),
        (START - timedelta(days=20), Phase.OPEN),
        (START - timedelta(days=2, seconds=1), Phase.OPEN),
        (START - timedelta(days=2), Phase.CLOSED),
        (START + timedelta(hours=1), Phase.CLOSED),
        (START + timedelta(hours=4), Phase.PAST),
    ],
)
def test_the_phase_follows_the_clock(moment, phase):
    assert TERMS.phase(moment, taken=10) == phase


@pytest.mark.parametrize(
    ("taken", "waiting", "phase"),
    [
        (89, 0, Phase.OPEN),
        (90, 0, Phase.NEARLY_FULL),
        (99, 0, Phase.NEARLY_FULL),
        (100, 0, Phase.WAITING_LIST),
        (100, 7, Phase.WAITING_LIST),
        (99, 1, Phase.WAITING_LIST),
    ],
)
def test_the_phase_follows_the_seats(taken, waiting, phase):
    assert TERMS.phase(OPEN, taken=taken, waiting=waiting) == phase


def test_without_a_waiting_list_full_is_full():
    assert replace(TERMS, waiting_list=False).phase(OPEN, taken=100) == Phase.FULL


def test_half_of_a_small_room_is_not_yet_nearly_full():
    small = replace(TERMS, capacity=8)
    assert small.phase(OPEN, taken=3) == Phase.OPEN
    assert small.phase(OPEN, taken=4) == Phase.NEARLY_FULL


@pytest.mark.parametrize(
    ("change", "phase"),
    [
        ({"circumstance": Circumstance.CANCELLED}, Phase.CANCELLED),
        ({"circumstance": Circumstance.POSTPONED}, Phase.POSTPONED),
        ({"registration": False}, Phase.ELSEWHERE),
        ({"individuals": False}, Phase.BY_INVITATION),
    ],
)
def test_what_the_organiser_says_comes_before_the_numbers(change, phase):
    assert replace(TERMS, **change).phase(OPEN) == phase


def test_a_conference_called_off_stays_called_off_after_its_day():
    off = replace(TERMS, circumstance=Circumstance.CANCELLED)
    assert off.phase(START + timedelta(days=9)) == Phase.CANCELLED


def test_registration_never_outlasts_the_start():
    late = replace(TERMS, closes_at=START + timedelta(days=1))
    assert late.deadline == START
    assert not late.window_is_open(START)


def test_an_offer_ends_with_registration():
    asking = replace(TERMS, offer_hours=48)
    assert asking.offer_until(OPEN) == OPEN + timedelta(hours=48)
    just_before = TERMS.closes_at - timedelta(hours=3)
    assert asking.offer_until(just_before) == TERMS.closes_at


@given(terms, moments, st.integers(0, 400), st.integers(0, 50))
def test_readers_are_invited_only_while_seats_are_given_out(terms, now, taken, waiting):
    if terms.phase(now, taken=taken, waiting=waiting) in TAKES_REGISTRATIONS:
        assert replace(terms, live=True).window_is_open(now)


@given(terms, moments)
def test_a_closed_window_never_opens_again(terms, now):
    opened = terms.opens_at is None or now >= terms.opens_at
    if opened and not terms.window_is_open(now):
        assert not terms.window_is_open(now + timedelta(days=1))
