"""What a search by POST found, on a page of its own that Back leads to.

A search for somebody is posted, so that no name stands in an address; shown in the
answer to the POST, its results would be gone with the first step back. The session
keeps the keys of the rows for a while: neither what was typed nor whom it found.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest

#: Shown again within this time it is the same look, which the log has already.
KEPT = timedelta(minutes=10)


def keep(request: HttpRequest, name: str, found: dict, *, now: datetime) -> None:
    """Keep `found`, plain values of JSON, until the next search of this name."""
    request.session[name] = {"at": now.timestamp(), "found": found}


def kept(request: HttpRequest, name: str, *, now: datetime) -> dict | None:
    """What the last search of this name found; None where it is too long ago."""
    last = request.session.get(name)
    if not last or now.timestamp() - last["at"] >= KEPT.total_seconds():
        return None
    return last["found"]
