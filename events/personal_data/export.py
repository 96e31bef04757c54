"""All that is kept about one person, in words and as plain values."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models import Call, Registration
from events.personal_data import consents
from portal.vietnamese.dates import short_date, short_moment


class StoredValue(NamedTuple):
    """One thing kept: `key` for the file, `label` and `value` for the reader."""

    key: str
    label: str
    value: str


def details(registration: Registration) -> list[StoredValue]:
    """What the person has stated, as it is now."""
    row = registration
    return [
        StoredValue("name", _("Full name"), row.name),
        StoredValue("phone", pgettext("form", "Telephone"), row.phone_display),
        StoredValue(
            "organisation", pgettext("form", "Organisation"), row.organisation_name
        ),
        StoredValue("position", pgettext("form", "Position"), row.position),
        StoredValue("audience", pgettext("form", "Group"), row.get_audience_display()),
        StoredValue("email", pgettext("form", "E-mail"), row.email),
        StoredValue("note", pgettext("form", "Note"), row.note),
        *_answers(row),
    ]


def _answers(row: Registration) -> Iterator[StoredValue]:
    labels = {
        question.clean_name: question.label for question in row.event.get_questions()
    }
    for key, answer in row.answers.items():
        words = ", ".join(answer) if isinstance(answer, list) else str(answer)
        yield StoredValue(f"answer.{key}", labels.get(key, key), words)


def seat(registration: Registration) -> list[StoredValue]:
    """What became of it."""
    row = registration
    return [
        StoredValue("event", _("Conference"), row.event.full_title),
        StoredValue("state", _("State"), row.get_state_display()),
        StoredValue("number", _("Number in line"), str(row.sequence)),
        StoredValue("code", _("Code of the ticket"), row.code),
        StoredValue("registered", _("Registered"), short_moment(row.created_at)),
        StoredValue(
            "channel", pgettext("registration", "Through"), row.get_channel_display()
        ),
        *_certificates(row),
    ]


def _certificates(row: Registration) -> Iterator[StoredValue]:
    for one in row.certificates.order_by("year", "running"):
        words = _("%(number)s, issued %(day)s") % {
            "number": one.number,
            "day": short_date(one.issued_at),
        }
        if one.revoked_at:
            words += ", " + _("revoked %(day)s") % {"day": short_date(one.revoked_at)}
        yield StoredValue(f"certificate.{one.number}", _("Certificate"), words)


def history(registration: Registration) -> list[StoredValue]:
    """Each step, the first one first, with the reason that was written down."""
    return [
        StoredValue(
            change.at.isoformat(),
            short_moment(change.at),
            ": ".join(filter(None, (change.get_action_display(), change.reason))),
        )
        for change in registration.changes.order_by("at", "pk")
    ]


def agreements(registration: Registration) -> list[StoredValue]:
    """The last word on each purpose, with its day and the version of the text."""
    said = consents.agreed_now(registration)
    return [
        StoredValue(
            purpose.value,
            purpose.label,
            _("%(answer)s, %(time)s, text %(version)s")
            % {
                "answer": pgettext("consent", "Agreed")
                if consent.given
                else pgettext("consent", "Not agreed"),
                "time": short_moment(consent.at),
                "version": consent.text_version,
            },
        )
        for purpose, consent in said.items()
    ]


def notices(registration: Registration) -> list[StoredValue]:
    """What notices the person got, and when."""
    return [
        StoredValue(
            message.at.isoformat(),
            short_moment(message.at),
            message.get_notice_display(),
        )
        for message in registration.messages.order_by("at", "pk")
    ]


def calls(registration: Registration) -> list[StoredValue]:
    """When somebody was called because no letter reached them, and to what end."""
    called = Call.objects.filter(message__registration=registration)
    return [
        StoredValue(
            call.at.isoformat(), short_moment(call.at), call.get_outcome_display()
        )
        for call in called.order_by("at", "pk")
    ]


def attendance(registration: Registration) -> list[StoredValue]:
    """What was noted at the door: when, with what result, and the reason if any."""
    return [
        StoredValue(
            scan.scanned_at.isoformat(),
            short_moment(scan.scanned_at),
            ": ".join(
                filter(
                    None,
                    (
                        scan.get_result_display(),
                        scan.get_undone_for_display(),
                        scan.reason,
                    ),
                )
            ),
        )
        for scan in registration.scans.order_by("scanned_at", "pk")
    ]


def as_document(registration: Registration) -> dict:
    """The same for a file that a program can read."""
    return {
        "details": {one.key: one.value for one in details(registration)},
        "seat": {one.key: one.value for one in seat(registration)},
        "history": _listed(history(registration)),
        "consents": {
            consent.purpose: {
                "given": consent.given,
                "text": consent.text_version,
                "at": consent.at.isoformat(),
            }
            for consent in consents.agreed_now(registration).values()
        },
        "messages": _listed(notices(registration)),
        "calls": _listed(calls(registration)),
        "attendance": _listed(attendance(registration)),
    }


def _listed(rows: list[StoredValue]) -> list[dict]:
    return [{"at": one.key, "what": one.value} for one in rows]
