"""Long papers drawn by the worker: whole after a death, shut to others, removed."""

import os
import signal
import sys
from datetime import timedelta
from functools import partial
from io import BytesIO

import pikepdf
import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from events.checkin import papers, print_files
from events.enums import PrintedPaper, PrintProblem
from events.models import AttendeeAccess, Charge, PaperPrint
from events.organising import prints
from events.organising.assignments import assign
from events.personal_data import erasure
from events.tests.scenario import NOW, add_event, register
from portal import pdf
from portal.pdf import runner

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
drawn = pytest.mark.skipif(not pdf.available(), reason="Pango is not installed")
PEOPLE = 7
DEAD = f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"


@pytest.fixture
def event():
    return add_event(50, title="Lớp minh họa")


@pytest.fixture
def people(event):
    return [register(event, number) for number in range(1, PEOPLE + 1)]


@pytest.fixture
def organiser(client, django_user_model, event):
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(events=(event.pk,)))
    client.force_login(user)
    return user


@pytest.fixture
def short(monkeypatch):
    """Four people are many, and a batch is one sheet."""
    monkeypatch.setattr(prints, "AT_ONCE", 4)
    monkeypatch.setattr(print_files, "EACH", 1)


def address(name: str, event, *more) -> str:
    return reverse(name, args=[event.pk, *more])


def text_of(row: PaperPrint) -> str:
    with prints.storage().open(row.file) as file:
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def dying(times: int, monkeypatch) -> list:
    """Have the process that draws killed so often; the list of all that were begun."""
    begun, real = [], runner.command

    def command(base_url: str) -> list[str]:
        begun.append(base_url)
        killed = [sys.executable, "-c", DEAD]
        return killed if len(begun) <= times else real(base_url)

    monkeypatch.setattr(runner, "command", command)
    return begun


@drawn
def test_a_short_list_is_there_at_once(client, organiser, event, people):
    answer = client.get(address("attendance_sign_in", event))
    assert answer["Content-Type"] == "application/pdf"
    assert not PaperPrint.objects.exists()


@drawn
@pytest.mark.parametrize("slug", ["ky-nhan", "the"])
def test_a_long_list_is_asked_for_looked_after_and_fetched(
    client, organiser, event, people, short, slug
):
    name = {"ky-nhan": "attendance_sign_in", "the": "attendance_badges"}[slug]
    screen = address("attendance_print", event, slug)
    answer = client.get(address(name, event))
    assert (answer.status_code, answer["Location"]) == (302, screen)
    assert f"<strong>{PEOPLE}</strong>" in client.get(screen).content.decode()
    assert not PaperPrint.objects.exists()
    answer = client.post(screen)
    assert (answer.status_code, answer["Location"]) == (302, screen)
    row = PaperPrint.objects.get()
    assert (row.done, row.total, row.problem) == (PEOPLE, PEOPLE, "")
    file = address("attendance_print_file", event, slug)
    assert file in client.get(screen).content.decode()
    answer = client.get(file)
    content = b"".join(answer.streaming_content)
    text = "\n".join(
        page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages
    )
    assert [one.name for one in people if one.name not in text] == []
    assert "no-store" in answer["Cache-Control"]
    looked = AttendeeAccess.objects.filter(user=organiser).latest("pk")
    assert (looked.event_id, looked.how_many) == (event.pk, PEOPLE)
    progress = client.get(address("attendance_print_progress", event, slug)).json()
    assert progress == {"done": PEOPLE, "total": PEOPLE, "running": False}


@drawn
def test_sheets_drawn_apart_go_on_counting(event, short):
    for number in range(30):
        register(event, number)
    row = print_files.start(event, PrintedPaper.SIGN_IN, now=NOW, actor=None)
    row.refresh_from_db()
    text, sheets = text_of(row), papers.sign_sheets(event)
    assert len(sheets) > 1
    for number in range(1, len(sheets) + 1):
        assert f"Trang {number}/{len(sheets)}" in text
    assert text.count("DANH SÁCH KÝ NHẬN") == 1
    assert row.done == 30


@drawn
def test_a_process_that_dies_gives_its_batch_back(event, people, short, monkeypatch):
    begun = dying(prints.TRIES - 1, monkeypatch)
    row = print_files.start(event, PrintedPaper.SIGN_IN, now=NOW, actor=None)
    row.refresh_from_db()
    assert (row.done, row.repeated, row.problem) == (PEOPLE, prints.TRIES - 1, "")
    text = text_of(row)
    assert [one.name for one in people if text.count(one.name) != 1] == []
    assert len(begun) == len(papers.sign_sheets(event)) + prints.TRIES - 1


@drawn
def test_one_that_always_dies_is_given_up_and_says_so(
    client, organiser, event, people, short, monkeypatch
):
    begun = dying(99, monkeypatch)
    client.post(address("attendance_print", event, "ky-nhan"))
    row = PaperPrint.objects.get()
    assert (row.problem, row.file) == (PrintProblem.FAILED, "")
    assert len(begun) == prints.TRIES
    html = client.get(address("attendance_print", event, "ky-nhan")).content.decode()
    assert str(PrintProblem.FAILED.label) in html and "tep.pdf" not in html


def test_one_that_hangs_is_ended(monkeypatch):
    asleep = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(runner, "command", lambda base_url: asleep)
    monkeypatch.setattr(runner, "SECONDS", 0.2)
    with pytest.raises(runner.DrawingFailed, match=r"0\.2 s"):
        runner.render_apart("<p>x</p>", "http://testserver/")


@drawn
def test_what_cannot_be_drawn_says_the_kind_of_fault_alone():
    html = '<link rel=stylesheet href="a.css"><p>Nông Thị Bích Diệp</p>'
    with pytest.raises(runner.DrawingFailed) as failed:
        runner.render_apart(html, "http://[broken/")
    assert "Error" in str(failed.value) and "Diệp" not in str(failed.value)


@drawn
def test_while_one_is_made_that_is_the_one(event, people, monkeypatch):
    monkeypatch.setattr(type(print_files.draw), "enqueue", lambda *args: None)
    start = partial(print_files.start, event, PrintedPaper.SIGN_IN, actor=None)
    row = start(now=NOW)
    assert start(now=NOW + timedelta(minutes=59)) == row
    other = print_files.start(event, PrintedPaper.BADGES, now=NOW, actor=None)
    assert other != row
    # Lost with its worker; the screen no longer says that it is being made.
    later = NOW + prints.LOST_AFTER
    assert not prints.is_underway(row, later)
    assert start(now=later) != row


def test_a_lost_one_can_be_made_once_more(client, organiser, event, people):
    now = timezone.now()
    row = PaperPrint.objects.create(
        event=event, paper=PrintedPaper.SIGN_IN, total=PEOPLE, created_at=now
    )
    screen = address("attendance_print", event, "ky-nhan")
    html = client.get(screen).content.decode()
    assert "<progress" in html and "disabled" in html
    row.created_at = now - prints.LOST_AFTER
    row.save()
    html = client.get(screen).content.decode()
    assert "<progress" not in html and "disabled" not in html


@drawn
def test_a_file_says_when_the_list_has_changed(client, organiser, event, people):
    print_files.start(event, PrintedPaper.SIGN_IN, now=NOW, actor=None)
    screen = address("attendance_print", event, "ky-nhan")
    words = f"{PEOPLE + 1} người: hãy tạo lại tệp"
    assert words not in client.get(screen).content.decode()
    register(event, 99)
    assert words in client.get(screen).content.decode()


@drawn
def test_no_file_outlives_its_days_or_its_people(
    event, people, django_capture_on_commit_callbacks
):
    row = print_files.start(event, PrintedPaper.SIGN_IN, now=NOW, actor=None)
    row.refresh_from_db()
    assert prints.forget_old(NOW + prints.KEEP) == 0 and prints.has_file(row)
    with django_capture_on_commit_callbacks(execute=True):
        assert prints.forget_old(NOW + prints.KEEP + timedelta(seconds=1)) == 1
    assert not prints.has_file(row) and not PaperPrint.objects.exists()


@drawn
def test_whoever_is_forgotten_leaves_the_files(
    event, people, django_capture_on_commit_callbacks
):
    row = print_files.start(event, PrintedPaper.BADGES, now=NOW, actor=None)
    row.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        erasure.forget(people[0], now=NOW)
    assert not prints.has_file(row)


@drawn
def test_forgotten_while_it_is_drawn_leaves_no_file(event, people, monkeypatch):
    real = prints.render_apart

    def forget_and_draw(html: str, base_url: str) -> bytes:
        erasure.forget(people[0], now=NOW)
        return real(html, base_url)

    monkeypatch.setattr(prints, "render_apart", forget_and_draw)
    before = kept_files()
    print_files.start(event, PrintedPaper.SIGN_IN, now=NOW, actor=None)
    assert not PaperPrint.objects.exists() and kept_files() == before


def kept_files() -> set[str]:
    folder = prints.storage().path("prints")
    return set(os.listdir(folder)) if os.path.isdir(folder) else set()


def test_nobody_on_it_and_no_such_paper(client, organiser, event):
    screen = address("attendance_print", event, "ky-nhan")
    assert "disabled" in client.get(screen).content.decode()
    client.post(screen)
    assert PaperPrint.objects.get().problem == PrintProblem.NOBODY
    file = address("attendance_print_file", event, "ky-nhan")
    assert client.get(file)["Location"] == screen
    for slug in ("certificates", "khac"):
        assert client.get(address("attendance_print", event, slug)).status_code == 404


def test_a_machine_without_pango_says_so(
    client, organiser, event, people, short, monkeypatch
):
    monkeypatch.setattr(pdf, "available", lambda: False)
    screen = address("attendance_print", event, "the")
    client.post(screen)
    assert str(PrintProblem.NO_PDF.label) in client.get(screen).content.decode()


@given(st.lists(st.integers(0, 4), max_size=6))
def test_joined_documents_have_all_pages_in_order(sizes):
    parts, widths = [], []
    for size in sizes:
        out = BytesIO()
        with pikepdf.new() as document:
            for _page in range(size):
                widths.append(100 + len(widths))
                document.add_blank_page(page_size=(widths[-1], 100))
            document.save(out)
        parts.append(out.getvalue())
    with pikepdf.open(BytesIO(prints.joined(parts))) as whole:
        assert [int(page.mediabox[2]) for page in whole.pages] == widths


@pytest.mark.postgres
def test_the_screen_asks_as_much_for_many(
    client, organiser, event, people, django_assert_num_queries
):
    screen = address("attendance_print", event, "ky-nhan")
    client.get(screen)
    with CaptureQueriesContext(connection) as asked:
        client.get(screen)
    for number in range(20, 40):
        register(event, number)
    with django_assert_num_queries(len(asked)):
        client.get(screen)
