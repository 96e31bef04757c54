"""What follows from an editor's act, in the same transaction."""

from django.db.backends.signals import connection_created
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_migrate,
    post_save,
)
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from portal.page_cache import generation
from portal.search import index, schema


@receiver(page_published)
def index_published(instance, **kwargs) -> None:
    index.update(instance)


@receiver(page_unpublished)
def forget_unpublished(instance, **kwargs) -> None:
    index.remove(instance.pk)


@receiver(page_slug_changed)
@receiver(post_page_move)
def index_moved(instance, **kwargs) -> None:
    index.update_tree(instance)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def index_restricted(instance, **kwargs) -> None:
    index.update_tree(instance.page)


@receiver(m2m_changed)
@receiver(post_save)
@receiver(post_delete)
def expire_pages(sender, **kwargs) -> None:
    generation.expire_after(sender)


@receiver(post_migrate, dispatch_uid="portal.search")
def index_the_rows(app_config, using: str, **kwargs) -> None:
    """The full-text tables beside the rows, which no migration of Django's knows."""
    if app_config.label == "portal":
        schema.install(using)


@receiver(connection_created)
def know_the_syllable_codes(connection, **kwargs) -> None:
    """Triggers of the index read coded lines."""
    schema.know_functions(connection)
