"""What initiatives add to the admin."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page

from documents.initiative_admin.listing import InitiativeViewSet, initiative_viewset
from documents.initiative_admin.views import CHANGED, may_see_private, private_part
from documents.models import InitiativePage, Replication


@hooks.register("register_admin_viewset")
def initiative_listing() -> InitiativeViewSet:
    return initiative_viewset


@hooks.register("register_admin_urls")
def private_urls() -> list:
    address = "sang-kien/<int:page_id>/tac-gia/"
    return [path(address, private_part, name="initiative_private")]


@hooks.register("register_page_header_buttons")
def private_button(page: Page, user, view_name: str, next_url=None):
    if isinstance(page, InitiativePage) and page.pk and may_see_private(user, page):
        url = reverse("initiative_private", args=[page.pk])
        label = gettext_lazy("Authors and confidential part")
        yield HeaderButton(label, url, icon_name="group", priority=5)


@hooks.register("register_log_actions")
def log_actions(actions) -> None:
    actions.register_action(
        CHANGED,
        gettext_lazy("Change authors or confidential part"),
        gettext_lazy("Authors or confidential part changed"),
    )


@hooks.register("before_delete_page")
def keep_replicated(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refuse_deletion(request, [page])


@hooks.register("before_bulk_action")
def keep_many(
    request: HttpRequest, action_type: str, objects: list, action
) -> HttpResponse | None:
    pages = [one for one in objects if isinstance(one, Page)]
    return _refuse_deletion(request, pages) if action_type == "delete" else None


def _refuse_deletion(
    request: HttpRequest, pages: Iterable[Page]
) -> HttpResponse | None:
    """Say why, and what to do instead; nothing is deleted."""
    for page in pages:
        inside = InitiativePage.objects.descendant_of(page, inclusive=True)
        rows = Replication.objects.filter(initiative__in=inside.values("pk"))
        if held := rows.values("initiative").distinct().count():
            text = ngettext(
                "“%(title)s” cannot be deleted: units have said that they apply it. "
                "Unpublish it instead.",
                "“%(title)s” cannot be deleted: it holds initiatives that units have "
                "said they apply. Unpublish them instead.",
                held,
            )
            messages.error(request, text % {"title": page.title})
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
