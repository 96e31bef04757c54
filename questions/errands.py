"""Questions that wait for an answer, and answers whose legal basis has changed."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from documents.citing.cards import changes_of
from events.privacy.clock import days_left
from events.privacy.requests import days_off
from portal.errands.registry import (
    NAMED,
    Errand,
    Link,
    Named,
    Urgency,
    states_errands,
)
from portal.errands.wording import SOON, Clock, since, working_clock
from portal.vietnamese.dates import short_date
from questions.models import AnswerPage, Question
from questions.workload import workload


@states_errands
def unanswered(user: Any, now: datetime) -> Iterator[Errand]:
    """The user's own, those nobody has, and those of colleagues that are late.

    Each by the clock of the one due first, to which its button leads.
    """
    found = workload(user, now)
    if not found or not found.waiting:
        return
    rows = Question.objects.unanswered().urgent_first()
    if found.mine:
        own = rows.filter(assigned_to=user)
        what = _("Questions given to you")
        yield _of_share(found.mine, what, _("Answer it"), own, now)
    if found.unassigned:
        free = rows.filter(assigned_to=None)
        what = _("Questions from readers that nobody has taken")
        yield _of_share(found.unassigned, what, _("Answer it"), free, now)
    if found.late:
        late = rows.late(timezone.localdate(now))
        others = late.exclude(assigned_to=None).exclude(assigned_to=user)
        if count := others.count():
            what = _("Questions that colleagues answer late")
            yield _of_share(count, what, _("Look at it"), others, now)


@states_errands
def answers_to_read_again(user: Any, now: datetime) -> Iterator[Errand]:
    """Published answers that cite an act which has changed since: readers are warned.

    They go when their day of reading again is set.
    """
    mine = page_permission_policy.instances_user_has_permission_for(user, "change")
    pages = AnswerPage.objects.filter(page_ptr__in=mine.order_by().values("pk"))
    rows = _with_changed_basis(pages.live(), timezone.localdate(now))
    count = rows.count()
    if not count:
        return
    oldest = rows.order_by("changed_on", "pk")
    named = tuple(
        Named(
            title,
            reverse("wagtailadmin_pages:edit", args=[pk]),
            note=_("basis changed on %(day)s") % {"day": short_date(day)},
        )
        for pk, title, day in oldest.values_list("pk", "title", "changed_on")[:NAMED]
    )
    yield Errand(
        count,
        _("Answers to read again: a cited act has changed"),
        Link(_("Read it again"), named[0].url),
        detail=_("Readers are warned until the day of reading again is set."),
        urgency=Urgency.WEEK,
        named=named,
    )


def _with_changed_basis(pages: QuerySet, today: date) -> QuerySet:
    """Those that readers are warned of, each with the day, `changed_on`."""
    # As `sure_on` of one page.
    sure_on = Greatest(
        Coalesce(OuterRef("reviewed_on"), OuterRef("answered_on")),
        OuterRef("answered_on"),
    )
    changes = changes_of(OuterRef("pk"), after=sure_on, on=today)
    latest = changes.order_by("-effective_on").values("effective_on")[:1]
    return pages.annotate(changed_on=Subquery(latest)).exclude(changed_on=None)


def _of_share(count: int, what: str, act: str, rows: QuerySet, now: datetime) -> Errand:
    # Neither text, which may name somebody, nor code, which opens the receipt.
    first = rows.only("pk", "received_at", "due_on")[0]
    due_at = _end_of(first.due_on) if first.due_on else None
    words = _("received %(when)s")
    if first.due_on:
        words = _("received %(when)s, to be answered by %(day)s")
    return Errand(
        count,
        what,
        Link(act, reverse("question_desk_one", args=[first.pk])),
        detail=words
        % {
            "when": since(first.received_at, now),
            "day": short_date(first.due_on) if first.due_on else "",
        },
        urgency=Urgency.OVERDUE if due_at and due_at <= now + SOON else Urgency.WEEK,
        due_at=due_at,
        clock=_clock(first.due_on, timezone.localdate(now)),
    )


def _clock(due: date | None, today: date) -> Clock | None:
    """As the list of questions says it."""
    if due is None:
        return None
    return working_clock(days_left(today, due, days_off()), is_late=today > due)


def _end_of(day: date) -> datetime:
    """The midnight after the last day for an answer: late from then on."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
