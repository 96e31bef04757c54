"""A saved picture is cut to its sizes once the transaction holds."""

import logging

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django_tasks import task

from portal.images.renditions import make_renditions
from portal.models import PortalImage

logger = logging.getLogger(__name__)


@task()
def make_renditions_task(image_pk: int) -> int:
    image = PortalImage.objects.filter(pk=image_pk).first()
    return make_renditions(image) if image else 0


@receiver(post_save, sender=PortalImage)
def cut_after_save(instance: PortalImage, raw: bool = False, **kwargs) -> None:
    if not raw:
        transaction.on_commit(lambda: make_renditions_task.enqueue(instance.pk))
