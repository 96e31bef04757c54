"""An official with a phone, as tests hold it."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.models import User
from portal.sign_in import factors

PASSWORD = "mat-khau-cua-chi-Hoa"


@dataclass
class Phone:
    """Shows the code of a moment; each moment asked for is a step later."""

    key: str
    steps: int = 0

    def code(self, *, ahead: int = 0) -> str:
        clock = TOTP(bytes.fromhex(self.key))
        clock.time = (timezone.now() + timedelta(seconds=30 * ahead)).timestamp()
        return f"{clock.token():06}"


@pytest.fixture
def official(db) -> User:
    user = User.objects.create_user("hoa", "hoa@portal.example", PASSWORD)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


@pytest.fixture
def codes(official) -> list[str]:
    """Her ten recovery codes; she has a phone from now on."""
    key = factors.new_key()
    return factors.set_up(official, key, Phone(key).code(), timezone.now())


@pytest.fixture
def phone(official, codes) -> Phone:
    """The code of its set-up is used up: ask for one `ahead`."""
    return Phone(TOTPDevice.objects.get(user=official).key)


@pytest.fixture
def give_password(client):
    def give(username: str = "hoa", password: str = PASSWORD, **extra):
        data = {"username": username, "password": password, "next": "/admin/account/"}
        return client.post("/admin/login/", data, **extra)

    return give
