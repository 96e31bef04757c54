"""Every address of the admin, for tests of what holds on all of them."""

from collections.abc import Iterable

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

#: It fails, so that whoever runs a Wagtail sees what a failure looks like.
_FAILS_ON_PURPOSE = "wagtailadmin_error_test"


def names(patterns=None, space: str = "") -> list[str]:
    """The name of each address, with its namespace."""
    found = []
    for one in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(one, URLPattern):
            found += [f"{space}{one.name}"] if one.name else []
        else:
            inner = f"{space}{one.namespace}:" if one.namespace else space
            found += names(one.url_patterns, inner)
    return [name for name in found if name != _FAILS_ON_PURPOSE]


def addresses(known: Iterable[dict]) -> list[str]:
    """All of the admin that are reached with one of these arguments, each once."""
    found = {}
    for name in names():
        for arguments in known:
            try:
                url = reverse(name, kwargs=arguments)
            except NoReverseMatch:
                continue
            if url.startswith("/admin/"):
                found[url] = None
    return [*found]
