"""What follows from publishing an act or an initiative, in the same transaction."""

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from documents.initiatives.submissions import decisions
from documents.models.initiatives import InitiativePage
from documents.models.provisions import store_provisions
from documents.models.regulations import RegulationPage


@receiver(page_published, sender=RegulationPage)
def store_published_provisions(instance, **kwargs) -> None:
    store_provisions(instance)


@receiver(page_published, sender=InitiativePage)
def tell_sender(instance, **kwargs) -> None:
    decisions.published(instance, now=timezone.now())
