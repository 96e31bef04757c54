"""Passkeys: made for one portal and one person, each answer good for one question."""

import html
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.models import Passkey, User
from portal.sign_in import factors, passkeys
from portal.sign_in.passkeys import Site
from portal.tests.sign_in.authenticator import Authenticator
from portal.tests.sign_in.test_screens import OWN, STEP, is_in

pytestmark = pytest.mark.django_db

ADD = "/admin/hai-buoc/khoa/"
#: As the test client calls itself.
ORIGIN = "http://testserver"
SITE = Site("testserver", ORIGIN)


@pytest.fixture
def device() -> Authenticator:
    return Authenticator()


@pytest.fixture
def key(official, device) -> Passkey:
    """Hoa's, made a minute ago."""
    then = timezone.now() - timedelta(minutes=1)
    question = passkeys.ask_for_new(official, SITE, then)
    answer = device.make(question.options, ORIGIN)
    made = passkeys.add(
        official, SITE, asked=question.signed, answer=answer, name="Máy", now=then
    )
    assert made
    return made


def answered(user, device, site=SITE, origin=ORIGIN, **changed) -> bool:
    question = passkeys.ask(user, SITE, changed.pop("then", timezone.now()))
    answer = device.sign(question.options, origin)
    given = {"asked": question.signed, "answer": answer, "now": timezone.now()}
    return passkeys.check(user, site, **given | changed)


def test_a_key_answers(official, device, key):
    assert answered(official, device)
    key.refresh_from_db()
    assert key.used_at
    assert key.sign_count == 1


def test_no_answer_is_good_twice(official, device, key):
    question = passkeys.ask(official, SITE, timezone.now())
    answer = device.sign(question.options, ORIGIN)
    given = {"asked": question.signed, "answer": answer}
    assert passkeys.check(official, SITE, **given, now=timezone.now())
    assert not passkeys.check(official, SITE, **given, now=timezone.now())


def test_a_copied_key_is_found_out_by_its_count(official, device, key):
    assert answered(official, device)
    device.signed = 0
    assert not answered(official, device)


def test_another_portal_cannot_ask_in_our_name(official, device, key):
    assert not answered(official, device, origin="https://lang-son.example")
    assert not answered(official, device, site=Site("lang-son.example", ORIGIN))


def test_another_persons_key_or_question_is_refused(official, device, key):
    other = User.objects.create_user("lan")
    assert passkeys.ask(other, SITE, timezone.now()) is None
    question = passkeys.ask(official, SITE, timezone.now())
    answer = device.sign(question.options, ORIGIN)
    asked = question.signed
    now = timezone.now()
    assert not passkeys.check(other, SITE, asked=asked, answer=answer, now=now)
    stranger = Authenticator()
    assert not answered(official, stranger)


def test_an_old_question_is_void(official, device, key):
    later = timezone.now() + passkeys.LASTS + timedelta(seconds=1)
    assert not answered(official, device, now=later)


@pytest.mark.parametrize(
    "answer",
    ["", "x", "[]", "{}", "null", '{"id": 1}', '{"id": "a", "rawId": "a"}', "é" * 99],
)
def test_what_is_no_answer_is_refused(official, key, answer):
    now = timezone.now()
    asked = passkeys.ask(official, SITE, now).signed
    assert not passkeys.check(official, SITE, asked=asked, answer=answer, now=now)
    new = passkeys.ask_for_new(official, SITE, now).signed
    given = {"asked": new, "answer": answer, "name": "x", "now": now}
    assert passkeys.add(official, SITE, **given) is None
    for forged in ("", "x:y:z", asked[:-2]):
        assert not passkeys.check(official, SITE, asked=forged, answer=answer, now=now)


def test_a_key_belongs_to_one_person(official, device, key):
    other = User.objects.create_user("lan")
    now = timezone.now()
    question = passkeys.ask_for_new(other, SITE, now)
    answer = device.make(question.options, ORIGIN)
    given = {"asked": question.signed, "answer": answer, "name": "x", "now": now}
    assert passkeys.add(other, SITE, **given) is None
    assert Passkey.objects.get().user == official


# The screens.


def question_on(page, kind: str) -> tuple[str, str]:
    """The options and our signature, as the page hands them to its script."""
    text = page.content.decode()
    part = re.search(rf'data-passkey="{kind}".*?data-options="([^"]*)"', text)[1]
    field = "answer" if kind == "new" else r"(?:old-)?answer"
    near = rf'name="{field}">\s*<input type="hidden" name="[a-z-]*asked" value="([^"]*)'
    found = re.findall(near, text)
    return html.unescape(part), html.unescape(found[0 if kind == "new" else -1])


def sign_in(client, device) -> object:
    page = client.get(STEP)
    options, signed = question_on(page, "have")
    answer = device.sign(options, ORIGIN)
    return client.post(STEP, {"answer": answer, "asked": signed})


def test_after_the_password_the_key_lets_in(client, device, key, give_password):
    assert give_password().url.startswith(STEP)
    assert not is_in(client)
    assert sign_in(client, device).status_code == 302
    assert is_in(client)


def test_a_wrong_key_lets_nobody_in(client, key, give_password):
    give_password()
    answer = sign_in(client, Authenticator())
    assert answer.status_code == 422
    assert "Khóa truy cập không được chấp nhận" in answer.content.decode()
    assert not is_in(client)


def test_the_first_key_brings_recovery_codes_and_ends_other_sessions(
    client, official, device, give_password
):
    give_password()
    before = official.get_session_auth_hash()
    options, signed = question_on(client.get(ADD), "new")
    data = {"answer": device.make(options, ORIGIN), "asked": signed, "name": "Máy"}
    page = client.post(ADD, data)
    assert "Mười mã dự phòng" in page.content.decode()
    assert is_in(client)
    official.refresh_from_db()
    assert official.get_session_auth_hash() != before
    assert factors.factors_of(official).codes_left == factors.HOW_MANY
    rows = ModelLogEntry.objects.filter(action="portal.second_factor.passkey_added")
    assert rows.count() == 1


def test_a_session_left_open_adds_no_key(client, official, device, key, give_password):
    give_password()
    sign_in(client, device)
    options, signed = question_on(client.get(ADD), "new")
    made = Authenticator().make(options, ORIGIN)
    data = {"answer": made, "asked": signed, "name": "Máy khác"}
    assert client.post(ADD, data).status_code == 422
    assert official.passkeys.count() == 1


def test_a_second_key_beside_the_first(client, official, device, key, give_password):
    give_password()
    sign_in(client, device)
    page = client.get(ADD)
    options, signed = question_on(page, "new")
    old_options, old_signed = question_on(page, "have")
    data = {
        "answer": Authenticator().make(options, ORIGIN),
        "asked": signed,
        "name": "",
        "old-answer": device.sign(old_options, ORIGIN),
        "old-asked": old_signed,
    }
    assert client.post(ADD, data).url == OWN
    assert official.passkeys.count() == 2


def test_the_last_key_of_who_sees_personal_data_stays(
    client, official, device, key, give_password, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    official.is_superuser = True
    official.save()
    give_password()
    sign_in(client, device)
    options, signed = question_on(client.get(OWN), "have")
    data = {"answer": device.sign(options, ORIGIN), "asked": signed}
    answer = client.post(OWN, data | {"do": f"remove-{key.pk}"})
    assert answer.status_code in {302, 403}
    assert official.passkeys.count() == 1


def test_with_the_last_key_its_codes_go(client, official, device, key, give_password):
    factors.renew_codes(official)
    give_password()
    sign_in(client, device)
    options, signed = question_on(client.get(OWN), "have")
    data = {"answer": device.sign(options, ORIGIN), "asked": signed}
    assert client.post(OWN, data | {"do": f"remove-{key.pk}"}).url == OWN
    assert not factors.factors_of(official)
    assert factors.factors_of(official).codes_left == 0
    assert is_in(client)


def test_another_persons_key_is_not_removed(client, official, device, key, phone):
    other = User.objects.create_user("lan")
    theirs = Passkey.objects.create(
        user=other, credential_id="x", public_key=b"x", created_at=timezone.now()
    )
    assert not factors.take_passkey_off(official, theirs.pk, timezone.now())
    assert other.passkeys.count() == 1
