"""Pages that become public, or cease to be, at an hour an editor has set."""

import logging
from datetime import datetime

from django.db import transaction
from wagtail.models import Page, Revision

logger = logging.getLogger("portal.page_tree")


def publish_due(now: datetime) -> int:
    """Publish what was approved for an hour that has come; say how many pages.

    One that cannot be published stays for the next time, and holds up no other.
    Wagtail looks at the clock too: a moment to come makes nothing public.
    """
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now)
    return sum(
        _done(revision.publish, revision, log_action="wagtail.publish.scheduled")
        for revision in due.order_by("approved_go_live_at", "pk")
    )


def unpublish_expired(now: datetime) -> int:
    """Withdraw what was to be read until an hour that has come; say how many pages."""
    expired = Page.objects.live().filter(expire_at__lte=now).order_by("expire_at", "pk")
    return sum(
        _done(
            page.unpublish,
            page,
            set_expired=True,
            log_action="wagtail.unpublish.scheduled",
        )
        for page in expired.specific()
    )


def _done(action, row, **options) -> bool:
    try:
        with transaction.atomic():
            action(**options)
    except Exception as fault:  # noqa: BLE001  whatever a page type's rules raise
        name = type(fault).__name__
        logger.error("Not done at its hour: %s %s: %s", row._meta.label, row.pk, name)
        return False
    return True
