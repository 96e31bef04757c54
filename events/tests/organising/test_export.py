"""Lists of attendees that open well, safely, and in the order offices use."""

import io

import pytest
from openpyxl import load_workbook

from events.models import Registration
from events.organising import export
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
