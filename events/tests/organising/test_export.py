"""Lists of attendees that open well, safely, and in the order offices use."""

import io
from datetime import datetime

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from events.enums import Purpose, Seen
from events.models import AttendeeAccess, EventPage, EventQuestion, Registration
from events.models.attendees import Agreed
from events.organising import columns, export
from events.tests.scenario import NOW, add_event, register, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

PEOPLE = (
    ("Hoàng Văn Ất", "Trường B"),
    ("Nông Thị Ánh", "Trạm A"),
    ("Vi Thị An", "Trạm A"),
    ("Lý Đức Ân", "Trạm A"),
)


@pytest.fixture
def event(front):
    event = add_event(capacity=3)
    for number, (name, agency) in enumerate(PEOPLE):
        details = {"name": name, "organisation_name": agency}
        register(event, number, attendee=somebody(number, **details))
    return event


def people(event):
    return Registration.objects.filter(event=event)


def test_grouped_by_agency_and_sorted_by_given_name(event):
    rows = list(export.attendee_rows(people(event)))
    assert [row[1] for row in rows] == [
        "Vi Thị An",
        "Nông Thị Ánh",
        "Lý Đức Ân",
        "Hoàng Văn Ất",
    ]
    assert [row[0] for row in rows] == [1, 2, 3, 4]


def test_the_workbook_keeps_phones_as_text_and_counts_by_agency(event):
    file = io.BytesIO()
    export.write_attendees_xlsx(file, event, people(event), NOW)
    book = load_workbook(file)
    sheet = book["Danh sách đại biểu"]
    assert [cell.value for cell in sheet[1]] == list(export.HEADINGS)
    assert (sheet["E2"].value, sheet["E2"].number_format) == ("0910 000 002", "@")
    totals = list(book["Cộng theo đơn vị"].iter_rows(values_only=True, max_col=5))
    assert totals[1:4] == [
        ("Trạm A", 2, 1, 0, 3),
        ("Trường B", 1, 0, 0, 1),
        ("Cộng", 3, 1, 0, 4),
    ]


def test_nothing_in_a_list_runs_when_it_is_opened(event):
    wicked = somebody(9, position='=HYPERLINK("//x")', note="@SUM(A1)")
    register(event, 9, attendee=wicked)
    file = io.BytesIO()
    export.write_attendees_xlsx(file, event, people(event), NOW)
    sheet = load_workbook(file).worksheets[0]
    assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    file = io.BytesIO()
    export.write_attendees_csv(file, event, people(event), NOW)
    text = file.getvalue().decode("utf-8")
    assert text.startswith("\ufeffTT,")
    assert "'=HYPERLINK" in text
    assert "'@SUM" in text


def test_a_list_of_many_asks_one_query(event, django_assert_num_queries):
    with django_assert_num_queries(1):
        export.write_attendees_xlsx(io.BytesIO(), event, people(event), NOW)


def test_answers_consents_and_contacts_are_columns(front):
    event = add_event(5)
    event.questions.add(
        EventQuestion(label="Bữa trưa", field_type="radio", choices="Chay\nMặn"),
        EventQuestion(label="Ghi chú", field_type="singleline"),
    )
    event.save_revision().publish()
    event = EventPage.objects.get(pk=event.pk)
    given = {"bua_trua": "Chay", "da_bo": ["=1+1", "b"], "ghi_chu": "@x"}
    agreed = Agreed("thu", frozenset({Purpose.TAKING_PART, Purpose.PHOTOS}))
    details = {"email": "an@x.vn", "answers": given}
    register(event, 1, attendee=somebody(1, **details), agreed=agreed)
    known = {one.heading: one for one in columns.offered(event)}
    chosen = [
        known[heading]
        for heading in (
            "Bữa trưa",
            "Câu hỏi: Ghi chú",
            "da_bo",
            "Thư điện tử",
            "Đăng ký lúc",
            f"Đồng ý: {Purpose.PHOTOS.label}",
            f"Đồng ý: {Purpose.INVITATIONS.label}",
        )
    ]
    file = io.BytesIO()
    export.write_attendees_xlsx(file, event, people(event), NOW, chosen)
    sheet = load_workbook(file).worksheets[0]
    assert [cell.value for cell in sheet[2]] == [
        1,
        "Chay",
        "'@x",
        "'=1+1, b",
        "an@x.vn",
        datetime(2030, 3, 1, 9),
        "Có",
        "Không",
    ]
    assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_a_choice_is_kept_for_its_owner_and_named_in_the_log(
    event, admin_client, admin_user, django_user_model
):
    url = reverse("registrations_columns", args=[event.pk])
    sent = {"column": ["email", "name", "nonsense"], "kind": "csv", "query": ""}
    answer = admin_client.post(url, sent)
    assert answer.content.decode("utf-8-sig").startswith("TT,Họ và tên,Thư điện tử")
    look = AttendeeAccess.objects.get(what=Seen.EXPORT)
    assert (look.asked, look.how_many) == ("csv: Họ và tên, Thư điện tử", len(PEOPLE))
    known = columns.offered(event)
    names = [one.name for one in columns.remembered(admin_user, known)]
    assert names == ["name", "email"]
    other = django_user_model.objects.create_user("khac")
    assert columns.remembered(other, known) == list(columns.STANDARD)
    again = admin_client.get(reverse("registrations_export", args=[event.pk, "csv"]))
    assert again.content == answer.content
    ticked = {
        one.name
        for _title, rows in admin_client.get(url).context["groups"]
        for one, is_ticked in rows
        if is_ticked
    }
    assert ticked == {"name", "email"}


def test_no_column_and_no_right_give_no_file(event, admin_client, client):
    url = reverse("registrations_columns", args=[event.pk])
    answer = admin_client.post(url, {"kind": "csv"})
    assert answer["Content-Type"].startswith("text/html")
    assert (
        admin_client.post(url, {"kind": "exe", "column": ["name"]}).status_code == 404
    )
    assert not AttendeeAccess.objects.filter(what=Seen.EXPORT).exists()


def test_a_list_with_every_column_of_many_asks_two_queries(
    event, django_assert_num_queries
):
    known = columns.offered(event)
    with django_assert_num_queries(2):
        export.write_attendees_csv(io.BytesIO(), event, people(event), NOW, known)
