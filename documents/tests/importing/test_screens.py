"""The import screens: a trial run writes nothing, and says all there is to say."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from documents.models import Field, InitiativePage, RegulationPage
from documents.tests.importing.test_intake import HEADINGS, ROW
from home.setup import EDITORS, ORGANISERS
from portal.importing import kept_tables
from portal.importing.trial import MOST_ROWS
from portal.models import Organisation
from portal.tabular import read_table, write_csv, write_xlsx

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
ACTS, INITIATIVES = "import_regulations", "import_initiatives"
SHOWCASE = ("Số hồ sơ", "Tên sáng kiến", "Lĩnh vực", "Vấn đề", "Giải pháp", "Đơn vị")


@pytest.fixture
def editor(client, django_user_model):
    user = django_user_model.objects.create_user("minhhoa")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    return user


def send(client, name: str, raw: bytes, filename: str = "bang.csv"):
    file = SimpleUploadedFile(filename, raw)
    return client.post(reverse(name), {"file": file})


def acts(*rows) -> bytes:
    return write_csv(HEADINGS, rows)


def test_the_trial_writes_nothing_and_the_confirmation_once(admin_client):
    answer = send(admin_client, ACTS, write_xlsx(HEADINGS, [ROW]), "bang.xlsx")
    trial = admin_client.get(answer.url)
    assert trial.context["trial"].added == 1
    assert ROW[0] in trial.content.decode()
    assert not RegulationPage.objects.exists()

    done = admin_client.post(answer.url, {"publish": "1"})
    assert done.url == reverse("regulations:index")
    act = RegulationPage.objects.get()
    assert (act.symbol, act.live) == (ROW[0], True)
    assert act.owner.is_superuser
    # The table is gone with it: a second press finds nothing to do.
    assert admin_client.post(answer.url).url == reverse(ACTS)
    assert RegulationPage.objects.count() == 1


def test_each_error_stands_in_its_cell_and_good_rows_are_taken(admin_client):
    wrong = ("36-2018", "Quy định khác", "Sở không có", "31/2/2018")
    answer = send(admin_client, ACTS, acts(ROW, wrong))
    trial = admin_client.get(answer.url).context["trial"]
    (row,) = trial.rows
    assert (trial.added, trial.refused, row.number) == (1, 1, 3)
    said = {cell.heading: len(cell.problems) for cell in row.cells}
    assert said == dict(zip(HEADINGS, (1, 0, 1, 1), strict=True))
    assert row.cells[1].text == "Quy định khác"

    left = admin_client.post(answer.url)
    assert left.url == answer.url  # what is to be mended stands there
    act = RegulationPage.objects.get()
    assert not act.live
    again = admin_client.get(answer.url).context["trial"]
    assert (again.added, again.unchanged, again.refused) == (0, 1, 1)


def wrong_acts() -> bytes:
    """Five thousand, none of which says what it is about."""
    rows = [(f"{n}/2018/QĐ-UBND", "", ROW[2], ROW[3]) for n in range(1, 5001)]
    return acts(*rows)


def wrong_initiatives() -> bytes:
    """Five thousand, each with a day that there never was."""
    headings = (*SHOWCASE, "Ngày công nhận")
    field = Field.objects.order_by("pk").first().name
    facts = ("Minh họa", field, "Chậm", "Làm nhanh", "Trạm y tế minh họa")
    rows = [(f"SK-{n}", *facts, "31/2/2018") for n in range(1, 5001)]
    return write_csv(headings, rows)


@pytest.mark.parametrize(
    ("name", "wrong"), [(ACTS, wrong_acts), (INITIATIVES, wrong_initiatives)]
)
def test_five_thousand_rows_with_an_error_each(admin_client, name, wrong):
    answer = send(admin_client, name, wrong())
    page = admin_client.get(answer.url)
    trial = page.context["trial"]
    assert (len(trial.rows), trial.more) == (MOST_ROWS, 5000 - MOST_ROWS)
    assert (trial.refused, trial.takes) == (5000, 0)
    assert all(any(cell.is_wrong for cell in row.cells) for row in trial.rows)
    assert len(page.content) < 300_000
    sheet = admin_client.get(f"{answer.url}loi.xlsx")
    assert sheet["Content-Disposition"].startswith("attachment")
    book = load_workbook(kept(sheet.content), read_only=True)
    assert sum(1 for _row in book.worksheets[0].iter_rows()) == 5001
    # Nothing is taken, and what is to be mended stays in front of its author.
    assert admin_client.post(answer.url).url == answer.url
    assert not RegulationPage.objects.exists()
    assert not InitiativePage.objects.exists()


def kept(raw: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("a.xlsx", raw)


def test_what_is_no_table_is_said_at_the_field(admin_client):
    for raw in (b"MZ\x90\x00" * 50, b"<html></html>", b"a,b\r\n1,2\r\n"):
        answer = send(admin_client, ACTS, raw)
        assert answer.status_code == 200
        assert len(answer.context["form"].errors["file"]) == 1
    assert admin_client.post(reverse(ACTS)).context["form"].errors["file"]


@pytest.mark.parametrize("name", [ACTS, INITIATIVES])
def test_the_template_is_read_back(admin_client, name):
    page = admin_client.get(reverse(name))
    content = admin_client.get(page.context["template_url"]).content
    importer = page.context["importer"]
    columns = importer.columns()
    book = load_workbook(kept(content))
    book.worksheets[0].append(["x"] * len(columns))
    filled = SimpleUploadedFile("b.xlsx", b"")
    book.save(filled)
    table = read_table(filled, filename="b.xlsx", columns=columns)
    assert {heading.key for heading in table.headings} == {one.key for one in columns}


def test_initiatives_come_in_by_the_same_screens(admin_client, fields):
    row = ("SK-01", "Minh họa", fields, "Chậm", "Làm nhanh", "Trạm y tế minh họa")
    units = Organisation.objects.count()
    answer = send(admin_client, INITIATIVES, write_csv(SHOWCASE, [row]))
    trial = admin_client.get(answer.url).context["trial"]
    assert (trial.added, trial.refused, trial.warned) == (1, 0, 1)
    assert Organisation.objects.count() == units
    admin_client.post(answer.url)
    assert InitiativePage.objects.get(code="SK-01").unit.name == row[-1]


@pytest.fixture
def fields() -> str:
    return Field.objects.order_by("pk").first().name


def test_who_may_add_may_import_but_not_publish(client, editor):
    assert "nhap-bang" in client.get(reverse("regulations:index")).content.decode()
    answer = send(client, ACTS, acts(ROW))
    page = client.get(answer.url)
    assert not page.context["can_publish"]
    client.post(answer.url, {"publish": "1"})
    act = RegulationPage.objects.get()
    assert (act.live, act.owner) == (False, editor)


def test_others_may_neither_import_nor_see_a_table(client, admin_client, editor):
    answer = send(admin_client, ACTS, acts(ROW))
    assert client.get(answer.url).url == reverse(ACTS)
    editor.groups.set([Group.objects.get(name=ORGANISERS)])
    for address in (reverse(ACTS), answer.url, f"{answer.url}loi.xlsx"):
        assert client.get(address).status_code == 302
        assert client.post(address).status_code == 302
    assert not RegulationPage.objects.exists()


def test_a_table_nobody_confirmed_is_gone_after_a_day(admin_client):
    answer = send(admin_client, ACTS, acts(ROW))
    now = timezone.now()
    kept_tables.forget_old(now + timedelta(hours=23))
    assert admin_client.get(answer.url).status_code == 200
    assert kept_tables.forget_old(now + timedelta(hours=25)) >= 1
    gone = admin_client.get(answer.url, follow=True)
    assert re.search("Hãy tải lên lại", gone.content.decode())


def test_the_trial_asks_no_more_for_more_rows(
    admin_client, django_assert_max_num_queries
):
    one = send(admin_client, ACTS, acts(ROW)).url
    rows = [(f"{n}/2018/QĐ-UBND", "Quy định", ROW[2], ROW[3]) for n in range(1, 60)]
    many = send(admin_client, ACTS, acts(*rows)).url
    admin_client.get(one)
    with django_assert_max_num_queries(500) as few:
        admin_client.get(one)
    with django_assert_max_num_queries(len(few)):
        admin_client.get(many)
