"""Cut every picture to the sizes of today's presets."""

import logging

from django.core.management.base import BaseCommand, CommandError

from portal.images.renditions import make_renditions
from portal.models import PortalImage

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Make the picture sizes that are missing. Safe to repeat."

    def handle(self, *args, **options):
        failed = 0
        for image in PortalImage.objects.order_by("pk").iterator(chunk_size=100):
            try:
                made = make_renditions(image)
            except Exception:
                # One unreadable file must not leave the others without sizes.
                failed += 1
                logger.exception("No sizes of picture %s", image.pk)
            else:
                self.stdout.write(f"{image.pk} {image.file.name}: {made}")
        if failed:
            raise CommandError(f"{failed} pictures could not be cut.")
