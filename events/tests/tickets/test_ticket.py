"""Which face a ticket shows: every state, circumstance and hour has exactly one."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.enums import Circumstance, RegistrationState
from events.tickets.ticket import Face, face, qr_rows
from events.tickets.wording import _FACES

NOW = datetime(2030, 3, 1, 2, 0, tzinfo=UTC)
STARTS, ENDS = NOW + timedelta(days=20), NOW + timedelta(days=20, hours=4)
State = RegistrationState


class Terms(SimpleNamespace):
    def has_started(self, now: datetime) -> bool:
        return now >= STARTS

    def is_over(self, now: datetime) -> bool:
        return now >= ENDS


def shown(state, *, now=NOW, circumstance=Circumstance.PLANNED, **row) -> Face:
    row = {"forgotten_at": None, "has_lapsed": False, "offer_until": None} | row
    registration = SimpleNamespace(state=state, **row)
    return face(registration, Terms(circumstance=circumstance), now)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"state": State.CONFIRMED}, Face.CONFIRMED),
        ({"state": State.CONFIRMED, "now": STARTS}, Face.CONFIRMED),
        ({"state": State.CONFIRMED, "now": ENDS}, Face.PAST),
        ({"state": State.WAITING}, Face.WAITING),
        ({"state": State.WAITING, "now": STARTS}, Face.MISSED),
        ({"state": State.PENDING, "now": STARTS}, Face.MISSED),
        ({"state": State.OFFERED, "offer_until": NOW + timedelta(1)}, Face.OFFERED),
        ({"state": State.OFFERED, "offer_until": NOW}, Face.LAPSED),
        ({"state": State.CANCELLED, "has_lapsed": True}, Face.LAPSED),
        ({"state": State.CANCELLED, "now": ENDS}, Face.CANCELLED),
        ({"state": State.TRANSFERRED, "now": ENDS}, Face.TRANSFERRED),
        (
            {"state": State.CONFIRMED, "circumstance": Circumstance.CANCELLED},
            Face.CALLED_OFF,
        ),
        (
            {"state": State.WAITING, "circumstance": Circumstance.POSTPONED},
            Face.POSTPONED,
        ),
        ({"state": State.CONFIRMED, "forgotten_at": NOW}, Face.FORGOTTEN),
    ],
)
def test_the_face_follows_what_its_holder_needs_first(facts, expected):
    assert shown(**facts) == expected


@given(
    st.sampled_from(State),
    st.sampled_from(Circumstance),
    st.integers(-30, 30),
    st.booleans(),
)
def test_every_ticket_has_a_face_with_words(state, circumstance, days, lapsed):
    got = shown(
        state,
        now=STARTS + timedelta(days=days),
        circumstance=circumstance,
        has_lapsed=lapsed,
        offer_until=STARTS,
    )
    heading, _sentence, css = _FACES[got]
    assert heading
    assert css
    # Only who has a seat, or had one until the end, reads of a seat.
    if got in (Face.CONFIRMED, Face.PAST):
        assert state == State.CONFIRMED


def test_the_picture_is_square_and_of_two_kinds_of_dots():
    rows = qr_rows("https://portal.example/ve/abc/")
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"#", "."}
