"""The certificate as it is printed: one sheet each, A4 across."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from events.models import Certificate, CertificateSettings, EventPage
from portal import pdf
from portal.models import SiteSettings
from portal.vietnamese.dates import long_date
from portal.vietnamese.names import heads_of

_LARGEST, _SMALLEST = 31, 22
_ROOM_MM = 218
# What a letter of the name takes, in mm for each point of its size.
_LETTER_MM = 0.205
_LONG_SUBJECT = 110


@dataclass(frozen=True, slots=True)
class Sheet:
    """One certificate and what its sheet shows besides."""

    certificate: Certificate

    @property
    def printed(self) -> CertificateSettings:
        return self.certificate.printed

    @property
    def name_size(self) -> int:
        return name_size(self.certificate.name)

    @property
    def is_long(self) -> bool:
        return len(self.printed.subject) > _LONG_SUBJECT

    @property
    def hours(self) -> str:
        return f"{self.printed.hours:02d}"

    @property
    def signed_on(self) -> str:
        return long_date(self.printed.signed_on)

    @property
    def url(self) -> str:
        return check_url(self.certificate)


def name_size(name: str) -> int:
    """The size in points at which a name fits on one line, or the least, for two."""
    letters = max(1, len(name))
    return max(_SMALLEST, min(_LARGEST, int(_ROOM_MM / (letters * _LETTER_MM))))


def check_url(certificate: Certificate) -> str:
    """The address in the code on the paper: it opens the answer."""
    return settings.SITE_URL + reverse("certificate_code", args=[certificate.code])


def days_in_words(event: EventPage) -> str:
    """ngày 22 tháng 12 năm 2026, or from the first to the last day."""
    if not event.starts_on:
        return event.date_text
    first, last = event.starts_on, event.ends_on or event.starts_on
    if first == last:
        return long_date(first)
    return f"từ {long_date(first)} đến {long_date(last)}"


def html_of(event: EventPage, certificates: Sequence[Certificate]) -> str:
    """The document to print; each certificate with its `printed` settings."""
    house = SiteSettings.of_default_site()
    address = settings.SITE_URL.partition("://")[2] + reverse("certificate_check")
    context = {
        "sheets": [Sheet(certificate) for certificate in certificates],
        "subject": event.full_title,
        "is_sample": event.is_sample,
        "when": days_in_words(event),
        "site_settings": house,
        "heads": heads_of(house.unit_name),
        "check_at": address.rstrip("/"),
    }
    return render_to_string("pdf/events/certificates.html", context)


def paper_of(event: EventPage, certificates: Sequence[Certificate]) -> bytes | None:
    """Their PDF, a page each; None where none can be made now."""
    return pdf.printed(
        lambda: html_of(event, certificates), settings.SITE_URL, name="certificates"
    )
