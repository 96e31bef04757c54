"""The list as it stands on the admin's home."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import PageLogEntry

from portal.backup.backups import last_backup
from portal.errands.registry import Errand, errands_of, grouped
from portal.errands.wording import clock, since
from portal.vietnamese.dates import short_moment


class ErrandsPanel(Component):
    """*Việc hôm nay*: the head of the home and what waits for who looks at it."""

    name = "errands"
    template_name = "portal/admin/errands.html"
    order = 0

    class Media:
        css = {"all": ["portal/admin/errands.css"]}

    def get_context_data(self, parent_context) -> dict:
        user, now = parent_context["request"].user, timezone.now()
        found = errands_of(user, now)
        groups = [
            {
                "heading": group.heading,
                "total": sum(errand.count or 0 for errand in group.errands),
                "rows": [_row(errand, now) for errand in group.errands],
            }
            for group in grouped(found)
        ]
        context = {
            "who": user.get_full_name() or user.get_username(),
            "now": now,
            "groups": groups,
            "backup": _backup(user),
        }
        return context if groups else context | _last_thing(user, now)


def _row(errand: Errand, now: datetime) -> dict:
    due = clock(errand.due_at, now) if errand.due_at else None
    return {"errand": errand, "clock": errand.clock or due}


def _backup(user: Any) -> dict:
    """When the last backup was made, for administrators; where there is the rest."""
    if not (user.is_superuser and settings.BACKUP_NIGHTLY):
        return {}
    last = last_backup()
    made = short_moment(last.taken_at) if last else ""
    return {"made": made, "url": reverse("portal_health")}


def _last_thing(user: Any, now: datetime) -> dict:
    """The page the user worked on last, and where all they did is listed."""
    last = PageLogEntry.objects.filter(user=user).order_by("-timestamp").first()
    if last is None:
        return {}
    journal = reverse("wagtailadmin_reports:site_history")
    return {
        "last": {"title": last.label, "when": since(last.timestamp, now)},
        "journal_url": f"{journal}?user={user.pk}",
    }
