"""Requests about personal data, with their clock."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import DataRequest
from events.privacy.admin_views import ANSWER
from events.privacy.answer_clock import answer_clock
from events.privacy.requests import days_off
from portal.errands.registry import Errand, Link, Urgency, states_errands
from portal.errands.wording import SOON, since
from portal.vietnamese.dates import short_moment


@states_errands
def data_requests(user: Any, now: datetime) -> Iterator[Errand]:
    """Those overdue or nearly so, and the others, each by the most urgent."""
    if not user.has_perm(ANSWER):
        return
    rows = DataRequest.objects.unanswered().order_by("due_at", "pk")
    near, far = rows.filter(due_at__lte=now + SOON), rows.filter(due_at__gt=now + SOON)
    for waiting, urgency in ((near, Urgency.OVERDUE), (far, Urgency.WEEK)):
        if (first := waiting.first()) is None:
            continue
        yield Errand(
            waiting.count(),
            _("Requests about personal data"),
            Link(_("Answer it"), reverse("data_request", args=[first.pk])),
            detail=_("%(code)s: %(kind)s; received %(when)s, answer by %(until)s")
            % {
                "code": first.code,
                "kind": first.get_kind_display(),
                "when": since(first.received_at, now),
                "until": short_moment(first.due_at),
            },
            urgency=urgency,
            due_at=first.due_at,
            clock=answer_clock(first.due_at, now, days_off()),
        )
