"""Passkeys as a second factor: what a browser is asked, and whether its answer holds.

The mathematics is py_webauthn's. An answer is good for one question only: a question
carries its time, and one older than the key's last use is void.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url, parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import PublicKeyCredentialDescriptor

from portal.models import Passkey, User

_SALT = "portal.sign_in.passkeys"
#: A page left open longer asks another question.
LASTS = timedelta(minutes=30)
#: What one person may keep; each device needs one.
MOST = 10
LONGEST_ANSWER = 16_000


@dataclass(frozen=True, slots=True)
class Site:
    """For which host a key is made, and the address that the browser must name."""

    host: str
    origin: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Site":
        host = request.get_host()
        return cls(host.rsplit(":", 1)[0], f"{request.scheme}://{host}")


@dataclass(frozen=True, slots=True)
class Question:
    """What a page asks of the browser: options in JSON, and our signature below."""

    options: str
    signed: str


def ask_for_new(user: User, site: Site, now: datetime) -> Question:
    """To make a key for this user, on a device that has none of theirs."""
    challenge = secrets.token_bytes(32)
    options = generate_registration_options(
        rp_id=site.host,
        rp_name=site.host,
        user_id=f"portal-{user.pk}".encode(),
        user_name=user.get_username(),
        user_display_name=user.get_full_name() or user.get_username(),
        challenge=challenge,
        exclude_credentials=_known(user),
    )
    return Question(options_to_json(options), _sign(user, challenge, now))


def ask(user: User, site: Site, now: datetime) -> Question | None:
    """To sign with a key that the user has; None where there is none."""
    known = _known(user)
    if not known:
        return None
    challenge = secrets.token_bytes(32)
    options = generate_authentication_options(
        rp_id=site.host, challenge=challenge, allow_credentials=known
    )
    return Question(options_to_json(options), _sign(user, challenge, now))


def add(
    user: User, site: Site, *, asked: str, answer: str, name: str, now: datetime
) -> Passkey | None:
    """Keep the key that the browser has made; None when the answer does not hold."""
    question = _read(user, asked, now)
    if question is None or user.passkeys.count() >= MOST:
        return None
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=question.challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
        )
    # Whatever a browser sends in place of an answer is no answer.
    except (WebAuthnException, ValueError, TypeError, KeyError):
        return None
    key, is_new = Passkey.objects.get_or_create(
        credential_id=bytes_to_base64url(made.credential_id),
        defaults={
            "user": user,
            "name": name.strip()[:60] or _("Passkey"),
            "public_key": made.credential_public_key,
            "sign_count": made.sign_count,
            "created_at": now,
        },
    )
    return key if is_new else None


def check(user: User, site: Site, *, asked: str, answer: str, now: datetime) -> bool:
    """Whether one of the user's keys has answered this question, for the first time."""
    question = _read(user, asked, now)
    if question is None:
        return False
    try:
        sent = parse_authentication_credential_json(answer)
        key = user.passkeys.get(credential_id=bytes_to_base64url(sent.raw_id))
        done = verify_authentication_response(
            credential=sent,
            expected_challenge=question.challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=bytes(key.public_key),
            credential_current_sign_count=key.sign_count,
        )
    except (WebAuthnException, Passkey.DoesNotExist, ValueError, TypeError, KeyError):
        return False
    if key.used_at and question.at <= key.used_at:
        return False
    # Of two at once one finds the row as it was read.
    same = Passkey.objects.filter(pk=key.pk, used_at=key.used_at)
    return same.update(used_at=now, sign_count=done.new_sign_count) == 1


@dataclass(frozen=True, slots=True)
class _Asked:
    challenge: bytes
    at: datetime


def _known(user: User) -> list[PublicKeyCredentialDescriptor]:
    ids = user.passkeys.values_list("credential_id", flat=True)
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in ids]


def _sign(user: User, challenge: bytes, now: datetime) -> str:
    asked = [user.pk, now.timestamp(), bytes_to_base64url(challenge)]
    return signing.dumps(asked, salt=_SALT)


def _read(user: User, signed: str, now: datetime) -> _Asked | None:
    """The question that we asked this user a short time ago."""
    try:
        owner, at, challenge = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    asked = _Asked(base64url_to_bytes(challenge), datetime.fromtimestamp(at, UTC))
    return asked if owner == user.pk and now - asked.at <= LASTS else None
