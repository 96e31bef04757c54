"""The form of a file: upload, upload of several, and upload while writing a page."""

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm

from portal.forms.chosen_files import hint, size_checked
from portal.forms.uploads import check_content


class PortalDocumentForm(BaseDocumentForm):
    """Refuses a file whose content is not what its name says."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            file.help_text = hint("", file.max_upload_size)
            file.widget.attrs |= size_checked(file.max_upload_size)

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile):
            check_content(file, file.name or "")
        return file
