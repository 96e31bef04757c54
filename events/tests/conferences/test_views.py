"""Series and event as readers see them, and as the editor's form accepts them."""

import json
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from documents.tests.act_factories import add_act
from events.conferences.wording import shown_phase
from events.enums import Circumstance
from events.models import (
    EventIndexPage,
    EventPage,
    SeatCount,
    SeriesAgendaItem,
    SeriesMaterial,
    SeriesOrganiser,
    SeriesRegulation,
    SeriesSpeaker,
)
from events.models.terms import Phase
from events.tests.factories import EventFactory, SeriesFactory
from portal.models import Locality, Organisation, Person, PortalDocument, SearchEntry

pytestmark = pytest.mark.django_db
NOW = datetime(2030, 5, 1, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def first_of_may():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def index(front):
    return EventIndexPage.objects.get()


@pytest.fixture
def series(index):
    series = SeriesFactory(parent=index)
    series.agenda = [
        SeriesAgendaItem(title=f"Mục {number}", regulation=add_act(f"{number}/2029/QĐ"))
        for number in range(1, 4)
    ]
    series.speakers = [
        SeriesSpeaker(person=Person.objects.create(full_name=f"Người Mẫu {letter}"))
        for letter in "AB"
    ]
    series.presented = [
        SeriesRegulation(regulation=item.regulation) for item in series.agenda.all()
    ]
    organisation = Organisation.objects.create(name="Ban tổ chức (minh họa)")
    series.organisers = [SeriesOrganiser(organisation=organisation, part="Chủ trì")]
    document = PortalDocument.objects.create(
        title="Bảng tự kiểm", file=ContentFile(b"a,b", name="a.csv")
    )
    series.materials = [SeriesMaterial(document=document)]
    series.save()
    return series


def open_event(parent, *, capacity=100, taken=0, waiting=0, **facts) -> EventPage:
    facts = {"registration_on": True, "capacity": capacity, **facts}
    event = EventFactory(parent=parent, **facts)
    SeatCount.objects.create(
        event=event, capacity=capacity, taken=taken, waiting=waiting
    )
    return event


def panel(response) -> str:
    return re.search(r'<section class="register.*?</section>', response.text, re.S)[0]


def moment(day: int) -> datetime:
    return datetime(2030, 5, day, 3, tzinfo=UTC)


PHASES = {
    Phase.OPEN: ({"taken": 40}, True),
    Phase.NEARLY_FULL: ({"taken": 95}, True),
    Phase.WAITING_LIST: ({"taken": 100, "waiting": 7}, True),
    Phase.FULL: ({"taken": 100, "waiting_list_on": False}, False),
    Phase.NOT_YET_OPEN: ({"opens_at": moment(3)}, False),
    Phase.CLOSED: (
        {"closes_at": datetime(2030, 4, 30, 3, tzinfo=UTC)},
        False,
    ),
    Phase.BY_INVITATION: ({"individuals_on": False}, False),
    Phase.POSTPONED: (
        {"circumstance": Circumstance.POSTPONED, "circumstance_note": "Mưa lũ."},
        False,
    ),
    Phase.CANCELLED: (
        {"circumstance": Circumstance.CANCELLED, "circumstance_note": "Gộp lớp."},
        False,
    ),
    Phase.PAST: ({"starts_on": date(2030, 4, 1), "ends_on": date(2030, 4, 1)}, False),
    Phase.ELSEWHERE: ({"registration_on": False}, False),
}


def test_every_phase_is_tried_here():
    assert set(PHASES) == set(Phase)


@pytest.mark.parametrize("phase", PHASES, ids=str)
def test_each_phase_has_its_words_and_a_button_only_where_it_leads_on(
    client, index, phase
):
    facts, has_button = PHASES[phase]
    event = open_event(index, **facts)
    response = client.get(event.url)
    assert response.context["status"].phase == phase
    shown = panel(response)
    assert str(shown_phase(phase).label) in shown
    assert (f'href="{event.url}dang-ky/"' in shown) == has_button
    assert event.circumstance_note in shown


def test_the_panel_gives_the_number_left_and_the_row_too(client, index):
    event = open_event(index, taken=62)
    assert "<b>38</b>" in panel(client.get(event.url))
    assert (
        "38"
        in re.search(r'<div class="seats.*?</div>', client.get("/su-kien/").text, re.S)[
            0
        ]
    )


def test_an_event_nobody_registered_for_yet_has_all_its_seats(client, index):
    event = EventFactory(parent=index, registration_on=True, capacity=30)
    assert "<b>30</b>" in panel(client.get(event.url))


def test_a_phase_is_not_kept_longer_than_ten_seconds_after_its_deadline(client, index):
    event = open_event(index)
    assert "max-age=10" in client.get(event.url)["Cache-Control"]


def test_a_full_event_page_costs_at_most_sixteen_queries(
    client, series, django_assert_max_num_queries
):
    event = open_event(series, locality=Locality.objects.get(kind="province"))
    open_event(series)
    client.get(event.url)
    with django_assert_max_num_queries(16):
        response = client.get(event.url)
    for words in ("Mục 3", "Người Mẫu B", "3/2029/QĐ", "Bảng tự kiểm", "Chủ trì"):
        assert words in response.text


@pytest.mark.parametrize("count", [1, 3])
def test_a_series_asks_as_often_for_one_event_as_for_three(
    client, series, count, django_assert_max_num_queries
):
    for _i in range(count):
        open_event(series)
    client.get(series.url)
    with django_assert_max_num_queries(21):
        response = client.get(series.url)
    assert len(response.context["events"]) == count


def test_the_map_link_is_the_organisers_own_or_a_search(index):
    event = EventFactory(parent=index, venue="Hội trường A", address="Số 1, phố Mẫu")
    assert event.map_link.startswith("https://www.openstreetmap.org/search?query=")
    event.map_url = "https://ban-do.test/a"
    assert event.map_link == "https://ban-do.test/a"
    assert EventFactory(parent=index, venue="").map_link == ""


def jsonld(response) -> dict:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', response.text
    )
    return json.loads(found[1])


def test_search_engines_learn_status_place_and_seats(client, index):
    event = open_event(index, taken=95)
    data = jsonld(client.get(event.url))
    assert data["@type"] == "Event"
    assert data["startDate"] == "2030-05-14T07:30:00+07:00"
    assert data["eventStatus"].endswith("/EventScheduled")
    assert data["offers"]["availability"].endswith("/LimitedAvailability")
    assert data["location"]["name"] == event.venue
    assert data["organizer"]["@type"] == "GovernmentOrganization"
    cancelled = open_event(index, circumstance=Circumstance.CANCELLED)
    data = jsonld(client.get(cancelled.url))
    assert data["eventStatus"].endswith("/EventCancelled")
    assert "offers" not in data


def test_an_event_without_a_known_day_claims_none(client, index):
    event = EventFactory(parent=index, starts_on=None, ends_on=None, date_text="Quý I")
    assert "startDate" not in jsonld(client.get(event.url))
    assert "lich.ics" not in panel(client.get(event.url))


def test_a_series_names_its_events_to_search_engines(client, series):
    event = open_event(series)
    data = jsonld(client.get(series.url))
    assert data["@type"] == "EventSeries"
    assert [row["name"] for row in data["subEvent"]] == [event.title]


def test_the_search_finds_an_event_by_its_place(index):
    event = EventFactory(parent=index, venue="Nhà văn hóa Đồng Mẫu")
    event.save_revision().publish()
    assert "Nhà văn hóa Đồng Mẫu" in SearchEntry.objects.get(page=event.pk).words.text


def test_a_district_that_is_no_more_is_refused_with_its_last_day(index):
    district = Locality.objects.get(name="Hữu Lũng", kind="district")
    event = EventFactory.build(locality=district)
    with pytest.raises(ValidationError) as refused:
        event.clean()
    assert "30/06/2025" in str(refused.value.message_dict["locality"])
    event.starts_on = event.ends_on = date(2021, 1, 26)
    event.clean()


def form_of(event, **changes):
    form_class = EventPage.get_edit_handler().get_form_class()
    form = form_class(instance=event)
    data = {name: form.initial.get(name) for name in form.fields}
    data = {name: value for name, value in data.items() if value not in (None, False)}
    for formset in form.formsets.values():
        data |= {
            f"{formset.prefix}-{key}": 0 for key in ("TOTAL_FORMS", "INITIAL_FORMS")
        }
    data["body-count"] = "0"
    return form_class({**data, **changes}, instance=event)


def test_seats_cannot_be_fewer_than_people_seated(index):
    event = open_event(index, taken=62)
    form = form_of(event, capacity="61")
    assert "62" in str(form.errors["capacity"])
    assert "capacity" not in form_of(event, capacity="62").errors


def test_two_questions_of_one_name_are_refused(index):
    rows = {"questions-TOTAL_FORMS": "2"}
    for number, label in enumerate(("Có đi xe không?", "co di xe khong")):
        rows |= {
            f"questions-{number}-label": label,
            f"questions-{number}-field_type": "checkbox",
            f"questions-{number}-ORDER": str(number + 1),
        }
    form = form_of(open_event(index), **rows)
    assert not form.is_valid()
    assert "label" in form.formsets["questions"].errors[1]


def asking(index, label: str, **more):
    """The form of a conference's page with this new question, and the question's."""
    row = {
        "questions-TOTAL_FORMS": "1",
        "questions-0-label": label,
        "questions-0-field_type": "singleline",
        "questions-0-required": "on",
        "questions-0-ORDER": "1",
        "offer_hours": "0",
    }
    form = form_of(open_event(index), **row, **more)
    return form, form.formsets["questions"]


def test_a_question_for_papers_of_identity_is_refused_with_the_reason(index):
    form, questions = asking(index, "Số CCCD (để làm thẻ)")
    assert not form.is_valid()
    assert "giấy tờ tùy thân" in str(questions.errors[0]["label"])


def test_another_personal_question_starts_as_optional(index):
    form, questions = asking(index, "Ngày sinh")
    assert form.is_valid(), form.errors
    assert questions.forms[0].instance.required is False
    form, questions = asking(index, "Bạn đi xe gì?")
    assert form.is_valid()
    assert questions.forms[0].instance.required is True


def test_coordinates_lead_to_the_very_door(index):
    event = EventFactory(
        parent=index, venue="Nhà văn hóa", coordinates="21.8478, 106.7576"
    )
    assert event.map_link == (
        "https://www.openstreetmap.org/?mlat=21.8478&mlon=106.7576#map=17/21.8478/106.7576"
    )
    event.coordinates = "ở gần chợ"
    with pytest.raises(ValidationError):
        event.full_clean()
    assert event.map_link.startswith("https://www.openstreetmap.org/search")
