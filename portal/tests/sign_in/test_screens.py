"""The way in: password, second step, lost phone, and who must have one."""

from base64 import b32decode
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageViewRestriction

from events.models import Assignment
from home.tests.factories import ArticlePageFactory
from portal.models import User
from portal.models.mail import MailRecord
from portal.sign_in import factors, limits
from portal.sign_in.views.phone import _signed
from portal.tests.sign_in.conftest import PASSWORD, Phone

pytestmark = pytest.mark.django_db

ADMIN = "/admin/account/"
STEP = "/admin/hai-buoc/"
SET_UP = "/admin/hai-buoc/dien-thoai/"
OWN = "/admin/hai-buoc/cua-toi/"


def is_in(client) -> bool:
    return client.get(ADMIN).status_code == 200


def test_without_a_phone_the_password_is_enough(client, official, give_password):
    assert give_password().url == ADMIN
    assert is_in(client)


def test_with_one_the_password_alone_opens_nothing(client, phone, give_password):
    assert give_password().url.startswith(STEP)
    assert client.get(ADMIN).url.startswith("/admin/login/")
    assert client.get(STEP).status_code == 200


def test_halfway_in_a_private_page_is_closed(client, news, phone, give_password):
    page = ArticlePageFactory(parent=news)
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )
    give_password()
    assert client.get(page.url).url.startswith("/admin/login/")


def test_there_is_no_other_door(client):
    answer = client.get("/_util/login/?next=/x/")
    assert (answer.status_code, answer.url) == (302, "/admin/login/?next=/x/")


def test_the_phones_code_lets_in_and_to_where_one_wanted(client, phone, give_password):
    step = give_password().url
    before = client.session.session_key
    answer = client.post(step, {"code": phone.code(ahead=1)})
    assert answer.url == ADMIN
    assert is_in(client)
    assert client.session.session_key != before


def test_a_code_used_by_somebody_who_saw_it_lets_nobody_in(
    client, client_elsewhere, phone, give_password
):
    code = phone.code(ahead=1)
    for one in (client, client_elsewhere):
        one.post("/admin/login/", {"username": "hoa", "password": PASSWORD})
    assert client.post(STEP, {"code": code}).status_code == 302
    assert client_elsewhere.post(STEP, {"code": code}).status_code == 422
    assert not is_in(client_elsewhere)


@pytest.fixture
def client_elsewhere():
    return Client(REMOTE_ADDR="198.51.100.9")


def test_next_stays_on_this_host(client, phone, give_password):
    give_password()
    data = {"code": phone.code(ahead=1), "next": "https://evil.example/"}
    assert client.post(STEP, data).url == "/admin/"


def test_who_waits_too_long_begins_again(client, phone, give_password):
    give_password()
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        answer = client.post(STEP, {"code": phone.code(ahead=0)})
    assert answer.url == "/admin/login/"


def test_a_lost_phone_is_replaced_by_a_recovery_code(
    client, official, codes, give_password
):
    give_password()
    assert client.post(STEP, {"code": codes[0]}).status_code == 302
    assert is_in(client)
    assert ModelLogEntry.objects.filter(
        action="portal.second_factor.code_used", user=official
    ).exists()


def test_guessing_stops_and_the_owner_is_told(client, phone, give_password):
    give_password()
    answers = [
        client.post(STEP, {"code": f"{number:06}"})
        for number in range(limits.CODES.times + 1)
    ]
    assert {one.status_code for one in answers[:-1]} == {422}
    assert answers[-1].status_code == 429
    assert int(answers[-1]["Retry-After"]) > 0
    # Not even the right one any more.
    right = client.post(STEP, {"code": phone.code(ahead=1)})
    assert right.status_code == 429
    assert MailRecord.objects.filter(template="portal/sign_in").count() == 1


def test_a_stranger_who_guesses_does_not_lock_the_owners_browser_out(
    client, client_elsewhere, phone, give_password
):
    give_password()
    client.post(STEP, {"code": phone.code(ahead=1)})
    client.post("/admin/logout/")
    client_elsewhere.post("/admin/login/", {"username": "hoa", "password": PASSWORD})
    for number in range(limits.CODES.times + 1):
        client_elsewhere.post(STEP, {"code": f"{number:06}"})
    give_password()
    with time_machine.travel(timezone.now() + timedelta(seconds=60)):
        answer = client.post(STEP, {"code": phone.code()})
    assert answer.status_code == 302


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def set_up(client) -> tuple[Phone, list[str]]:
    """Scan, type, and read the recovery codes off the screen."""
    page = client.get(SET_UP)
    key = page.context["key_text"]
    phone = Phone(b32decode(key.replace(" ", "")).hex())
    code = phone.code()
    done = client.post(SET_UP, {"key": page.context["key"], "code": code})
    return phone, done.context["codes"]


@pytest.mark.usefixtures("required")
def test_an_administrator_sets_a_phone_up_before_anything_else(client, give_password):
    User.objects.create_superuser("hoa", "hoa@portal.example", PASSWORD)
    assert give_password().url.startswith(SET_UP)
    assert not is_in(client)
    _phone, codes = set_up(client)
    assert len(codes) == factors.HOW_MANY
    assert is_in(client)


@pytest.mark.usefixtures("required")
def test_an_editor_need_not(client, official, give_password):
    assert give_password().url == ADMIN


@pytest.mark.usefixtures("required")
def test_who_sees_attendees_must(client, official, give_password):
    Assignment.objects.create(user=official, everything=True)
    assert give_password().url.startswith(SET_UP)


@pytest.mark.usefixtures("required")
def test_a_required_one_cannot_be_turned_off(client, give_password):
    User.objects.create_superuser("hoa", "hoa@portal.example", PASSWORD)
    give_password()
    _phone, codes = set_up(client)
    answer = client.post(OWN, {"code": codes[0], "do": "take-off"})
    assert answer.url == "/admin/"
    assert factors.has_factor(User.objects.get(username="hoa"))


def test_setting_it_up_ends_the_other_sessions(client, client_elsewhere, official):
    for one in (client, client_elsewhere):
        one.force_login(official)
    set_up(client)
    assert is_in(client)
    assert not is_in(client_elsewhere)


def test_a_session_left_open_cannot_change_the_phone(client, codes, give_password):
    give_password()
    client.post(STEP, {"code": codes[0]})
    page = client.get(SET_UP)
    phone = Phone(factors.new_key())
    data = {"key": page.context["key"], "code": phone.code()}
    assert client.post(SET_UP, data).status_code == 422
    wrong = client.post(SET_UP, {**data, "old-code": "000000"})
    assert wrong.status_code == 422
    assert "codes" not in wrong.context


def test_a_picture_made_for_another_account_is_refused(client, official):
    other = User.objects.create_user("lan")
    key = factors.new_key()
    client.force_login(official)
    answer = client.post(
        SET_UP, {"key": _signed(key, other), "code": Phone(key).code()}
    )
    assert answer.status_code == 422
    assert not factors.has_factor(official)


def test_new_recovery_codes_and_off_by_a_code(client, official, codes, give_password):
    give_password()
    client.post(STEP, {"code": codes[0]})
    fresh = client.post(OWN, {"code": codes[1], "do": "renew"}).context["codes"]
    assert not {*fresh} & {*codes}
    assert client.post(OWN, {"code": fresh[0], "do": "take-off"}).url == OWN
    assert is_in(client)
    assert not factors.has_factor(official)


def reset(client, user):
    return client.post(f"/admin/hai-buoc/{user.pk}/dat-lai/")


def test_an_administrator_takes_anothers_phone_off_and_it_is_written_down(
    client, official, phone
):
    admin = User.objects.create_superuser("quantri")
    client.force_login(admin)
    assert client.get(f"/admin/hai-buoc/{official.pk}/dat-lai/").status_code == 200
    assert factors.has_factor(official)
    assert reset(client, official).status_code == 302
    assert not factors.has_factor(official)
    entry = ModelLogEntry.objects.get(action="portal.second_factor.reset")
    assert (entry.user, entry.object_id) == (admin, str(official.pk))


def test_nobody_else_may(client, official, phone):
    lan = User.objects.create_user("lan")
    names = ("access_admin",)
    lan.user_permissions.add(*Permission.objects.filter(codename__in=names))
    client.force_login(lan)
    assert reset(client, official).status_code in (302, 403)
    lan.user_permissions.add(Permission.objects.get(codename="change_user"))
    admin = User.objects.create_superuser("quantri")
    assert reset(client, admin).status_code == 404
    assert reset(client, lan).status_code == 404
    assert factors.has_factor(official)


def test_the_list_of_users_offers_it_without_asking_of_each(client):
    client.force_login(User.objects.create_superuser("quantri"))
    counts = []
    for name in ("a", "b", "c"):
        User.objects.create_user(name)
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/admin/users/")
        counts.append(len(asked))
    assert "dat-lai" in page.content.decode()
    assert counts[1] == counts[2]
