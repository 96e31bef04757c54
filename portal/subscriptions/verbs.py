"""Following something, confirming it, and stopping."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from portal import mail
from portal.models import Subscriber, Subscription
from portal.subscriptions.registry import kind_of, kinds, subject_of

KEPT_UNCONFIRMED = timedelta(days=3)


def ask(kind: str, keys: Sequence[str], email: str, *, now: datetime) -> None:
    """Send a letter that asks for confirmation of all that waits for it.

    It takes the place of a letter that has not gone out yet, so it names what that one
    asked for too: its button confirms everything. Says nothing to anybody of whether
    the address was known. Raises `portal.mail.BadAddress` and writes nothing for what
    is no address.
    """
    with transaction.atomic():
        subscriber = _found_or_made(email.strip().lower())
        new = [key for key in keys if _wants_confirmation(subscriber, kind, key, now)]
        if not new:
            return
        waiting = subscriber.subscriptions.filter(confirmed_at=None).order_by("pk")
        mail.forget(about=about(subscriber, "confirm"))
        mail.queue(
            "portal/follow_confirm",
            subscriber.email,
            {
                "subjects": _titles(waiting),
                "confirm_url": address(subscriber, "follow_confirm"),
                "days": KEPT_UNCONFIRMED.days,
            },
            about=about(subscriber, "confirm"),
            expires_at=now + KEPT_UNCONFIRMED,
            urgent=True,
        )


def _found_or_made(email: str) -> Subscriber:
    if found := of_address(email):
        return found
    try:
        with transaction.atomic():
            return Subscriber.objects.create(email=email)
    except IntegrityError:  # the same form was sent twice at once
        return Subscriber.objects.get(email=email)


def _wants_confirmation(
    subscriber: Subscriber, kind: str, key: str, now: datetime
) -> bool:
    row, is_new = Subscription.objects.get_or_create(
        subscriber=subscriber, kind=kind, key=key, defaults={"requested_at": now}
    )
    if row.confirmed_at:
        return False
    if not is_new:
        Subscription.objects.filter(pk=row.pk).update(requested_at=now)
    return True


@transaction.atomic
def confirm(subscriber: Subscriber, *, now: datetime) -> None:
    """From now on the address is told of all it asked for; again changes nothing."""
    marks = {kind.kind: kind.mark(now) for kind in kinds()}
    for row in subscriber.subscriptions.filter(confirmed_at=None):
        Subscription.objects.filter(pk=row.pk, confirmed_at=None).update(
            confirmed_at=now, sent_through=marks.get(row.kind, 0)
        )
    mail.forget(about=about(subscriber, "confirm"))


def follow_again(subscriber: Subscriber, kind: str, key: str, *, now: datetime) -> None:
    """Undo of `drop`: whoever has the page's address has the letters."""
    followed = kind_of(kind)
    if followed and followed.subject(key):
        Subscription.objects.get_or_create(
            subscriber=subscriber,
            kind=kind,
            key=key,
            defaults={
                "requested_at": now,
                "confirmed_at": now,
                "sent_through": followed.mark(now),
            },
        )


def drop(subscriber: Subscriber, pk: int) -> Subscription | None:
    """Follow one thing no longer; what it was, or None where it was gone already."""
    row = subscriber.subscriptions.filter(pk=pk).first()
    if row:
        subscriber.subscriptions.filter(pk=pk).delete()
    return row


def of_address(email: str) -> Subscriber | None:
    """Who asked for letters at this address, in whatever letters it is typed."""
    return Subscriber.objects.filter(email=email.strip().lower()).first()


def titles(subscriber: Subscriber) -> list[str]:
    """What the address follows, in the words of a page; what is gone has none."""
    return _titles(subscriber.subscriptions.all())


def _titles(rows: Iterable[Subscription]) -> list[str]:
    subjects = (subject_of(row.kind, row.key) for row in rows)
    return [str(subject.title) for subject in subjects if subject]


@transaction.atomic
def stop(subscriber: Subscriber) -> None:
    """Delete the address, all that it follows, and the letters to it."""
    for what in ("confirm", "news"):
        mail.forget(about=about(subscriber, what))
    subscriber.delete()


def forget_idle(*, now: datetime) -> int:
    """Delete what nobody confirmed in time, and addresses that follow nothing.

    Of an address that is deleted no letter is left either; returns how many are.
    """
    old = now - KEPT_UNCONFIRMED
    Subscription.objects.filter(confirmed_at=None, requested_at__lt=old).delete()
    _forget_vanished()
    idle = Subscriber.objects.filter(subscriptions=None)
    count = 0
    for subscriber in idle:
        stop(subscriber)
        count += 1
    return count


def _forget_vanished() -> None:
    """What is followed has been deleted for good: nothing will ever be told of it."""
    pairs = Subscription.objects.order_by().values_list("kind", "key").distinct()
    for name, key in list(pairs):
        kind = kind_of(name)
        if kind and kind.subject(key) is None:
            Subscription.objects.filter(kind=name, key=key).delete()


def about(subscriber: Subscriber, what: str) -> str:
    """What letters to a subscriber are filed under."""
    return f"follow-{what}:{subscriber.pk}"


def address(subscriber: Subscriber, name: str) -> str:
    return settings.SITE_URL + reverse(name, args=[subscriber.token])
