"""Whose registrations somebody may see.

To edit a conference's page is one thing, to see its attendees another: that takes a
charge of the conference, or the right to see attendees besides the page.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.shortcuts import get_object_or_404
from wagtail.permissions import page_permission_policy

from events.models import Assignment, EventPage

EXPORT = "events.export_registration"
SEE_ATTENDEES = "events.see_attendees"
SEE_ACCESS = "events.view_attendeeaccess"
ASSIGN = "events.change_assignment"
KEEP_AGENCIES = "portal.change_organisation"
MERGE_AGENCIES = "portal.delete_organisation"


def assignment_of(user: AbstractBaseUser) -> Assignment | None:
    """The user's assignment, if it lets them see attendees."""
    # Django keeps what it found, or that there was none, with the user.
    found = getattr(user, "assignment", None) if user.is_active else None
    return found if found and found.sees_attendees else None


def visible_events(user: AbstractBaseUser):
    """The conferences whose attendees the user may see, drafts too."""
    if user.is_active and user.is_superuser:
        return EventPage.objects.all()
    reached = Q(pk__in=())
    if user.has_perm(SEE_ATTENDEES):
        pages = page_permission_policy.instances_user_has_any_permission_for(
            user, {"change"}
        )
        reached |= Q(page_ptr__in=pages.order_by().values("pk"))
    if mine := assignment_of(user):
        reached |= Q(pk__in=mine.charge.conferences().order_by().values("pk"))
    return EventPage.objects.filter(reached)


def edited_events(user: AbstractBaseUser):
    """The conferences whose pages the user may edit, drafts too."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return EventPage.objects.filter(page_ptr__in=pages.order_by().values("pk"))


def sees_all(user: AbstractBaseUser) -> bool:
    """Whether no conference is hidden from the user."""
    seen = visible_events(user).order_by().values("pk")
    return not EventPage.objects.exclude(pk__in=seen).exists()


def may_see(user: AbstractBaseUser, page: EventPage) -> bool:
    """Whether they may see its attendees; asked of every row of a list of pages."""
    if user.is_active and user.is_superuser:
        return True
    if not runs_conferences(user):
        return False
    # Kept with the user of one request, as Wagtail keeps what it knows of pages.
    if not hasattr(user, "_visible_event_ids"):
        ids = visible_events(user).order_by().values_list("pk", flat=True)
        user._visible_event_ids = frozenset(ids)
    return page.pk in user._visible_event_ids


def may_receive(user: AbstractBaseUser, page: EventPage) -> bool:
    """As `may_see`, of one conference: a telephone at the door asks with every scan.

    Two queries for whoever is in charge of it by name or by its series.
    """
    mine = None if user.is_superuser else assignment_of(user)
    return bool(mine and mine.names(page)) or may_see(user, page)


def event_for(user: AbstractBaseUser, event_id: int) -> EventPage:
    """The conference, if they may see its attendees. Raises Http404.

    Another's conference and one that never was answer alike.
    """
    events = visible_events(user).select_related("seats", "locality")
    return get_object_or_404(events, pk=event_id)


def runs_conferences(user: AbstractBaseUser) -> bool:
    """Whether there may be attendees for the user to see at all."""
    if user.is_active and user.is_superuser:
        return True
    by_pages = user.has_perm(
        SEE_ATTENDEES
    ) and page_permission_policy.user_has_any_permission(user, {"change"})
    return by_pages or assignment_of(user) is not None


def may_merge(user: AbstractBaseUser) -> bool:
    """Merging changes registrations of all conferences, so it takes seeing them."""
    return user.has_perms([KEEP_AGENCIES, MERGE_AGENCIES]) and sees_all(user)
