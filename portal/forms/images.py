"""The form of a picture: upload, upload of several, and upload while writing a page."""

from django import forms
from django.db import transaction
from django.forms.fields import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from portal.forms.chosen_files import size_checked
from portal.images.alt_findings import WORDING
from portal.images.alt_text import AltProblem, problem
from portal.images.validation import accept


class PictureField(WagtailImageField):
    """Looks at the file before Wagtail opens it, and hands on a clean one."""

    def to_python(self, data):
        uploaded = FileField.to_python(self, data)
        return None if uploaded is None else super().to_python(accept(uploaded))


class PortalImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            wagtails = self.fields["file"]
            self.fields["file"] = PictureField(
                label=wagtails.label,
                required=wagtails.required,
                widget=wagtails.widget,
                initial=wagtails.initial,
                max_length=wagtails.max_length,
            )
            most = self.fields["file"].max_upload_size
            self.fields["file"].widget.attrs |= size_checked(most)
            self.fields["file"].help_text = _(
                "JPG, PNG, WebP or AVIF, at most 15 MB and 50 million pixels. "
                "Larger than 2560 pixels is scaled down; "
                "the place it was taken is removed."
            )
        if "description" in self.fields:
            self.fields["description"].label = _("Alt text")
            self.fields["description"].help_text = _(
                "What the picture shows, for those who cannot see it: "
                "“Delegates writing on worksheets in the hall”. "
                "May stay empty now, but a page is published only with it."
            )

    def clean(self):
        cleaned = super().clean()
        alt = cleaned.get("description") or ""
        code = problem(
            alt,
            caption=cleaned.get("caption") or "",
            filename=self.instance.filename if self.instance.file else "",
        )
        if code and code != AltProblem.EMPTY:
            self.add_error(
                "description",
                forms.ValidationError(
                    WORDING[code] % {"picture": cleaned.get("title", "")}, code=code
                ),
            )
        return cleaned

    def save(self, commit=True):
        # One transaction, so that the sizes are cut after Wagtail has thrown away
        # those of the file this one replaces.
        with transaction.atomic():
            return super().save(commit=commit)
