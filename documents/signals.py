"""What follows from publishing an act or an initiative, in the same transaction."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from documents.acts import proposals
from documents.initiatives.submissions import decisions
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.initiatives import InitiativePage
from documents.models.needs import Need
from documents.models.private import InitiativeAuthor
from documents.models.provisions import store_provisions
from documents.models.regulations import RegulationPage
from documents.models.replications import Replication
from documents.search_needs import NUMBER
from portal.search import index


@receiver(page_published, sender=RegulationPage)
def store_published_provisions(instance, **kwargs) -> None:
    store_provisions(instance)


@receiver(post_save, sender=Revision)
def follow_draft(instance, created: bool, raw: bool = False, **kwargs) -> None:
    """What the text of an act proposes waits for an editor, from the first draft on."""
    is_act = instance.content_type.model_class() is RegulationPage
    if created and is_act and not raw:
        proposals.follow(instance)


@receiver(page_published, sender=InitiativePage)
def tell_sender(instance, **kwargs) -> None:
    decisions.published(instance, now=timezone.now())


@receiver(post_save, sender=Need)
@receiver(post_delete, sender=Need)
def index_need(instance, **kwargs) -> None:
    """A need is found as long as it stands on the board."""
    index.update_records(NUMBER, [instance.pk])


@receiver(page_published, sender=InitiativeIndexPage)
@receiver(page_unpublished, sender=InitiativeIndexPage)
@receiver(page_slug_changed, sender=InitiativeIndexPage)
@receiver(post_page_move, sender=InitiativeIndexPage)
def index_needs(instance, **kwargs) -> None:
    """Their addresses lie below the showcase's."""
    if keys := list(Need.objects.public().values_list("pk", flat=True)):
        index.update_records(NUMBER, keys)


@receiver(post_save, sender=Replication)
@receiver(post_delete, sender=Replication)
@receiver(post_save, sender=InitiativeAuthor)
@receiver(post_delete, sender=InitiativeAuthor)
def index_initiative(instance, **kwargs) -> None:
    """An initiative is found by who applies it, and by whom agreed to be named."""
    initiative = InitiativePage.objects.live().filter(pk=instance.initiative_id).first()
    if initiative:
        index.update(initiative)
