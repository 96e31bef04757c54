"""Letters: sent once, retried with growing pauses, forgotten in time."""

import shutil
import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import storages
from post_office.models import Email

from portal.mail import (
    Attachment,
    MailProblem,
    MailState,
    deliver_due,
    forget,
    retry,
    state,
    states,
)
from portal.mail.delivery import LEASE, PAUSES
from portal.mail.retention import clear_mail
from portal.models import MailRecord
from portal.tests.mail.letters import TO, files, write
from portal.tests.processes import Elsewhere

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def letters(visit_letter):
    """Every test may queue letters, and begins without files of others."""
    shutil.rmtree(storages["mail"].location, ignore_errors=True)


def test_what_was_said_is_gone_once_sent_and_only_that_it_was_stays():
    key = write(about="registration:7")
    deliver_due(NOW)
    row = Email.objects.get(pk=key)
    assert (row.message, row.html_message) == ("", "")
    assert MailRecord.objects.get(pk=key).about == "registration:7"


def test_a_letter_for_later_waits_and_one_too_late_is_not_sent(mailoutbox):
    later = write(send_at=NOW + timedelta(hours=1))
    late = write(expires_at=NOW - timedelta(minutes=1))
    deliver_due(NOW)
    assert not mailoutbox
    assert state(later).state == MailState.WAITING
    assert state(late).state == MailState.EXPIRED
    assert deliver_due(NOW + timedelta(hours=1)).sent == 1


def test_pauses_grow_and_then_it_has_failed(server, mailoutbox):
    server(TimeoutError("hoa@portal.example"))
    key = write()
    now = NOW
    for number, pause in enumerate(PAUSES, 1):
        assert deliver_due(now).retried == 1
        found = state(key)
        assert found.state == MailState.RETRYING
        assert found.problem == MailProblem.UNREACHABLE
        assert (found.attempts, found.next_try) == (number, now + pause)
        assert not deliver_due(now + pause - timedelta(seconds=1)).any
        now += pause
    assert list(PAUSES) == sorted(PAUSES)
    assert deliver_due(now).failed == 1
    assert state(key).state == MailState.FAILED
    assert not deliver_due(now + timedelta(days=9)).any
    server(None)
    assert retry(key, now)
    assert deliver_due(now).sent == 1
    assert len(mailoutbox) == 1
    assert not retry(key, now)


@pytest.mark.parametrize(
    ("fault", "problem", "lasting"),
    [
        (smtplib.SMTPRecipientsRefused({TO: (550, b"no")}), MailProblem.ADDRESS, True),
        (smtplib.SMTPRecipientsRefused({TO: (451, b"?")}), MailProblem.REFUSED, False),
        (smtplib.SMTPAuthenticationError(535, b"no"), MailProblem.LOGIN, False),
        (smtplib.SMTPServerDisconnected(), MailProblem.UNREACHABLE, False),
        (smtplib.SMTPDataError(554, b"spam"), MailProblem.REFUSED, False),
        (ConnectionRefusedError(), MailProblem.UNREACHABLE, False),
        (KeyError("?"), MailProblem.OTHER, False),
    ],
)
def test_the_reason_is_named_in_our_words(server, fault, problem, lasting, caplog):
    server(fault)
    key = write()
    deliver_due(NOW)
    assert state(key).problem == problem
    assert (state(key).state == MailState.FAILED) is lasting
    assert TO not in caplog.text


def test_a_server_that_is_away_is_not_asked_for_each_letter(server):
    server(TimeoutError())
    keys = [write() for _letter in range(3)]
    done = deliver_due(NOW)
    assert done.unreachable
    assert sorted(found.attempts for found in states(keys).values()) == [0, 0, 1]


def test_a_worker_that_died_with_a_letter_keeps_it_for_the_lease_only(
    monkeypatch, mailoutbox
):
    key = write()

    def die(email):
        raise SystemExit

    monkeypatch.setattr("portal.mail.delivery._send", die)
    for attempt in range(len(PAUSES) + 1):
        with pytest.raises(SystemExit):
            deliver_due(NOW + attempt * LEASE)
        before = NOW + (attempt + 1) * LEASE - timedelta(seconds=1)
        assert not deliver_due(before).any
    deliver_due(NOW + 20 * LEASE)
    assert state(key).problem == MailProblem.INTERRUPTED
    assert state(key).state == MailState.FAILED


def test_the_urgent_goes_first(mailoutbox):
    write("a@portal.example")
    write("b@portal.example", urgent=True)
    deliver_due(NOW)
    assert [letter.to[0][0] for letter in mailoutbox] == ["b", "a"]


def test_an_unknown_letter_has_no_state():
    assert state(10_000) is None


def test_states_of_many_cost_one_query(django_assert_num_queries):
    keys = [write() for _letter in range(3)]
    with django_assert_num_queries(1):
        assert set(states(keys)) == set(keys)


def test_a_persons_letters_can_be_forgotten(django_capture_on_commit_callbacks):
    part = Attachment("ve.txt", b"ticket", "text/plain")
    write(attachments=[part])
    write("HOA@portal.example")
    kept = write("binh@portal.example")
    about = write("chi@portal.example", about="registration:7")
    with django_capture_on_commit_callbacks(execute=True):
        assert forget(address=TO) == 2
        assert forget(about="registration:7") == 1
    assert state(about) is None
    assert list(Email.objects.values_list("pk", flat=True)) == [kept]
    assert not files()
    with pytest.raises(ValueError, match="whose"):
        forget()


def test_old_letters_become_a_tally():
    sent, waiting = write(), write(send_at=NOW + timedelta(days=60))
    deliver_due(NOW)
    assert clear_mail(NOW + timedelta(days=29)) == 0
    assert clear_mail(NOW + timedelta(days=31)) == 1
    assert clear_mail(NOW + timedelta(days=31)) == 0
    row = Email.objects.get(pk=sent)
    assert (row.to, row.subject, row.message_id) == ([], "", None)
    assert state(sent).state == MailState.SENT
    assert Email.objects.get(pk=waiting).to == [TO]


def test_a_cleared_letter_is_not_sent_to_nobody(server):
    server(smtplib.SMTPRecipientsRefused({TO: (550, b"no")}))
    key = write()
    deliver_due(NOW)
    clear_mail(NOW + timedelta(days=31))
    assert not retry(key, NOW + timedelta(days=32))


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_letter_once_and_end_when_told(tmp_path):
    for number in range(24):
        write(f"reader{number}@portal.example")
    with Elsewhere(tmp_path, EMAIL_URL="filemail:////" + str(tmp_path)) as elsewhere:
        workers = [elsewhere.manage("work") for _worker in range(2)]
        elsewhere.until("SELECT count(*) FROM portal_workerbeat", 2)
        elsewhere.until("SELECT count(*) FROM post_office_email WHERE status = 0", 24)
        for worker in workers:
            worker.terminate()
        assert [worker.wait(timeout=30) for worker in workers] == [0, 0]
        assert elsewhere.rows("SELECT count(*) FROM portal_workerbeat") == [(0,)]
        attempts = elsewhere.rows("SELECT DISTINCT attempts FROM portal_mailrecord")
    assert attempts == [(1,)]
    written = "".join(path.read_text() for path in tmp_path.glob("*.log"))
    assert written.count("\nTo: reader") == 24
