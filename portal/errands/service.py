"""What the portal itself wants looked at: letters, backups, searches in vain."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.backup.backups import last_backup
from portal.errands.registry import Errand, Link, Urgency, states_errands
from portal.health import LATEST_BACKUP
from portal.mail.views import RETRY
from portal.models.mail import MailRecord, MailState
from portal.search.misses import most_missed
from portal.vietnamese.dates import short_moment

OFTEN = 5
MOST = 99
LOOKED_BACK = timedelta(days=30)


@states_errands
def failed_letters(user: Any, now: datetime) -> Iterator[Errand]:
    """Letters that did not get out, for whoever may send them again."""
    if not user.has_perm(RETRY):
        return
    count = MailRecord.objects.in_state(MailState.FAILED).count()
    if count:
        url = f"{reverse('outgoing_mail')}?state={MailState.FAILED.value}"
        yield Errand(
            count,
            _("Letters that were not sent"),
            Link(_("See why"), url),
            detail=_("The reason stands beside each; send it again when it is mended."),
        )


@states_errands
def missing_backup(user: Any, now: datetime) -> Iterator[Errand]:
    """A night without a backup, for administrators."""
    if not (user.is_superuser and settings.BACKUP_NIGHTLY):
        return
    last = last_backup()
    if last and now - last.taken_at <= LATEST_BACKUP:
        return
    if last:
        detail = _("The latest is of %(moment)s.") % {
            "moment": short_moment(last.taken_at)
        }
    else:
        detail = _("There is none yet.")
    yield Errand(
        1,
        _("No backup was made last night"),
        None,
        detail=_("%(detail)s Ask whoever runs the server.") % {"detail": detail},
    )


@states_errands
def searches_in_vain(user: Any, now: datetime) -> Iterator[Errand]:
    """Words searched for again and again without a result."""
    if not user.has_perm("portal.view_searchmiss"):
        return
    since = timezone.localdate(now - LOOKED_BACK)
    # They come with the commonest first, and few are that common.
    often = [row for row in most_missed(since)[:MOST] if row["times"] > OFTEN]
    if not often:
        return
    first, count = often[0], len(often)
    yield Errand(
        count,
        ngettext(
            "Search without result, repeated",
            "Searches without result, repeated",
            count,
        ),
        Link(_("See them"), reverse("search_misses")),
        detail=_("Most often: “%(words)s”") % {"words": first["words"]},
        urgency=Urgency.WEEK,
    )
