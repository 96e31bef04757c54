"""All that is kept about a person, as a file to hand over."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models import Consent, Registration
from events.personal_data import consents, export
from portal.vietnamese.dates import short_moment


def as_document(rows: Iterable[Registration], *, code: str, now: datetime) -> dict:
    """For a program: each registration, and each word on consent with its text."""
    return {
        "request": code,
        "made": now.isoformat(),
        "registrations": [
            export.as_document(row) | {"consent_evidence": consent_evidence(row)}
            for row in rows
        ],
    }


def as_json(rows: Iterable[Registration], *, code: str, now: datetime) -> str:
    """The document as the text of a file."""
    document = as_document(rows, code=code, now=now)
    return json.dumps(document, ensure_ascii=False, indent=2)


def consent_evidence(row: Registration) -> list[dict]:
    """Every yes and no of this person, in order, with the words beside the box."""
    return [
        {
            "purpose": said.purpose,
            "given": said.given,
            "at": said.at.isoformat(),
            "channel": said.channel,
            "by": said.actor.get_username() if said.actor else "",
            "text": said.text_version,
            "words": _words(said),
        }
        for said in _consents(row)
    ]


def as_text(rows: Iterable[Registration], *, code: str, now: datetime) -> str:
    """For a person: the same in plain lines."""
    lines = [_("Data kept about one person"), f"{code} · {short_moment(now)}"]
    for row in rows:
        lines += ["", row.event.title, "=" * 40]
        parts = (
            (_("What you told"), export.details(row)),
            (_("Your place"), export.seat(row)),
            (_("What happened"), export.history(row)),
            (_("What you were told"), export.notices(row)),
            (_("When you were called"), export.calls(row)),
            (_("When you were at the door"), export.attendance(row)),
        )
        for heading, values in parts:
            lines += ["", heading]
            lines += [f"- {one.label}: {one.value or '–'}" for one in values]
        lines += ["", _("Consents"), *map(_consent_line, _consents(row))]
    return "\r\n".join(lines) + "\r\n"


def _consent_line(said: Consent) -> str:
    given = pgettext("consent", "Agreed") if said.given else None
    line = _("%(answer)s, %(time)s, text %(version)s") % {
        "answer": given or pgettext("consent", "Not agreed"),
        "time": short_moment(said.at),
        "version": said.text_version,
    }
    return f"- {_words(said) or said.get_purpose_display()}: {line}"


def _words(said: Consent) -> str:
    """The sentence beside the box, in the version that was shown."""
    text = consents.TEXTS.get(said.text_version)
    return str(text.labels.get(said.purpose, "")) if text else ""


def _consents(row: Registration):
    return row.consents.select_related("actor").order_by("at", "pk")
