"""Guessing passwords: slowed per account and per address, nobody kept out for long."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.core import mail
from django.test import Client
from django.utils import timezone

from portal.models import User
from portal.sign_in import limits
from portal.tests.sign_in.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def guess(address: str, username: str = "hoa", password: str = "sai", client=None):
    data = {"username": username, "password": password}
    one = client or Client()
    return one.post("/admin/login/", data, REMOTE_ADDR=address)


def test_one_account_guessed_at_from_everywhere_is_closed_to_strangers(official):
    for number in range(limits.PER_ACCOUNT.times):
        assert guess(f"198.51.100.{number}").status_code == 200
    answer = guess("203.0.113.1", password=PASSWORD)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 900


def test_and_open_to_its_owner_at_a_browser_it_knows(official, client):
    guess("192.0.2.1", password=PASSWORD, client=client)
    client.post("/admin/logout/")
    for number in range(limits.PER_ACCOUNT.times + 1):
        guess(f"198.51.100.{number}")
    assert guess("192.0.2.1", password=PASSWORD, client=client).status_code == 302


def test_and_to_everybody_a_quarter_of_an_hour_later(official):
    for number in range(limits.PER_ACCOUNT.times + 1):
        guess(f"198.51.100.{number}")
    with time_machine.travel(timezone.now() + timedelta(minutes=15)):
        assert guess("203.0.113.1", password=PASSWORD).status_code == 302


def test_another_browsers_cookie_is_no_key(official, client):
    guess("192.0.2.1", password=PASSWORD, client=client)
    lan = User.objects.create_user("lan", password=PASSWORD)
    for number in range(limits.PER_ACCOUNT.times):
        guess(f"198.51.100.{number}", username="lan")
    assert guess("192.0.2.1", "lan", PASSWORD, client).status_code == 429
    assert lan.check_password(PASSWORD)


def test_one_address_guessing_at_many_names_is_slowed(official, settings):
    # As many names as it takes, and no time for hashing.
    assert make_password("x").startswith("md5")
    for number in range(limits.PER_ADDRESS.times):
        assert guess("198.51.100.7", username=f"nguoi{number}").status_code == 200
    assert guess("198.51.100.7", password=PASSWORD).status_code == 429
    assert guess("203.0.113.1", password=PASSWORD).status_code == 302


def test_right_passwords_count_for_nothing(official):
    for _time in range(limits.PER_ACCOUNT.times + 1):
        assert guess("198.51.100.7", password=PASSWORD).status_code == 302


def test_one_name_at_one_address_is_refused_in_vietnamese(official, settings):
    settings.AXES_ENABLED = True
    answers = [guess("198.51.100.7") for _time in range(settings.AXES_FAILURE_LIMIT)]
    assert answers[-1].status_code == 429
    assert int(answers[-1]["Retry-After"]) > 0
    assert "quá nhiều lần" in answers[-1].content.decode()


def ask_for_reset(email: str, address: str = "198.51.100.7"):
    return Client().post(
        "/admin/password_reset/", {"email": email}, REMOTE_ADDR=address
    )


def test_few_letters_go_to_one_address_and_the_screen_says_the_same(official):
    answers = [ask_for_reset("hoa@portal.example") for _time in range(6)]
    assert {(one.status_code, one.url) for one in answers} == {
        (302, "/admin/password_reset/done/")
    }
    assert len(mail.outbox) == limits.RESETS.times


def test_one_visitor_asks_for_few_letters(official):
    for number in range(limits.RESETS_PER_ADDRESS.times):
        ask_for_reset(f"nguoi{number}@portal.example")
    ask_for_reset("hoa@portal.example")
    assert mail.outbox == []
    ask_for_reset("hoa@portal.example", "203.0.113.1")
    assert len(mail.outbox) == 1
