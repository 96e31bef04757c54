"""A picture chosen in a body."""

from django.db.models import prefetch_related_objects
from wagtail.images.blocks import ImageChooserBlock


class PictureChooserBlock(ImageChooserBlock):
    """Brings the sizes along, so that a body of any length costs two queries."""

    def bulk_to_python(self, values):
        pictures = super().bulk_to_python(values)
        prefetch_related_objects(list(filter(None, pictures)), "renditions")
        return pictures
