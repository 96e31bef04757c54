"""What follows from publishing a conference, and from a day off."""

from django.contrib.auth.models import Group
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from events import seats
from events.models import Assignment, CalendarEntry, EventPage, Holiday
from events.organising import assignments
from events.privacy import requests


@receiver(page_published, sender=EventPage, dispatch_uid="events.calendar_entry")
def count_calendar_change(instance: EventPage, **kwargs) -> None:
    CalendarEntry.follow_page(instance, now=timezone.now())


@receiver(page_published, sender=EventPage, dispatch_uid="events.new_seats")
def fill_new_seats(instance: EventPage, **kwargs) -> None:
    """More seats, a later deadline or a list that opened: the queue moves at once."""
    seats.follow_page(instance.pk, now=timezone.now())


@receiver(post_save, sender=EventPage, dispatch_uid="events.place_assigned")
def follow_place(**kwargs) -> None:
    assignments.follow_places()


@receiver(post_delete, sender=Assignment, dispatch_uid="events.assignment_gone")
def drop_rights(instance: Assignment, **kwargs) -> None:
    Group.objects.filter(pk=instance.group_id).delete()


@receiver(post_save, sender=Holiday, dispatch_uid="events.day_off")
@receiver(post_delete, sender=Holiday, dispatch_uid="events.day_off_gone")
def set_clocks_by_days_off(**kwargs) -> None:
    requests.follow_holidays()
