"""Subscribing to changes, confirming it, and stopping."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from documents.alerts.journal import last_change
from documents.models import RegulationPage, RegulationSubscription
from portal import mail

KEPT_UNCONFIRMED = timedelta(days=7)
CONFIRM_WITHIN = KEPT_UNCONFIRMED


def ask(act: RegulationPage | None, email: str, *, now: datetime) -> None:
    """Send a letter that asks for confirmation; without an act, of the whole library.

    Says nothing to anybody of whether the address was known. Raises
    `portal.mail.BadAddress` and writes nothing for what is no address.
    """
    email = email.strip().lower()
    with transaction.atomic():
        subscription = _found_or_made(act, email, now)
        if subscription.confirmed_at:
            return
        subscription.requested_at = now
        subscription.save(update_fields=["requested_at"])
        mail.forget(about=about(subscription))
        mail.queue(
            "documents/follow_confirm",
            subscription.email,
            {
                "act": act,
                "confirm_url": address(subscription, "follow_confirm"),
                "days": KEPT_UNCONFIRMED.days,
            },
            about=about(subscription),
            expires_at=now + CONFIRM_WITHIN,
            urgent=True,
        )


def _found_or_made(act, email: str, now: datetime) -> RegulationSubscription:
    found = RegulationSubscription.objects.filter(regulation=act, email=email).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return RegulationSubscription.objects.create(
                regulation=act, email=email, requested_at=now
            )
    except IntegrityError:  # the same form was sent twice at once
        return RegulationSubscription.objects.get(regulation=act, email=email)


def confirm(subscription: RegulationSubscription, *, now: datetime) -> None:
    """From now on the address gets letters; confirming again changes nothing."""
    RegulationSubscription.objects.filter(pk=subscription.pk, confirmed_at=None).update(
        confirmed_at=now, sent_through=last_change()
    )


@transaction.atomic
def stop(subscription: RegulationSubscription) -> None:
    """Delete the address, and the letters to it that were about this."""
    mail.forget(about=about(subscription))
    subscription.delete()


def forget_unconfirmed(*, now: datetime) -> int:
    """Delete the addresses that nobody confirmed in time; return how many."""
    old = RegulationSubscription.objects.filter(
        confirmed_at=None, requested_at__lt=now - KEPT_UNCONFIRMED
    )
    count = 0
    for subscription in old:
        stop(subscription)
        count += 1
    return count


def about(subscription: RegulationSubscription) -> str:
    """What letters to a subscription are filed under."""
    return f"act-alert:{subscription.pk}"


def address(subscription: RegulationSubscription, name: str) -> str:
    return settings.SITE_URL + reverse(name, args=[subscription.token])
