"""Which sections are closed to the public, asked once per request."""

from contextvars import ContextVar

from django.core.signals import request_finished, request_started
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction

from portal.kept_queries import KeptQuery
from portal.page_cache.values import until_published

_closed = KeptQuery(
    lambda: PageViewRestriction.objects.values_list("page__path", flat=True)
)
# A request's answer: a list that is empty until asked for, and holds None once the
# request itself wrote of a section; None outside of requests.
_cached: ContextVar[list | None] = ContextVar("closed_sections", default=None)


def _request_starts(**kwargs) -> None:
    _cached.set([])


def _request_ends(**kwargs) -> None:
    _cached.set(None)


def _forget(**kwargs) -> None:
    cached = _cached.get()
    if cached is not None:
        cached[:] = [None]


request_started.connect(_request_starts, dispatch_uid="view_restrictions")
request_finished.connect(_request_ends, dispatch_uid="view_restrictions")
for _signal in (post_save, post_delete):
    _signal.connect(_forget, PageViewRestriction, dispatch_uid="view_restrictions")


def closed_sections() -> tuple[str, ...]:
    """The tree paths of closed sections; almost always there are none."""
    cached = _cached.get()
    if not cached:
        found = _published()
        if cached is not None:
            cached.append(found)
        return found
    return tuple(_closed.rows()) if cached[0] is None else cached[0]


@until_published(maxsize=1)
def _published() -> tuple[str, ...]:
    return tuple(_closed.rows())


def outside(paths: tuple[str, ...]) -> Q:
    """Pages in none of the sections."""
    inside = Q()
    for path in paths:
        inside |= Q(path__startswith=path)
    return ~inside if paths else Q()


def may_be_closed(path: str) -> bool:
    """Whether a closed section lies on the way to the page of that tree path."""
    return path.startswith(closed_sections())
