"""Acts and initiatives that something else rests on are not deleted; it is said why."""

from collections.abc import Iterable

from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from documents.models import InitiativePage, RegulationPage, Replication

_MOST_NAMED = 3


@hooks.register("before_delete_page")
def guard_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refuse_deletion(request, [page])


@hooks.register("before_bulk_action")
def guard_pages(
    request: HttpRequest, action_type: str, objects: list, action
) -> HttpResponse | None:
    pages = [one for one in objects if isinstance(one, Page)]
    return _refuse_deletion(request, pages) if action_type == "delete" else None


def _refuse_deletion(
    request: HttpRequest, pages: Iterable[Page]
) -> HttpResponse | None:
    """Say why, and what to do instead; nothing is deleted."""
    for page in pages:
        if rows := protecting(page):
            names = "; ".join(dict.fromkeys(map(_named, rows)))
            if any(isinstance(row, Replication) for row in rows):
                text = _(
                    "“%(title)s” cannot be deleted: units have said that they apply "
                    "it (%(names)s). Unpublish it instead."
                )
            else:
                text = _(
                    "“%(title)s” cannot be deleted: %(names)s still names it. Take it "
                    "out there first, or unpublish it."
                )
            messages.error(request, text % {"title": page.title, "names": names})
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def protecting(page: Page) -> list:
    """Rows outside the pages that the database would refuse to lose; a few of them."""
    for model in (RegulationPage, InitiativePage):
        inside = model.objects.descendant_of(page, inclusive=True)
        if not inside.exists():
            continue
        try:
            Collector(using=router.db_for_write(model)).collect(inside)
        except ProtectedError as error:
            return sorted(error.protected_objects, key=lambda row: row.pk)[:_MOST_NAMED]
    return []


def _named(row) -> str:
    """The page or unit a protecting row belongs to."""
    page = getattr(row, "initiative", None) or getattr(row, "source", None)
    if isinstance(row, Replication) or page is None:
        return getattr(row, "unit", None) or str(row)
    return getattr(page, "symbol", None) or page.title
