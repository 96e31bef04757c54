"""The picture an editor uploads, and the sizes of it that readers receive."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to

from portal.images.fields import PortalImageField
from portal.images.renditions import shared_link_picture


class PortalImage(AbstractImage):
    """An uploaded picture; `description` is its text alternative."""

    file = PortalImageField(
        _("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    caption = models.CharField(
        _("caption"),
        max_length=255,
        blank=True,
        help_text=_("The line under the picture. It must not repeat the alt text."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who took or drew it."),
    )
    is_illustration = models.BooleanField(
        _("is an illustration"),
        default=False,
        help_text=_("Drawn or made up, not a photograph of the event itself."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "caption",
        "credit",
        "is_illustration",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        """Size and hash follow the file, also when no form is involved."""
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self):
        """The description or nothing: a title or file name is no alt text."""
        return self.description

    @property
    def share_url(self) -> str:
        """The file other sites show beside a link to a page with this picture."""
        return shared_link_picture(self).src


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(
        PortalImage, related_name="renditions", on_delete=models.CASCADE
    )

    class Meta:
        verbose_name = _("image size")
        verbose_name_plural = _("image sizes")
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="portal_unique_rendition",
            )
        ]

    def __str__(self):
        return f"{self.image_id} {self.filter_spec}"
