"""The model field of a picture: the last gate before storage."""

from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from portal.images.validation import accept


class PortalImageFieldFile(WagtailImageFieldFile):
    def save(self, name, content, save=True):
        """Store the pixels and nothing else, whichever way the file came in."""
        super().save(name, accept(content, name), save)


class PortalImageField(WagtailImageField):
    attr_class = PortalImageFieldFile
