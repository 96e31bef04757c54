"""What follows when a conference is published."""

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from events import seats
from events.models import EventPage


@receiver(page_published, sender=EventPage)
def fill_new_seats(instance: EventPage, **kwargs) -> None:
    """More seats, a later deadline or a list that opened: the queue moves at once."""
    seats.follow_page(instance.pk, now=timezone.now())
