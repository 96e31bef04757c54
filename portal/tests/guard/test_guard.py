"""Public forms: robots are refused, floods are slowed, people lose nothing."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.test import RequestFactory

from portal import guard
from portal.guard import attempts as attempt_module
from portal.guard.address import client_address, client_group
from portal.guard.attempts import forget_counts
from portal.models import GuardCount, GuardSalt
from portal.tests.processes import Elsewhere

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
HOURLY = guard.Limit(3, timedelta(hours=1))


@pytest.fixture(autouse=True)
def _new_process(monkeypatch):
    monkeypatch.setattr(attempt_module, "_known_salts", {})


class LetterForm(guard.GuardedForm):
    guard_action = "letter"
    name = forms.CharField()


def post(address: str = "203.0.113.7", **headers: str):
    return RequestFactory(REMOTE_ADDR=address).post("/", headers=headers)


def sent(now: datetime = NOW, opened: datetime | None = None, **fields: str):
    mark = guard.stamp("letter", opened or now - timedelta(minutes=1))
    data = {"name": "Hoa", "guard_stamp": mark, "guard_website": "", **fields}
    return LetterForm(data, now=now)


def refusal(form: LetterForm) -> str:
    assert not form.is_valid()
    return " ".join(form.non_field_errors())


def test_what_a_person_sends_passes():
    assert sent().is_valid()


def test_the_helper_for_tests_sends_what_a_browser_sends():
    assert LetterForm(
        {"name": "Hoa", **guard.filled("letter", NOW)}, now=NOW
    ).is_valid()


def test_a_filled_trap_is_refused_and_a_second_press_passes():
    form = sent(guard_website="https://spam.example")
    assert refusal(form)
    again = {**form.data, "guard_website": ""}
    assert LetterForm(again, now=NOW + timedelta(seconds=5)).is_valid()


def test_sent_too_soon_is_refused_until_the_pause_has_passed():
    form = sent(opened=NOW - timedelta(seconds=1))
    assert refusal(form)
    later = NOW + timedelta(seconds=3)
    again = {**form.data, "guard_stamp": form.guard_stamp}
    assert LetterForm(again, now=later).is_valid()


def test_a_page_left_open_too_long_gets_a_new_mark_and_keeps_its_answers():
    form = sent(opened=NOW - timedelta(hours=25))
    assert refusal(form)
    assert form["name"].value() == "Hoa"
    again = {**form.data, "guard_stamp": form.guard_stamp}
    assert LetterForm(again, now=NOW + timedelta(seconds=9)).is_valid()


@pytest.mark.parametrize(
    "mark",
    [
        "",
        "1772440200",
        "1772440200:forged",
        guard.stamp("another form", NOW),
        "9" * 400,
    ],
    ids=["empty", "unsigned", "forged", "another form's", "endless"],
)
def test_a_mark_that_is_not_this_forms_own_is_refused(mark):
    assert refusal(sent(guard_stamp=mark))


def test_errors_of_fields_are_said_beside_the_guards():
    form = sent(name="", guard_website="x")
    assert not form.is_valid()
    assert set(form.errors) == {"name", "__all__"}


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.1", "203.0.113.7"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        (2, "198.51.100.9, 198.51.100.1", "198.51.100.9"),
        (2, "198.51.100.1", "203.0.113.7"),
        (1, "not an address", "203.0.113.7"),
        (1, "", "203.0.113.7"),
    ],
)
def test_only_entries_of_our_own_proxies_are_believed(
    settings, proxies, forwarded, expected
):
    settings.TRUSTED_PROXIES = proxies
    assert client_address(post(X_Forwarded_For=forwarded)) == expected


def test_an_ipv6_household_is_one_visitor():
    first, second = post("2001:db8:1:2::5"), post("2001:db8:1:2:ffff::9")
    assert client_group(first) == client_group(second)
    assert client_group(post("2001:db8:1:3::5")) != client_group(first)
    assert client_group(post("::ffff:192.0.2.4")) == "192.0.2.4"


def attempts(times: int, request=None, now: datetime = NOW, **options) -> None:
    for _time in range(times):
        guard.check("letter", request or post(), now, HOURLY, **options)


@pytest.mark.django_db
def test_the_attempt_over_the_limit_says_when_to_come_back():
    attempts(3)
    with pytest.raises(guard.TooMany) as flood:
        attempts(1)
    assert flood.value.retry_after == timedelta(minutes=30)
    assert flood.value.minutes == 30
    assert "30" in flood.value.message


@pytest.mark.django_db
def test_another_visitor_window_and_action_count_anew():
    attempts(3)
    attempts(3, post("203.0.113.8"))
    attempts(3, now=NOW + timedelta(minutes=30))
    guard.check("another", post(), NOW, HOURLY)


@pytest.mark.django_db
def test_a_subject_is_counted_wherever_the_guesses_come_from():
    for last in (1, 2, 3):
        attempts(1, post(f"203.0.113.{last}"), subject="0912345678")
    with pytest.raises(guard.TooMany):
        attempts(1, post("203.0.113.4"), subject="0912345678")
    attempts(1, post("203.0.113.4"), subject="0987654321")


@pytest.mark.django_db
def test_knocking_on_after_the_limit_writes_nothing(django_assert_num_queries):
    attempts(3)
    with django_assert_num_queries(2), pytest.raises(guard.TooMany):
        attempts(1)


@pytest.mark.django_db
def test_neither_address_nor_subject_is_stored():
    attempts(1)
    attempts(1, subject="0912345678")
    rows = json.dumps(list(GuardCount.objects.values()), default=str)
    assert "203.0.113.7" not in rows
    assert "0912345678" not in rows


@pytest.mark.django_db
def test_reading_is_never_counted():
    with pytest.raises(ValueError, match="GET never writes"):
        guard.check("letter", RequestFactory().get("/"), NOW, HOURLY)


@pytest.mark.django_db
def test_a_days_salt_is_read_once_and_goes_with_its_day(
    django_capture_on_commit_callbacks, django_assert_num_queries
):
    tomorrow = NOW + timedelta(days=1)
    attempts(1)
    assert attempt_module._known_salts == {}, "what may yet be rolled back is not kept"
    with django_capture_on_commit_callbacks(execute=True):
        attempts(1)
    with django_assert_num_queries(2):  # how often it was counted, and once more
        attempts(1)
    with django_capture_on_commit_callbacks(execute=True):
        attempts(1, now=tomorrow)
    assert [*attempt_module._known_salts] == [tomorrow.date()]


@pytest.mark.django_db
def test_old_counts_and_salts_are_forgotten_and_current_ones_kept():
    attempts(2, now=NOW - timedelta(days=3))
    attempts(2)
    assert forget_counts(NOW) == 1
    assert GuardSalt.objects.get().day == NOW.date()
    attempts(1)
    with pytest.raises(guard.TooMany):
        attempts(1)


@pytest.mark.django_db
def test_the_answer_to_a_flood_keeps_the_form(rf):
    request = rf.post("/")
    form = sent()
    response = guard.too_many(
        request,
        "components/form_summary.html",
        {"form": form},
        guard.TooMany(timedelta(minutes=7)),
    )
    assert response.status_code == 429
    assert response["Retry-After"] == "420"
    assert "7" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


COUNTING = """
from datetime import UTC, datetime, timedelta
from django.test import RequestFactory
from portal import guard
from portal.guard import attempts as attempt_module
passed = 0
now, limit = datetime(2026, 3, 2, tzinfo=UTC), guard.Limit(50, timedelta(hours=1))
for _ in range(40):
    try:
        guard.check("race", RequestFactory().post("/"), now, limit)
        passed += 1
    except guard.TooMany:
        pass
print(passed)
"""


@pytest.mark.django_db(transaction=True)
def test_processes_share_one_exact_count(tmp_path):
    with Elsewhere(tmp_path) as elsewhere:
        running = [elsewhere.start(COUNTING) for _process in range(2)]
        passed = [int(process.communicate(timeout=90)[0]) for process in running]
        assert sum(passed) == 50
        assert elsewhere.rows("SELECT count(*) FROM portal_guardsalt") == [(1,)]


def test_a_long_wait_is_told_in_hours():
    assert "90 phút" in guard.TooMany(timedelta(minutes=90)).message
    assert "24 giờ" in guard.TooMany(timedelta(minutes=1398)).message
