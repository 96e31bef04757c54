"""An event of a series shows the series' programme until it states its own."""

from datetime import time

import pytest
from django.core.files.base import ContentFile
from django.db.models import ProtectedError

from documents.tests.act_factories import add_act
from events.models import (
    EventAgendaItem,
    EventIndexPage,
    EventPage,
    EventRegulation,
    EventSpeaker,
    SeriesAgendaItem,
    SeriesMaterial,
    SeriesOrganiser,
    SeriesQuestion,
    SeriesRegulation,
    SeriesSpeaker,
)
from events.tests.factories import EventFactory, SeriesFactory
from portal.models import Organisation, Person, PortalDocument

pytestmark = pytest.mark.django_db


def speaker(model, name: str):
    person = Person.objects.create(full_name=name, title="Chức vụ hôm nay")
    return model(person=person, title_then="Giáo viên", organisation_then="Trường A")


@pytest.fixture
def series(front):
    series = SeriesFactory(parent=EventIndexPage.objects.get())
    series.agenda = [
        SeriesAgendaItem(time=time(8), title="Mở đầu"),
        SeriesAgendaItem(time=time(9), title="Thực hành"),
    ]
    series.speakers = [speaker(SeriesSpeaker, "Nông Thị Mẫu")]
    series.questions = [SeriesQuestion(label="Đã từng dự chưa?", field_type="checkbox")]
    organisation = Organisation.objects.create(name="Ban tổ chức (minh họa)")
    series.organisers = [SeriesOrganiser(organisation=organisation)]
    series.save()
    return series


@pytest.fixture
def event(series):
    return EventFactory(parent=series)


def fetched(event) -> EventPage:
    return EventPage.objects.for_reading().get(pk=event.pk)


def test_what_an_event_leaves_empty_comes_from_its_series(event):
    shown = fetched(event)
    assert [item.title for item in shown.get_agenda()] == ["Mở đầu", "Thực hành"]
    assert [str(row) for row in shown.get_speakers()] == ["Nông Thị Mẫu"]
    assert [row.clean_name for row in shown.get_questions()] == ["da_tung_du_chua"]
    assert [str(row) for row in shown.get_organisers()] == ["Ban tổ chức (minh họa)"]
    assert shown.get_materials() == []
    assert shown.get_initiatives() == []


def test_one_row_of_its_own_replaces_that_list_and_no_other(event):
    event.agenda = [EventAgendaItem(title="Chỉ ở đây")]
    event.save()
    shown = fetched(event)
    assert [item.title for item in shown.get_agenda()] == ["Chỉ ở đây"]
    assert len(shown.get_speakers()) == 1


def test_a_draft_shows_rows_that_are_not_saved_yet(event):
    event.speakers = [speaker(EventSpeaker, "Hoàng Văn Thử")]
    draft = event.save_revision().as_object()
    assert [str(row) for row in draft.get_speakers()] == ["Hoàng Văn Thử"]
    assert [str(row) for row in fetched(event).get_speakers()] == ["Nông Thị Mẫu"]


def test_speakers_keep_title_and_organisation_of_that_day(event):
    row = fetched(event).get_speakers()[0]
    assert (row.title_then, row.organisation_then) == ("Giáo viên", "Trường A")


def test_regulations_come_in_the_editors_order_and_only_published(series, event):
    first, second, hidden = (add_act(f"{n}/2031/QĐ-UBND") for n in (7, 3, 5))
    hidden.unpublish()
    acts = (first, hidden, second)
    series.presented = [SeriesRegulation(regulation=act) for act in acts]
    series.save()
    assert [row.sort_order for row in series.presented.all()] == [0, 1, 2]
    shown = [act.symbol for act in fetched(event).get_regulations()]
    assert shown == [first.symbol, second.symbol]
    event.presented = [EventRegulation(regulation=act) for act in (second, first)]
    event.save()
    shown = [act.symbol for act in fetched(event).get_regulations()]
    assert shown == [second.symbol, first.symbol]


def test_an_event_alone_has_only_what_it_states(front):
    alone = EventFactory(parent=EventIndexPage.objects.get())
    assert fetched(alone).series_id is None
    assert fetched(alone).get_agenda() == []


@pytest.mark.parametrize("kind", ["get_agenda", "get_speakers", "get_organisers"])
def test_each_question_is_one_query(event, kind, django_assert_num_queries):
    shown = fetched(event)
    assert shown.series_id
    with django_assert_num_queries(1):
        for row in getattr(shown, kind)():
            str(row)


def test_a_document_in_use_stays(series):
    document = PortalDocument.objects.create(
        title="Tài liệu", file=ContentFile(b"a,b", name="a.csv")
    )
    series.materials = [SeriesMaterial(document=document)]
    series.save()
    with pytest.raises(ProtectedError):
        document.delete()
