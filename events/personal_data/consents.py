"""What people agree to, in the words they read before the box.

A text that has been shown is evidence: it stays here under its version. Changed words
are a new version, and the old one is what the people of that time agreed to.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.enums import Channel, Purpose
from events.models import Consent, EventPage, Registration
from portal.forms.consent import ConsentText
from portal.models import SiteSettings

REQUIRED = Purpose.TAKING_PART

_FACTS = (
    (
        _("What is kept"),
        _(
            "Full name, telephone, organisation, position and group; e-mail, "
            "note and answers to the organiser's questions where you give them."
        ),
    ),
    (
        _("What for"),
        _(
            "To keep your seat, to tell you of changes, to check tickets at "
            "the door, and to count people by organisation and group."
        ),
    ),
    (
        _("Who answers for it"),
        _("%(unit)s. The organisers of this conference see the list."),
    ),
    (
        _("Your rights"),
        _(
            "On the ticket page you see, correct, download and delete your "
            "data and take back your consent at any time. You may complain "
            "under the Law on personal data protection (91/2025/QH15)."
        ),
    ),
    (
        _("How long"),
        _(
            "Names and contact details are erased %(days)s days after the "
            "conference ends. Only counts that name nobody stay."
        ),
    ),
)
_LABELS: dict[str, Promise] = {
    Purpose.TAKING_PART: _(
        "I agree that this data is used for my taking part in this conference"
    ),
    Purpose.PHOTOS: _("I agree to be seen in photos and news about this conference"),
    Purpose.INVITATIONS: _("I agree to be invited to later conferences"),
}
_CERTIFICATE = _(
    "I agree that whoever has the number of my certificate can check it on this portal"
)
_CHECKED_BY_NUMBER = _(
    "I agree that whoever types the number of my certificate on this portal sees my "
    "initials and given name; otherwise only that the number is real"
)
_AFTER_THE_DAY = _(
    "To keep your seat, to tell you of changes, to check tickets at the door, to count "
    "people by organisation and group, and to issue the certificate of attendance."
)
_HOW_LONG = _(
    "Names and contact details are erased %(days)s days after the conference ends, the "
    "name on a certificate with them. Only counts that name nobody stay, and that a "
    "certificate's number was issued for this conference."
)
_WITH_CERTIFICATES = (
    _FACTS[0],
    (_("What for"), _AFTER_THE_DAY),
    *_FACTS[2:4],
    (_("How long"), _HOW_LONG),
)
TEXTS = {
    "2026-1": ConsentText(
        facts=_FACTS, labels={**_LABELS, Purpose.CERTIFICATE: _CERTIFICATE}
    ),
    # It asked for nothing the portal did not do then: it issued no certificates.
    "2026-2": ConsentText(facts=_FACTS, labels=_LABELS),
    "2026-3": ConsentText(
        facts=_WITH_CERTIFICATES,
        labels={**_LABELS, Purpose.CERTIFICATE: _CHECKED_BY_NUMBER},
    ),
}
CURRENT = "2026-3"
ASKED = tuple(purpose for purpose in Purpose if purpose in TEXTS[CURRENT].labels)
OPTIONAL = tuple(purpose for purpose in ASKED if purpose != REQUIRED)


def current() -> ConsentText:
    return TEXTS[CURRENT]


def explained(request: HttpRequest, event: EventPage) -> list[tuple[str, str]]:
    """What to know before agreeing, with who keeps the data and for how long."""
    settings, _lines = SiteSettings.for_request(request, timezone.localdate())
    return current().explained(unit=settings.unit_name, days=event.retention_days)


def agreed_now(registration: Registration) -> dict[Purpose, Consent]:
    """The last word on each purpose."""
    rows = registration.consents.order_by("at", "pk")
    return {Purpose(row.purpose): row for row in rows}


def choose(
    registration: Registration,
    wanted: Iterable[Purpose],
    *,
    now: datetime,
    channel: Channel = Channel.TICKET,
    actor=None,
) -> int:
    """Give or take back the optional consents; what changed is a row each.

    Returns how many changed. The required one ends with the registration.
    """
    wanted = frozenset(wanted)
    with transaction.atomic():
        before = agreed_now(registration)
        changed = [
            Consent(
                registration=registration,
                purpose=purpose,
                given=purpose in wanted,
                text_version=CURRENT,
                at=now,
                channel=channel,
                actor=actor,
            )
            for purpose in OPTIONAL
            if (purpose in before and before[purpose].given) != (purpose in wanted)
        ]
        Consent.objects.bulk_create(changed)
    return len(changed)
