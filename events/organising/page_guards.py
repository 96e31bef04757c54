"""What a page with registrations may not become, or not without a warning."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from events.letters import announcements
from events.models import EventPage, Invitation, Registration
from events.organising import quotas
from events.organising.permissions import may_see

ASKS_FIRST = frozenset({"move", "unpublish"})
KNOWN = "people_known"


def _events_in(pages: Iterable[Page]):
    """The conferences among the pages and under them."""
    found = EventPage.objects.none()
    for page in pages:
        found |= EventPage.objects.descendant_of(page, inclusive=True)
    return found


def _with_registrations(pages: Iterable[Page]) -> list[EventPage]:
    """Those that somebody was registered for or invited to, whatever came of it."""
    registered = Registration.objects.order_by().values("event")
    invited = Invitation.objects.order_by().values("event")
    kept = Q(pk__in=registered) | Q(pk__in=invited)
    return list(_events_in(pages).filter(kept))


def _live_count(pages: Iterable[Page]) -> int:
    events = _events_in(pages).order_by().values("pk")
    return Registration.objects.live().filter(event__in=events).count()


@hooks.register("before_delete_page")
def keep_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refuse_deletion(request, [page])


@hooks.register("before_bulk_action")
def guard_many(
    request: HttpRequest, action_type: str, objects: list, action
) -> HttpResponse | None:
    pages = [one for one in objects if isinstance(one, Page)]
    if action_type == "delete" and pages:
        return _refuse_deletion(request, pages)
    if action_type in ASKS_FIRST and pages:
        return _ask_first(request, action_type, pages, action.next_url)
    return None


@hooks.register("before_unpublish_page")
def ask_before_unpublishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    parent = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    return _ask_first(request, "unpublish", [page], parent)


def _refuse_deletion(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    """Say why, and what to do instead; nothing is deleted."""
    held = _with_registrations(pages)
    if not held:
        return None
    first = held[0]
    names = ", ".join(event.title for event in held[:3])
    text = ngettext(
        "“%(names)s” cannot be deleted: people are registered or agencies invited. If "
        "it does not take place, set it to “Called off” and tell everybody; if it is "
        "over, leave it: contact details are removed by themselves.",
        "These cannot be deleted, for people are registered or agencies invited: "
        "%(names)s. Whatever does not take place is set to “Called off”, and everybody "
        "is told; whatever is over is left as it is: contact details are removed by "
        "themselves.",
        len(held),
    )
    messages.error(
        request,
        text % {"names": f"{names}…" if len(held) > 3 else names},
        buttons=[
            messages.button(
                reverse("wagtailadmin_pages:edit", args=[first.pk]),
                _("Edit the conference's page"),
            )
        ],
    )
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


def _ask_first(
    request: HttpRequest, action_type: str, pages: list[Page], back_url: str
) -> HttpResponse | None:
    """A second look before pages go, for the first one did not name the people."""
    count = 0 if request.POST.get(KNOWN) == action_type else _live_count(pages)
    if not count:
        return None
    context = {
        "known": (KNOWN, action_type),
        "words": _warning(action_type, count),
        "sent": [
            (name, value)
            for name, values in request.POST.lists()
            if name not in ("csrfmiddlewaretoken", KNOWN)
            for value in values
        ],
        "back_url": back_url,
    }
    return TemplateResponse(request, "events/admin/confirm_page_action.html", context)


def _warning(action_type: str, count: int) -> str:
    if action_type == "move":
        text = ngettext(
            "%(count)d person is registered. The address of the page changes; tickets "
            "stay valid, but links in letters that were sent lead nowhere.",
            "%(count)d people are registered. The address of the page changes; "
            "tickets stay valid, but links in letters that were sent lead nowhere.",
            count,
        )
    else:
        text = ngettext(
            "%(count)d person is registered. Readers will not find the page any more, "
            "and nobody is told. If the conference does not take place, set it to "
            "“Called off” instead and tell everybody.",
            "%(count)d people are registered. Readers will not find the page any more, "
            "and nobody is told. If the conference does not take place, set it to "
            "“Called off” instead and tell everybody.",
            count,
        )
    return text % {"count": count}


@hooks.register("before_move_page")
def warn_before_move(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks once more before it moves a page: the warning stands there."""
    if request.method != "POST" and (count := _live_count([page])):
        messages.warning(request, _warning("move", count))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_quotas(request: HttpRequest, page: Page) -> None:
    """Fewer seats than agencies were promised: said when the number is saved."""
    if isinstance(page, EventPage) and request.accepts("text/html"):
        quotas.warn(request, page)


@hooks.register("after_edit_page")
@hooks.register("after_publish_page")
def offer_announcement(request: HttpRequest, page: Page) -> None:
    """After a published page says another day, place or fate."""
    offered = getattr(request, "announcement_offered", False)
    # What is saved while somebody types would offer it again and again.
    if not isinstance(page, EventPage) or offered or not request.accepts("text/html"):
        return
    if not may_see(request.user, page):
        return
    if count := announcements.unannounced_count(page.pk):
        request.announcement_offered = True
        text = ngettext(
            "What was published differs from what %(count)d registered person knows.",
            "What was published differs from what %(count)d registered people know.",
            count,
        )
        messages.warning(
            request,
            text % {"count": count},
            buttons=[
                messages.button(
                    reverse("event_news", args=[page.pk]), _("Tell those registered")
                )
            ],
        )
