"""Which sections are closed to the public, asked once per visit."""

from contextvars import ContextVar

from django.core.signals import request_finished, request_started
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction

# A box for one visit's answer, empty until asked for; None where nobody visits.
_visit: ContextVar[list | None] = ContextVar("visit", default=None)


def _starts(**kwargs) -> None:
    _visit.set([])


def _ends(**kwargs) -> None:
    _visit.set(None)


def _changed(**kwargs) -> None:
    if box := _visit.get():
        box.clear()


request_started.connect(_starts, dispatch_uid="view_restrictions")
request_finished.connect(_ends, dispatch_uid="view_restrictions")
for _signal in (post_save, post_delete):
    _signal.connect(_changed, PageViewRestriction, dispatch_uid="view_restrictions")


def closed_sections() -> tuple[str, ...]:
    """The tree paths of closed sections; almost always there are none."""
    box = _visit.get()
    if box:
        return box[0]
    paths = PageViewRestriction.objects.values_list("page__path", flat=True)
    found = tuple(paths)
    if box is not None:
        box.append(found)
    return found


def outside(paths: tuple[str, ...]) -> Q:
    """Pages in none of the sections."""
    inside = Q()
    for path in paths:
        inside |= Q(path__startswith=path)
    return ~inside if paths else Q()


def may_be_closed(path: str) -> bool:
    """Whether a closed section lies on the way to the page of that tree path."""
    return path.startswith(closed_sections())
