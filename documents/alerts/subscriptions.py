"""Asking to be told, confirming it, and stopping."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from documents.alerts.journal import last_change
from documents.models import ActSubscription, RegulationPage
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
        subscription.asked_at = now
        subscription.save(update_fields=["asked_at"])
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


def _found_or_made(act, email: str, now: datetime) -> ActSubscription:
    found = ActSubscription.objects.filter(act=act, email=email).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return ActSubscription.objects.create(act=act, email=email, asked_at=now)
    except IntegrityError:  # the same form was sent twice at once
        return ActSubscription.objects.get(act=act, email=email)


def confirm(subscription: ActSubscription, *, now: datetime) -> None:
    """From now on the address is told; confirming again changes nothing."""
    ActSubscription.objects.filter(pk=subscription.pk, confirmed_at=None).update(
        confirmed_at=now, told_through=last_change()
    )


@transaction.atomic
def stop(subscription: ActSubscription) -> None:
    """Delete the address, and the letters to it that were about this."""
    mail.forget(about=about(subscription))
    subscription.delete()


def forget_unconfirmed(*, now: datetime) -> int:
    """Delete the addresses that nobody confirmed in time; return how many."""
    old = ActSubscription.objects.filter(
        confirmed_at=None, asked_at__lt=now - KEPT_UNCONFIRMED
    )
    count = 0
    for subscription in old:
        stop(subscription)
        count += 1
    return count


def about(subscription: ActSubscription) -> str:
    """What letters to a subscription are filed under."""
    return f"act-alert:{subscription.pk}"


def address(subscription: ActSubscription, name: str) -> str:
    return settings.SITE_URL + reverse(name, args=[subscription.token])
