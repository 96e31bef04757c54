"""All that is kept about one person, in words and as plain values."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models import Registration
from events.personal_data import consents
from portal.vietnamese.dates import short_moment


class Held(NamedTuple):
    """One thing kept: `key` for the file, `label` and `value` for the reader."""

    key: str
    label: str
    value: str


def details(registration: Registration) -> list[Held]:
    """What the person has told, as it stands."""
    row = registration
    return [
        Held("name", _("Full name"), row.name),
        Held("phone", pgettext("form", "Telephone"), row.phone_display),
        Held("organisation", pgettext("form", "Organisation"), row.organisation_name),
        Held("position", pgettext("form", "Position"), row.position),
        Held("audience", pgettext("form", "Group"), row.get_audience_display()),
        Held("email", pgettext("form", "E-mail"), row.email),
        Held("note", pgettext("form", "Note"), row.note),
        *_answers(row),
    ]


def _answers(row: Registration) -> Iterator[Held]:
    labels = {
        question.clean_name: question.label for question in row.event.what_is_asked()
    }
    for key, answer in row.answers.items():
        words = ", ".join(answer) if isinstance(answer, list) else str(answer)
        yield Held(f"answer.{key}", labels.get(key, key), words)


def seat(registration: Registration) -> list[Held]:
    """What became of it."""
    row = registration
    return [
        Held("event", _("Conference"), row.event.title),
        Held("state", _("State"), row.get_state_display()),
        Held("number", _("Number in line"), str(row.sequence)),
        Held("code", _("Code of the ticket"), row.code),
        Held("registered", _("Registered"), short_moment(row.created_at)),
        Held("channel", pgettext("registration", "Through"), row.get_channel_display()),
    ]


def history(registration: Registration) -> list[Held]:
    """Each step, the first one first, with the reason that was written down."""
    return [
        Held(
            change.at.isoformat(),
            short_moment(change.at),
            ": ".join(filter(None, (change.get_action_display(), change.reason))),
        )
        for change in registration.changes.order_by("at", "pk")
    ]


def agreements(registration: Registration) -> list[Held]:
    """The last word on each purpose, with its day and the version of the text."""
    said = consents.agreed_now(registration)
    return [
        Held(
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


def told(registration: Registration) -> list[Held]:
    """What the portal has told the person, and when."""
    return [
        Held(
            message.at.isoformat(),
            short_moment(message.at),
            message.get_notice_display(),
        )
        for message in registration.messages.order_by("at", "pk")
    ]


def as_document(registration: Registration) -> dict:
    """The same for a file that a program can read."""
    return {
        "details": {held.key: held.value for held in details(registration)},
        "seat": {held.key: held.value for held in seat(registration)},
        "history": _listed(history(registration)),
        "consents": {
            consent.purpose: {
                "given": consent.given,
                "text": consent.text_version,
                "at": consent.at.isoformat(),
            }
            for consent in consents.agreed_now(registration).values()
        },
        "messages": _listed(told(registration)),
    }


def _listed(rows: list[Held]) -> list[dict]:
    return [{"at": held.key, "what": held.value} for held in rows]
