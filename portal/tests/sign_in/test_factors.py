"""A phone's codes and recovery codes: each works once, and none can be read back."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken

from portal.models import User
from portal.sign_in import factors
from portal.sign_in.factors import Means
from portal.tests.sign_in.conftest import Phone

pytestmark = pytest.mark.django_db


def test_a_code_of_the_phone_works_once(official, phone):
    code = phone.code(ahead=1)
    assert factors.check(official, code) is Means.PHONE
    assert factors.check(official, code) is None


def test_the_code_it_was_set_up_with_is_used_up(official, phone):
    assert factors.check(official, phone.code()) is None


def test_a_recovery_code_works_once_however_it_is_typed(official, codes):
    typed = f" {codes[3].upper().replace('-', ' ')} "
    assert factors.check(official, typed) is Means.RECOVERY_CODE
    assert factors.check(official, codes[3]) is None
    assert factors.factors_of(official).codes_left == factors.HOW_MANY - 1


def test_another_persons_codes_do_not_work(official, codes):
    other = User.objects.create_user("lan")
    key = factors.new_key()
    factors.set_up(other, key, Phone(key).code(), timezone.now())
    assert factors.check(other, codes[0]) is None


def test_no_recovery_code_stands_in_the_database(codes):
    kept = {*StaticToken.objects.values_list("token", flat=True)}
    assert len(kept) == factors.HOW_MANY == len({*codes})
    assert not any(code.replace("-", "") in token for code in codes for token in kept)


def test_a_replaced_secret_key_leaves_the_codes_printed_under_it(
    official, codes, settings
):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 9
    assert factors.check(official, codes[0]) is Means.RECOVERY_CODE


def test_codes_printed_anew_void_those_of_before(official, codes):
    fresh = factors.renew_codes(official)
    assert factors.check(official, codes[0]) is None
    assert factors.check(official, fresh[0]) is Means.RECOVERY_CODE


@pytest.mark.parametrize("typed", ["", "abc", "١٢٣٤٥٦", "1234567", "-", "12345 6x"])
def test_nonsense_is_no_code(official, phone, typed):
    assert factors.check(official, typed) is None


def test_a_phone_is_taken_only_with_the_code_it_shows(official):
    key, now = factors.new_key(), timezone.now()
    wrong = Phone(factors.new_key()).code()
    assert factors.set_up(official, key, wrong, now) is None
    assert not factors.has_factor(official)


def test_another_phone_takes_the_place_of_the_first(official, phone):
    key = factors.new_key()
    factors.set_up(official, key, Phone(key).code(), timezone.now())
    assert factors.check(official, phone.code(ahead=1)) is None
    assert factors.check(official, Phone(key).code(ahead=1)) is Means.PHONE


def test_set_up_and_taken_off_end_every_session(official):
    hashes = [official.get_session_auth_hash()]
    now, key = timezone.now(), factors.new_key()
    factors.set_up(official, key, Phone(key).code(), now)
    hashes.append(User.objects.get(pk=official.pk).get_session_auth_hash())
    factors.take_off(official, now + timedelta(minutes=1))
    hashes.append(User.objects.get(pk=official.pk).get_session_auth_hash())
    assert len({*hashes}) == 3
    assert not factors.has_factor(official)
