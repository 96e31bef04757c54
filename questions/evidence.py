"""The questions of one person: found, and all that is kept about them as a file."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from portal.vietnamese import fold, match_key, parse_phone
from questions import consent
from questions.models import Question

MOST = 100


def find(name: str, contact: str) -> list[Question]:
    """Those with this name, or with this number or address; the newest first.

    Accents are not needed to find somebody. Each has `is_sure`: the name with its
    accents and the number or address are both the person's.
    """
    contact, words = contact.strip(), set(fold(name).split())
    phone = ""
    if contact and "@" not in contact:
        phone = parse_phone(contact).display or contact
    found = []
    for row in _candidates(words, phone, contact):
        is_reached = (bool(phone) and row.phone == phone) or (
            bool(contact) and row.email.lower() == contact.lower()
        )
        is_named = bool(words) and words <= set(fold(row.name).split())
        if not is_reached and not is_named:
            continue
        row.is_sure = is_reached and match_key(row.name) == match_key(name)
        found.append(row)
        if len(found) == MOST:
            break
    return found


def _candidates(words: set[str], phone: str, contact: str):
    """No column is folded: names are few, for they go when their time is over."""
    wanted = Q(phone=phone) if phone else Q(email__iexact=contact or "@")
    if words:
        wanted |= ~Q(name="")
    rows = Question.objects.named().filter(wanted).order_by("-received_at", "-pk")
    return rows.iterator()


def as_document(rows: Iterable[Question], *, now: datetime) -> dict:
    """For a program: each question with its answer, and what was agreed to."""
    return {
        "made": now.isoformat(),
        "questions": [
            {
                "code": row.shown_code,
                "received": row.received_at.isoformat(),
                "question": row.text,
                "about": row.subject_title,
                "ticket": row.ticket_code,
                "name": row.name,
                "agency": row.agency,
                "notify": row.notify,
                "email": row.email,
                "phone": row.phone,
                "answered": row.answered_at and row.answered_at.isoformat(),
                "short_answer": row.short_answer,
                "answer": row.answer,
                "consents": _consents(row),
            }
            for row in rows
        ],
    }


def as_json(rows: Iterable[Question], *, now: datetime) -> str:
    """The document as the text of a file."""
    return json.dumps(as_document(rows, now=now), ensure_ascii=False, indent=2)


def _consents(row: Question) -> list[dict]:
    text = consent.TEXTS.get(row.consent_version)
    given = {consent.ANSWER: True, consent.PUBLISH: row.may_publish}
    return [
        {
            "purpose": purpose,
            "given": is_given,
            "at": row.received_at.isoformat(),
            "text": row.consent_version,
            "words": str(text.labels[purpose]) if text else "",
        }
        for purpose, is_given in given.items()
    ]
