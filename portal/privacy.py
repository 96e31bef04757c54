"""Which sections are closed to the public, asked once per visit."""

from contextvars import ContextVar

from django.core.signals import request_finished, request_started
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

_closed: ContextVar[tuple[str, ...] | None] = ContextVar("closed", default=None)


def _forget(**kwargs) -> None:
    _closed.set(None)


request_started.connect(_forget, dispatch_uid="portal.privacy")
request_finished.connect(_forget, dispatch_uid="portal.privacy")


def remember_closed_sections() -> tuple[str, ...]:
    """Read the tree paths of closed sections for the rest of this visit.

    Almost always there are none, and then no listing needs to exclude any.
    """
    paths = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    _closed.set(paths)
    return paths


def closed_sections() -> tuple[str, ...]:
    """The tree paths of closed sections, as remembered, else as they are now."""
    remembered = _closed.get()
    if remembered is not None:
        return remembered
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def outside(paths: tuple[str, ...]) -> Q:
    """Pages in none of the sections."""
    inside = Q()
    for path in paths:
        inside |= Q(path__startswith=path)
    return ~inside if paths else Q()


def may_be_closed(page: Page) -> bool:
    """Whether a closed section lies on the way to the page."""
    return any(page.path.startswith(path) for path in closed_sections())
