"""Every address of the portal that opens something to whoever knows it."""

import re

from django.urls import URLResolver, get_resolver

SECRET = "Zx81secretZx81secretZx81"
_KEYS = {"token", "key", "code", "uidb64"}
#: Names a proposal for an effect of an act, and is printed on its screen: no secret.
_NO_KEY = "hieu-luc-de-xuat"


def keyed_addresses() -> list[str]:
    """One for every route that holds a key, with SECRET in its place."""
    found = list(_below(get_resolver(), "/"))
    assert len(found) > 15
    return found


def _below(resolver, before: str):
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _below(entry, route)
        elif _NO_KEY not in route and _KEYS & {*entry.pattern.converters}:
            yield re.sub(r"<[^>]+>", SECRET, route)
