"""What publishing, withdrawing and deleting mean for the index of citations."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from documents.citing import index
from documents.models import RegulationPage


@receiver(page_published)
def keep_citations(instance, **kwargs) -> None:
    index.update(instance)
    if isinstance(instance, RegulationPage):
        index.settle_again(instance)


@receiver(page_unpublished)
def forget_citations(instance, **kwargs) -> None:
    index.remove(instance.pk)
    act = instance.specific
    if isinstance(act, RegulationPage):
        index.settle_again(act)


@receiver(post_delete, sender=RegulationPage)
def settle_what_named_it(instance, **kwargs) -> None:
    index.settle_again(instance)
