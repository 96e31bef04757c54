"""Drafts on their way to publication: waiting for somebody's yes, or sent back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Exists, IntegerField, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.models import (
    Page,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
)

from portal.errands.registry import (
    NAMED,
    Errand,
    Link,
    Named,
    drafts_named,
    states_errands,
)
from portal.errands.wording import since

WAITING = gettext_lazy("Waiting for your approval")
SENT_BACK = gettext_lazy("Sent back to you")
_LONGEST = 200


@states_errands
def approvals(user: Any, now: datetime) -> Iterator[Errand]:
    """What the user may approve, that which has waited longest first."""
    states = TaskState.objects.reviewable_by(user).exclude(revision=None)
    if named_already := [str(page) for page in drafts_named(user)]:
        states = states.exclude(
            revision__base_content_type=get_default_page_content_type(),
            revision__object_id__in=named_already,
        )
    count = states.count()
    if not count:
        return
    first = states.select_related(
        "revision__content_type", "revision__base_content_type", "revision__user"
    )
    shown = list(first.order_by("started_at", "pk")[:NAMED])
    compared = _compared_with(shown)
    named = tuple(_awaiting(state, compared.get(state.pk), now) for state in shown)
    oldest = _("Longest: “%(title)s”, sent %(when)s") % {
        "title": named[0].title,
        "when": since(shown[0].started_at, now),
    }
    yield Errand(
        count,
        _("Drafts to approve"),
        Link(_("Read the first"), named[0].url),
        detail=oldest,
        heading=WAITING,
        named=named,
    )


@states_errands
def sent_back(user: Any, now: datetime) -> Iterator[Errand]:
    """The user's own drafts that somebody wants changed, with the reason."""
    states = _sent_back_to(user)
    count = states.count()
    if not count:
        return
    rows = states.select_related(
        "content_type",
        "base_content_type",
        "current_task_state__revision",
        "current_task_state__finished_by",
    )
    shown = list(rows.order_by("-current_task_state__finished_at", "-pk")[:NAMED])
    named = tuple(_returned(state) for state in shown)
    mend = Link(_("Mend it"), named[0].url)
    if count == 1:
        title = _("“%(title)s” was sent back") % {"title": named[0].title}
        yield Errand(1, title, mend, detail=named[0].note, heading=SENT_BACK)
    else:
        what = _("Drafts that were sent back")
        yield Errand(count, what, mend, heading=SENT_BACK, named=named)


def reason_for(state: TaskState) -> str:
    """Who sent it back and why, in one sentence."""
    who = state.finished_by
    words = {
        "who": (who.get_full_name() or who.get_username()) if who else _("Somebody"),
        "reason": " ".join(state.comment.split()),
    }
    if not words["reason"]:
        return _("%(who)s gave no reason.") % words
    return _("%(who)s writes: “%(reason)s”") % words


def _sent_back_to(user: Any):
    """Asked for by the user, or of a page that is theirs."""
    # Object ids are texts, which PostgreSQL compares with no number.
    own = Page.objects.filter(
        owner=user, pk=Cast(OuterRef("object_id"), output_field=IntegerField())
    )
    is_page = Q(base_content_type=get_default_page_content_type())
    return WorkflowState.objects.filter(
        Q(requested_by=user) | (is_page & Exists(own)),
        status=WorkflowState.STATUS_NEEDS_CHANGES,
        current_task_state__isnull=False,
    )


def _returned(state: WorkflowState) -> Named:
    task = state.current_task_state
    title = task.revision.object_str if task.revision else str(state.object_id)
    reason = reason_for(task)
    if len(reason) > _LONGEST:
        reason = f"{reason[:_LONGEST].rsplit(' ', 1)[0]}…”"
    return Named(title, _url(state, "edit"), note=reason)


def _awaiting(state: TaskState, compared: Link | None, now: datetime) -> Named:
    revision = state.revision
    who = revision.user
    words = {
        "who": (who.get_full_name() or who.get_username()) if who else "–",
        "when": since(state.started_at, now),
    }
    note = pgettext_lazy("approval", "%(who)s, %(when)s") % words
    return Named(revision.object_str, _url(revision, "edit"), note, compared)


def _compared_with(states: list[TaskState]) -> dict[int, Link]:
    """What each differs from: the draft that was sent back, else the public one."""
    sent_back = TaskState.objects.filter(
        workflow_state__in=[state.workflow_state_id for state in states],
        status=TaskState.STATUS_REJECTED,
    )
    last = dict(
        sent_back.order_by("finished_at", "pk").values_list(
            "workflow_state_id", "revision_id"
        )
    )
    public = _public_ones(states)
    found = {}
    for state in states:
        older = last.get(state.workflow_state_id)
        if older and older != state.revision_id:
            words, against = _("What was changed since you saw it"), older
        elif state.revision.object_id in public:
            words, against = _("What differs from the public one"), "live"
        else:
            continue
        ends = (quote(state.revision.object_id), against, state.revision_id)
        url = reverse(_names(state.revision, "revisions_compare"), args=ends)
        found[state.pk] = Link(words, url)
    return found


def _public_ones(states: Iterable[TaskState]) -> set[str]:
    """The pages among them of which readers have a version."""
    pages = [
        int(state.revision.object_id)
        for state in states
        if _is_page(state.revision) and state.revision.object_id
    ]
    public = Page.objects.filter(pk__in=pages, live=True).exclude(live_revision=None)
    return {str(pk) for pk in public.order_by().values_list("pk", flat=True)}


def _is_page(row: Any) -> bool:
    return row.base_content_type_id == get_default_page_content_type().pk


def _names(row: Any, view: str) -> str:
    if _is_page(row):
        return f"wagtailadmin_pages:{view}"
    return row.content_type.model_class().snippet_viewset.get_url_name(view)


def _url(row: Any, view: str) -> str:
    return reverse(_names(row, view), args=[quote(row.object_id)])
