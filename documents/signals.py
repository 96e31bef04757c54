"""What follows from publishing an act, in the same transaction."""

from django.dispatch import receiver
from wagtail.signals import page_published

from documents.models.provisions import store_provisions
from documents.models.regulations import RegulationPage


@receiver(page_published, sender=RegulationPage)
def store_published_provisions(instance, **kwargs) -> None:
    store_provisions(instance)
