"""Writing a letter and putting it among those to be sent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import make_msgid
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import validate_email
from django.db import transaction
from post_office.models import PRIORITY, STATUS, Email
from post_office.models import Attachment as StoredAttachment

from portal.mail.errors import BadAddress, BadAttachment, BadHeader
from portal.mail.letters import Letter, write_letter
from portal.models.mail import MailRecord

MAX_ATTACHED = 5 * 1024 * 1024
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
#: Said by the letter itself, so never by a header beside it.
_OWN_HEADERS = frozenset({"bcc", "cc", "from", "message-id", "subject", "to"})


@dataclass(frozen=True)
class Attachment:
    name: str
    content: bytes
    mimetype: str


def queue(
    template: str,
    to: str,
    context: Mapping[str, Any] | None = None,
    *,
    about: str = "",
    headers: Mapping[str, str] | None = None,
    attachments: Sequence[Attachment] = (),
    reply_to: str = "",
    unsubscribe_url: str = "",
    send_at: datetime | None = None,
    expires_at: datetime | None = None,
    urgent: bool = False,
) -> int:
    """Queue the letter of that template in the caller's transaction; return its id.

    Nothing is sent when the transaction is rolled back. Raises MailRefused (a
    BadAddress, BadHeader or BadAttachment) and writes nothing then.
    """
    _check_address(to)
    extra = dict(headers or {})
    if reply_to:
        _check_address(reply_to)
        extra["Reply-To"] = reply_to
    if unsubscribe_url:
        extra["List-Unsubscribe"] = f"<{unsubscribe_url}>"
    # So that nobody's "I am away" comes back.
    extra.setdefault("Auto-Submitted", "auto-generated")
    letter = write_letter(
        template,
        {
            **(context or {}),
            "to": to,
            "reply_to": reply_to,
            "unsubscribe_url": unsubscribe_url,
        },
    )
    return put(
        letter,
        to,
        template=template,
        about=about,
        headers=extra,
        attachments=attachments,
        send_at=send_at,
        expires_at=expires_at,
        urgent=urgent,
    )


def put(
    letter: Letter,
    to: str,
    *,
    template: str,
    about: str = "",
    sender: str = "",
    headers: Mapping[str, str] | None = None,
    attachments: Sequence[Attachment] = (),
    send_at: datetime | None = None,
    expires_at: datetime | None = None,
    urgent: bool = False,
) -> int:
    """The rows of a finished letter; its words are taken as they are."""
    sender = sender or settings.DEFAULT_FROM_EMAIL
    for name, line in (("subject", letter.subject), ("to", to), ("from", sender)):
        _check_line(line, name)
    for name, value in (headers or {}).items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _OWN_HEADERS:
            raise BadHeader(f"{name!r} is no header to be set here")
        _check_line(value, name)
    _check_attachments(attachments)
    with transaction.atomic():
        email = Email(
            from_email=sender,
            to=[to],
            subject=letter.subject,
            message=letter.text,
            html_message=letter.html,
            status=STATUS.queued,
            priority=PRIORITY.high if urgent else PRIORITY.medium,
            scheduled_time=send_at,
            expires_at=expires_at,
            headers=dict(headers or {}),
            # Kept through all attempts: a letter sent twice is shown once.
            message_id=make_msgid(domain=urlsplit(settings.SITE_URL).hostname),
        )
        try:
            email.save()
        except ValidationError as refusal:
            raise BadHeader("; ".join(refusal.messages)) from refusal
        MailRecord.objects.create(email=email, template=template, about=about)
        if attachments:
            email.attachments.set([_stored(part) for part in attachments])
    return email.pk


def _stored(part: Attachment) -> StoredAttachment:
    row = StoredAttachment(name=part.name, mimetype=part.mimetype)
    row.file.save(part.name, ContentFile(part.content), save=True)
    return row


def _check_address(address: str) -> None:
    # A comma would make it several; both ends of a line end the header.
    if _CONTROL.search(address) or "," in address or len(address) > 254:
        raise BadAddress("not one e-mail address")
    try:
        validate_email(address)
    except ValidationError as refusal:
        raise BadAddress("not an e-mail address") from refusal


def _check_line(value: str, name: str) -> None:
    if _CONTROL.search(value):
        raise BadHeader(f"a line break in {name}")


def _check_attachments(attachments: Sequence[Attachment]) -> None:
    for part in attachments:
        if _CONTROL.search(part.name) or PurePath(part.name).name != part.name:
            raise BadAttachment("not a file name")
    if sum(len(part.content) for part in attachments) > MAX_ATTACHED:
        raise BadAttachment(f"more than {MAX_ATTACHED >> 20} MB")
