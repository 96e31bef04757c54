"""Letters: how they are written and queued, and what is refused."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as django_mail
from django.core.files.storage import storages
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction
from django.utils import timezone, translation
from post_office.models import Attachment as StoredAttachment
from post_office.models import Email

from portal.mail import (
    Attachment,
    BadAddress,
    BadAttachment,
    BadHeader,
    MailState,
    deliver_due,
    state,
)
from portal.mail.retention import drop_orphans
from portal.tests.mail.letters import TO, files, write

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def letters(visit_letter):
    """Every test may queue letters, and begins without files of others."""
    shutil.rmtree(storages["mail"].location, ignore_errors=True)


def test_a_letter_goes_out_in_text_and_html_with_the_units_name(mailoutbox):
    key = write("hoa@portal.example", name="Hoa & Bình")
    assert deliver_due(NOW).sent == 1
    (letter,) = mailoutbox
    assert letter.to == [TO]
    assert letter.subject == "Thư cho Hoa & Bình"
    assert "Chào Hoa & Bình." in letter.body
    assert "Bạn đã đăng ký." in letter.body
    (html, mimetype) = letter.alternatives[0]
    assert mimetype == "text/html"
    assert "Chào Hoa &amp; Bình." in html
    assert "Sở Khoa học và Công nghệ" in html
    assert "Sở Khoa học và Công nghệ" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert state(key).state == MailState.SENT


def test_a_letter_is_vietnamese_whatever_language_the_sender_reads():
    with translation.override("en"):
        write()
    assert "This letter was written" not in Email.objects.get().message


def test_the_html_needs_nothing_from_elsewhere():
    write()
    html = Email.objects.get().html_message
    for outside in ("<img", "<link", "<script", "src=", "@import", "url("):
        assert outside not in html
    assert "max-width:600px" in html
    assert "prefers-color-scheme: dark" in html


def test_nothing_is_sent_for_what_was_rolled_back(mailoutbox):
    with pytest.raises(RuntimeError), transaction.atomic():
        write(attachments=[Attachment("ve.txt", b"ticket", "text/plain")])
        raise RuntimeError
    assert deliver_due(NOW).sent == 0
    assert not mailoutbox
    assert not Email.objects.exists()


def test_files_of_what_was_rolled_back_are_swept_and_others_stay():
    with pytest.raises(RuntimeError), transaction.atomic():
        write(attachments=[Attachment("ve.txt", b"ticket", "text/plain")])
        raise RuntimeError
    write(attachments=[Attachment("lich.ics", b"calendar", "text/calendar")])
    assert len(files()) == 2
    today = timezone.now()
    assert drop_orphans(today) == 0
    assert drop_orphans(today + timedelta(days=2)) == 1
    assert len(files()) == 1


@pytest.mark.parametrize(
    "address",
    [
        "hoa@portal.example\nBcc: all@portal.example",
        "hoa@portal.example\r\n",
        "hoa@portal.example,binh@portal.example",
        "Hoa <hoa@portal.example>",
        "hoa",
        "",
        "a" * 250 + "@portal.example",
    ],
)
def test_an_address_that_is_more_or_less_than_one_is_refused(address):
    with pytest.raises(BadAddress):
        write(address)
    assert not Email.objects.exists()


def test_a_newline_in_a_subject_is_refused():
    with pytest.raises(BadHeader):
        write(name="Hoa\nBcc: all@portal.example")
    assert not Email.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Note": "a\r\nBcc: all@portal.example"},
        {"Bcc": "all@portal.example"},
        {"X-Note: a\nBcc": "all@portal.example"},
    ],
)
def test_headers_cannot_add_recipients(headers):
    with pytest.raises(BadHeader):
        write(headers=headers)


def test_attachments_have_plain_names_and_a_size():
    for part in (
        Attachment("../../etc/passwd", b"", "text/plain"),
        Attachment("a\nb.txt", b"", "text/plain"),
        Attachment("scan.pdf", bytes(5 * 1024 * 1024 + 1), "application/pdf"),
    ):
        with pytest.raises(BadAttachment):
            write(attachments=[part])
    assert not files()


def test_an_attachment_arrives_and_leaves_no_file_behind(
    mailoutbox, django_capture_on_commit_callbacks
):
    write(attachments=[Attachment("lich.ics", b"BEGIN:VCALENDAR", "text/calendar")])
    with django_capture_on_commit_callbacks(execute=True):
        deliver_due(NOW)
    assert mailoutbox[0].attachments[0].filename == "lich.ics"
    assert mailoutbox[0].attachments[0].mimetype == "text/calendar"
    assert not StoredAttachment.objects.exists()
    assert not files()


def test_unsubscribing_and_answering_are_headers(mailoutbox):
    write(unsubscribe_url="https://portal.example/thoi/", reply_to="so@portal.example")
    deliver_due(NOW)
    headers = mailoutbox[0].message()
    assert headers["List-Unsubscribe"] == "<https://portal.example/thoi/>"
    assert headers["Reply-To"] == "so@portal.example"
    assert "https://portal.example/thoi/" in mailoutbox[0].body


@pytest.fixture
def through_the_outbox(settings):
    settings.EMAIL_BACKEND = "portal.mail.backend.OutboxBackend"


def test_what_django_mails_is_queued_too_and_taken_literally(
    through_the_outbox, mailoutbox
):
    send_mail("Về {% bài %}", "Xem {{ này }}", None, ["a@portal.example", TO])
    assert not mailoutbox
    assert deliver_due(NOW).sent == 2
    assert {tuple(letter.to) for letter in mailoutbox} == {("a@portal.example",), (TO,)}
    assert mailoutbox[0].subject == "Về {% bài %}"
    assert mailoutbox[0].body == "Xem {{ này }}"


def test_what_django_mails_keeps_its_html_and_files(through_the_outbox, mailoutbox):
    letter = EmailMultiAlternatives("Tin", "chữ", to=[TO], bcc=["b@portal.example"])
    letter.attach_alternative("<p>chữ</p>", "text/html")
    letter.attach("a.txt", "tệp", "text/plain")
    letter.send()
    deliver_due(NOW)
    assert len(mailoutbox) == 2
    assert mailoutbox[0].alternatives[0][0] == "<p>chữ</p>"
    assert mailoutbox[0].attachments[0].filename == "a.txt"
    assert not any(letter.bcc for letter in django_mail.outbox)


def test_queueing_costs_few_queries(django_assert_max_num_queries):
    write()
    with django_assert_max_num_queries(6):
        write()
