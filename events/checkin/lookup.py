"""From what is shown at the door to a registration: addresses, codes, names."""

import re
from hashlib import sha256
from urllib.parse import urlsplit

from django.db.models import Prefetch, Q
from django.db.models.query import QuerySet

from events.models import EventPage, Registration, Scan
from events.models.keys import CODE_LENGTH
from portal.vietnamese import fold

MOST_FOUND = 30
SHORTEST_QUERY = 2
LAST_DIGITS = 3
_TOKEN = re.compile(r"/ve/([\w-]{10,32})/?")
_SEPARATORS = re.compile(r"[\s.\-–]+")


def token_in(text: str) -> str:
    """The ticket's token in an address; empty for a shop's bar code and the like."""
    found = _TOKEN.search(urlsplit(text.strip()).path)
    return found[1] if found else ""


def code_in(text: str) -> str:
    """A typed code in capitals without spaces; empty where it is none."""
    code = _SEPARATORS.sub("", text).upper()
    return code if len(code) == CODE_LENGTH and code.isascii() else ""


def reference(token: str) -> str:
    """By what a ticket is looked up without its token: SHA-256 of it, as hex."""
    return sha256(f"ve:{token}".encode()).hexdigest()


def find(event: EventPage, text: str) -> int | None:
    """The id of the registration whose ticket or code this is; None where nobody's.

    A token opens that of any conference, so that the right one can be named; a code
    is unique among those of one conference alone.
    """
    rows = Registration.objects.order_by().values_list("pk", flat=True)
    if token := token_in(text):
        return rows.filter(token=token).first()
    if code := code_in(text):
        return rows.filter(event=event, code=code).first()
    return None


def of_another(event: EventPage, text: str) -> Registration | None:
    """Whose typed code this is at another conference, with it as `event`: to name that.

    Two conferences may have given the same code: the one that is held last is meant.
    """
    code = code_in(text)
    if not code or token_in(text):
        return None
    rows = Registration.objects.filter(code=code).exclude(event=event)
    rows = rows.select_related("event").order_by("-event__starts_on", "-pk")
    return rows.defer("event__body").first()


def by_reference(event: EventPage, wanted: set[str]) -> dict[str, int]:
    """The ids of this conference's registrations by the reference of their tickets."""
    tokens = Registration.objects.filter(event=event).values_list("token", "pk")
    found = {reference(token): pk for token, pk in tokens}
    return {ref: found[ref] for ref in wanted if ref in found}


def people(event: EventPage, query: str, part: str) -> list[Registration]:
    """Who may be meant: every word in the name, the code or the agency, without
    accents; or the last three digits of the telephone. Each notes `arrived_at`.

    The coming first, by name; two queries.
    """
    words = fold(query).split()
    if len("".join(words)) < SHORTEST_QUERY:
        return []
    rows = Registration.objects.filter(event=event, forgotten_at=None)
    if len(words) == 1 and words[0].isdigit() and len(words[0]) == LAST_DIGITS:
        rows = rows.filter(phone__endswith=words[0])
    else:
        for word in words:
            rows = rows.filter(search_key__contains=word)
    return _with_arrival(rows.live().order_by("name_key", "pk")[:MOST_FOUND], part)


def _with_arrival(rows: QuerySet[Registration], part: str) -> list[Registration]:
    firsts = Scan.objects.filter(first=True).filter(Q(part=part))
    found = list(rows.prefetch_related(Prefetch("scans", firsts, to_attr="arrivals")))
    for row in found:
        row.arrived_at = row.arrivals[0].scanned_at if row.arrivals else None
    return found
