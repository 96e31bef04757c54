"""The verbs of the second factor: set up, check, print anew, take off.

django-otp keeps the phone's secret and accepts no code twice. Of recovery codes only a
digest is kept that nobody can reverse without the portal's secret key.
"""

import base64
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp import verify_token
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.models import Passkey, User

HOW_MANY = 10
# Without letters and digits that are read for one another.
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_HALF = 5
#: How many steps of half a minute a phone's clock may be off.
_TOLERANCE = 1


class Means(StrEnum):
    """With what the second step was taken."""

    PHONE = "phone"
    PASSKEY = "passkey"
    RECOVERY_CODE = "recovery code"


@dataclass(frozen=True, slots=True)
class Factors:
    """Since when there is a phone, which passkeys, how many codes are left."""

    phone_since: datetime | None
    passkeys: list[Passkey]
    codes_left: int

    def __len__(self) -> int:
        """How many of them let somebody in; a recovery code only stands in for one."""
        return len(self.passkeys) + (self.phone_since is not None)


def factors_of(user: User) -> Factors:
    phone = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    left = StaticToken.objects.filter(device__user=user).count()
    return Factors(phone.created_at if phone else None, [*user.passkeys.all()], left)


def has_factor(user: User) -> bool:
    """Whether a password alone lets nobody in: there is a phone or a passkey."""
    return has_phone(user) or user.passkeys.exists()


def has_phone(user: User) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def new_key() -> str:
    """A secret for a phone, 160 bits in hexadecimal."""
    return secrets.token_hex(20)


def key_text(key: str) -> str:
    """The secret as people type it into a phone: groups of four letters."""
    text = base64.b32encode(bytes.fromhex(key)).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address(user: User, key: str) -> str:
    """What the picture to scan says: whose secret it is, and of which portal."""
    return TOTPDevice(user=user, key=key).config_url


def set_up(user: User, key: str, code: str, now: datetime) -> list[str] | None:
    """Take the phone that shows this code in place of any other.

    Returns ten new recovery codes, or None when the code is not the phone's. Ends the
    user's other sessions.
    """
    clock = TOTP(bytes.fromhex(key))
    clock.time = now.timestamp()
    if not code.isdecimal() or not clock.verify(int(code), _TOLERANCE):
        return None
    with transaction.atomic():
        _forget_phone(user)
        TOTPDevice.objects.create(
            user=user,
            key=key,
            name="phone",
            tolerance=_TOLERANCE,
            last_t=clock.t(),
            drift=clock.drift,
        )
        _end_sessions(user, now)
        return _write_codes(user)


def first_passkey(user: User, now: datetime) -> list[str]:
    """Ten recovery codes beside somebody's first key; ends their other sessions."""
    with transaction.atomic():
        _end_sessions(user, now)
        StaticDevice.objects.filter(user=user).delete()
        return _write_codes(user)


def take_passkey_off(user: User, pk: int, now: datetime) -> bool:
    """Forget one key, and all the rest with the last factor; whether it was there."""
    with transaction.atomic():
        gone, _rows = user.passkeys.filter(pk=pk).delete()
        if gone and not has_factor(user):
            take_off(user, now)
    return bool(gone)


def check(user: User, typed: str) -> Means | None:
    """Whether it is the phone's code of now or a recovery code; each works once."""
    code = _plain(typed)
    if len(code) == 2 * _HALF:
        device = StaticDevice.objects.filter(user=user, confirmed=True).first()
        known = device and any(
            verify_token(user, device.persistent_id, digest)
            for digest in _digests(user, code)
        )
        return Means.RECOVERY_CODE if known else None
    phone = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    if phone and code.isdecimal() and verify_token(user, phone.persistent_id, code):
        return Means.PHONE
    return None


def renew_codes(user: User) -> list[str]:
    """Ten new recovery codes; those printed before end."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        return _write_codes(user)


def take_off(user: User, now: datetime) -> None:
    """No second factor any more, and no session that had one."""
    with transaction.atomic():
        _forget_phone(user)
        user.passkeys.all().delete()
        _end_sessions(user, now)


def _forget_phone(user: User) -> None:
    """The phone, and the codes that were printed with it."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _end_sessions(user: User, now: datetime) -> None:
    user.sessions_from = now
    user.save(update_fields=["sessions_from"])


def _write_codes(user: User) -> list[str]:
    device = StaticDevice.objects.create(user=user, name="recovery codes")
    codes = [_code() for _number in range(HOW_MANY)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=next(_digests(user, _plain(code))))
        for code in codes
    )
    return codes


def _code() -> str:
    letters = [secrets.choice(_LETTERS) for _letter in range(2 * _HALF)]
    return "".join(letters[:_HALF]) + "-" + "".join(letters[_HALF:])


def _plain(typed: str) -> str:
    """Without what people put in between, and in small letters."""
    return "".join(letter for letter in typed.lower() if letter.isalnum())


def _digests(user: User, code: str) -> Iterator[str]:
    """As it is kept, under the key of today and then those of before."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        digest = salted_hmac(
            "portal.sign_in.recovery",
            f"{user.pk}:{code}",
            secret=secret,
            algorithm="sha256",
        ).digest()
        yield base64.urlsafe_b64encode(digest[:12]).decode()
