"""The registrations of one person across all conferences."""

from django.db.models import Q

from events.models import Registration
from portal.vietnamese import fold, match_key, parse_phone

MOST = 100


def find(name: str, contact: str, *, events) -> list[Registration]:
    """In these conferences, those with all words of the name, and those with this
    number or address.

    Accents are not needed to find somebody. Each has `is_sure`: the name with its
    accents and the number or address are both the person's. The sure ones come
    first, then the newest.
    """
    contact = contact.strip()
    words = set(fold(name).split())
    phone = parse_phone(contact).e164 if contact and "@" not in contact else ""
    wanted = _maybe_named(words) | _reached(phone, contact)
    if not wanted:
        return []
    rows = Registration.objects.filter(
        wanted, forgotten_at=None, event__in=events.order_by().values("pk")
    )
    rows = rows.select_related("event", "organisation").defer("event__body")
    found = []
    for row in rows.order_by("-pk").iterator():
        same_contact = _same_contact(row, phone, contact)
        if not same_contact and not _named(row, words):
            continue
        row.is_sure = same_contact and match_key(row.name) == match_key(name)
        found.append(row)
        if len(found) == MOST:
            break
    return sorted(found, key=lambda row: not row.is_sure)


def _maybe_named(words: set[str]) -> Q:
    """Who has the words anywhere: in the name, or in that of the agency."""
    wanted = Q()
    for word in words:
        wanted &= Q(search_key__contains=word)
    return wanted


def _reached(phone: str, contact: str) -> Q:
    if phone:
        return Q(phone=phone)
    return Q(email__iexact=contact) if contact else Q()


def _named(row: Registration, words: set[str]) -> bool:
    return bool(words) and words <= set(fold(row.name).split())


def _same_contact(row: Registration, phone: str, contact: str) -> bool:
    if phone:
        return row.phone == phone
    return bool(contact) and row.email.lower() == contact.lower()
