"""What publishing, withdrawing and deleting mean for the index of citations."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from documents.citing import index
from documents.models import RegulationPage


@receiver(page_published)
def update_citations(instance, **kwargs) -> None:
    index.update(instance)
    if isinstance(instance, RegulationPage):
        index.resolve_again(instance)


@receiver(page_unpublished)
def remove_citations(instance, **kwargs) -> None:
    index.remove(instance.pk)
    act = instance.specific
    if isinstance(act, RegulationPage):
        index.resolve_again(act)


@receiver(post_delete, sender=RegulationPage)
def resolve_mentions_of_it(instance, **kwargs) -> None:
    index.resolve_again(instance)
