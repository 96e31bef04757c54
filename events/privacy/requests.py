"""What is done with a request: received, answered, forgotten."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from events.enums import Channel, RequestKind
from events.models import DataRequest, Holiday
from events.privacy.clock import due_at
from portal import mail
from portal.models import SiteSettings


class AlreadyAnswered(Exception):
    """Somebody answered in the meantime; nothing was written."""


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """Who wants what: a telephone number in E.164 or an e-mail address, and words."""

    kind: RequestKind
    name: str
    contact: str
    about: str


def receive(
    details: RequestDetails,
    *,
    key: UUID,
    now: datetime,
    channel: Channel = Channel.PUBLIC,
) -> DataRequest:
    """Write the request down and start its clock; the office gets a letter.

    The same form sent twice is one request.
    """
    with transaction.atomic():
        request, is_new = DataRequest.objects.get_or_create(
            key=key,
            defaults={
                "kind": details.kind,
                "name": details.name,
                "contact": details.contact,
                "about": details.about,
                "channel": channel,
                "received_at": now,
                "due_at": _due(now),
            },
        )
        if is_new and channel == Channel.PUBLIC:
            _tell_office(request)
    return request


def answer(request_id: int, *, words: str, now: datetime, actor) -> None:
    """Close the request with what was done. Raises AlreadyAnswered."""
    mine = DataRequest.objects.unanswered().filter(pk=request_id)
    if not mine.update(answered_at=now, answered_by=actor, answer=words):
        raise AlreadyAnswered


def follow_holidays() -> None:
    """Set the clocks that still run by the days off as they now are."""
    for request in DataRequest.objects.unanswered():
        due = _due(request.received_at)
        DataRequest.objects.unanswered().filter(pk=request.pk).update(due_at=due)


def forget_answered(now: datetime) -> int:
    """Erase who asked, and all that was written, of requests answered long ago."""
    return DataRequest.objects.forgettable(now).update(
        name="", contact="", about="", answer="", forgotten_at=now
    )


def days_off() -> set[date]:
    """The days that the office does not work, beside those the law fixes."""
    return set(Holiday.objects.values_list("day", flat=True))


def _due(received: datetime) -> datetime:
    return due_at(timezone.localtime(received), days_off())


def _tell_office(request: DataRequest) -> None:
    """A letter that names nobody: what came, until when, and where to answer."""
    site = Site.objects.filter(is_default_site=True).first()
    office = SiteSettings.for_site(site).email if site else ""
    if not office:
        return
    mail.queue(
        "events/data_request",
        office,
        {
            "kind": request.get_kind_display(),
            "due_at": request.due_at,
            "url": settings.SITE_URL + reverse("data_request", args=[request.pk]),
        },
        about=f"data-request:{request.pk}",
    )
