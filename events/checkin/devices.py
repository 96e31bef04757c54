"""The telephones at the door, as they name themselves."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events.models import DoorDevice, EventPage

#: Seconds by which a clock may be off before anybody is told.
CLOCK_TOLERANCE = 120
#: A device that sends a scan every few seconds was "heard of" once in this long.
HEARD_AGAIN = timedelta(seconds=30)


def heard_from(
    page: EventPage,
    key: UUID,
    name: str,
    *,
    user,
    now: datetime,
    waiting: int | None = None,
    clock_off: int | None = None,
) -> DoorDevice:
    """Note that a device was heard of, under the name it has given itself."""
    said = {"name": named(name), "user": user, "heard_at": now}
    if waiting is not None:
        said |= {"waiting": waiting}
    if clock_off is not None:
        said |= {"clock_off": clock_off}
    mine = DoorDevice.objects.filter(pk=key, event=page)
    if mine.update(**said):
        return mine.get()
    other = DoorDevice.objects.filter(pk=key).first()
    if other is not None:
        # The same telephone at another conference is another device.
        return heard_from(
            page,
            UUID(int=key.int ^ page.pk),
            name,
            user=user,
            now=now,
            waiting=waiting,
            clock_off=clock_off,
        )
    return DoorDevice.objects.create(key=key, event=page, **said)


def named(name: str) -> str:
    """What a device is called that calls itself so."""
    return name.strip()[:40] or _("Unnamed device")


def device_of(page: EventPage, request: HttpRequest, now: datetime) -> UUID | None:
    """The device a form says it was sent from; None where it does not."""
    try:
        key = UUID(request.POST.get("device", ""))
    except ValueError:
        return None
    name = request.POST.get("device_name", "")
    mine = DoorDevice.objects.filter(pk=key, event=page, name=named(name))
    just_now = mine.filter(heard_at__gt=now - HEARD_AGAIN)
    if request.user.pk in just_now.values_list("user_id", flat=True):
        return key
    return heard_from(page, key, name, user=request.user, now=now).pk
