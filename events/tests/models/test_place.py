"""One place is said once, in lists, on tickets and in letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.conferences import facts
from events.models import EventPage
from events.models.places_in_words import in_one_line, says
from portal.models import Locality, LocalityKind


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("xã Hữu Lũng", "", "Xã Hữu Lũng"), "xã Hữu Lũng"),
        (("Hội trường UBND xã Hữu Lũng", "Xã Hữu Lũng"), "Hội trường UBND xã Hữu Lũng"),
        (
            ("Nhà văn hóa", "thôn 3, xa huu lung", "Xã Hữu Lũng"),
            "Nhà văn hóa, thôn 3, xa huu lung",
        ),
        (("Hội trường", "Xã Hữu Lũng"), "Hội trường, Xã Hữu Lũng"),
        # A venue of that name elsewhere says nothing of the place it lies in.
        (("Khách sạn Hữu Lũng", "Xã Chi Lăng"), "Khách sạn Hữu Lũng, Xã Chi Lăng"),
        (("Khách sạn Hữu Lũng", "Xã Hữu Lũng"), "Khách sạn Hữu Lũng, Xã Hữu Lũng"),
        (("", "", ""), ""),
    ],
)
def test_a_place_stands_once(parts, line):
    assert in_one_line(*parts) == line


PART = st.text(alphabet="aăâbđHũ ,", max_size=12)


@given(st.lists(PART, max_size=4))
def test_what_is_said_again_adds_nothing(parts):
    line = in_one_line(*parts)
    assert in_one_line(line, line) == line
    assert all(in_one_line(line, part) == line for part in parts if says(line, part))


@given(PART, PART)
def test_two_places_are_both_said(venue, place):
    line = in_one_line(venue, place)
    assert line.startswith(venue.strip())
    assert not place.strip() or says(line, place) or place.strip() in line


@pytest.mark.django_db
def test_page_ticket_and_letter_agree():
    place = Locality(name="Hữu Lũng", kind=LocalityKind.COMMUNE)
    event = EventPage(title="Lớp", venue="Hội trường xã Hữu Lũng", locality=place)
    assert event.place == "Hội trường xã Hữu Lũng"
    assert event.venue_locality == ""
    assert event.address_in_words == str(place)
    shown = {fact.name: fact.value for fact in facts.of(event)}
    assert shown[facts.PLACE] == "Hội trường xã Hữu Lũng"
    event.venue = "Trường minh họa"
    assert event.venue_locality == str(place)
