"""What agencies were promised together, held against the seats there are."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.models import EventPage, Invitation

MOST_NAMED = 5
_TOGETHER = gettext_lazy(
    "The invitations are for %(promised)s people together, and there are %(most)s "
    "seats."
)
_ALONE = gettext_lazy(
    "The invitation of %(agency)s is for %(promised)s people, and there are %(most)s "
    "seats."
)
_PAST_LIMIT = gettext_lazy(
    "The invitation of %(agency)s is for %(promised)s people; one agency may otherwise "
    "have %(most)s seats. The invitation counts."
)


class Excess(NamedTuple):
    """More was promised than there is: `promised` of what is at most `most`.

    `agency` is the one whose number alone goes too far, empty for all together.
    """

    promised: int
    most: int
    agency: str = ""
    is_own_limit: bool = False


def excesses(
    quotas: Iterable[tuple[str, int]], *, capacity: int | None, limit: int | None
) -> list[Excess]:
    """Where the numbers of invitations, by agency, go past seats or the agency limit.

    `capacity` None is as many as come, `limit` None no limit for one agency. An
    agency beyond the seats is not named for the limit as well.
    """
    promised = list(quotas)
    found = []
    for agency, quota in promised:
        if capacity is not None and quota > capacity:
            found.append(Excess(quota, capacity, agency))
        elif limit is not None and quota > limit:
            found.append(Excess(quota, limit, agency, is_own_limit=True))
    total = sum(quota for _agency, quota in promised)
    if capacity is not None and total > capacity:
        found.append(Excess(total, capacity))
    return found


def warn(request: HttpRequest, event: EventPage) -> None:
    """Say at once what would be found out only by whoever is refused.

    Nothing is refused: offices invite more people than will come.
    """
    rows = Invitation.objects.filter(event=event, revoked_at=None).order_by("pk")
    found = excesses(
        rows.values_list("organisation__name", "quota"),
        capacity=event.capacity,
        limit=event.agency_quota,
    )
    shown = found[:MOST_NAMED] + [one for one in found[MOST_NAMED:] if not one.agency]
    for one in shown:
        messages.warning(request, _words(one, event))


def _words(excess: Excess, event: EventPage) -> str:
    if excess.is_own_limit:
        return str(_PAST_LIMIT % excess._asdict())
    words = (_ALONE if excess.agency else _TOGETHER) % excess._asdict()
    if event.waiting_list_on:
        return f"{words} " + _("Whoever comes last will stand on the waiting list.")
    return f"{words} " + _("Whoever comes last will be refused: no list is kept.")
