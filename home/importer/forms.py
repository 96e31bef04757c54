"""Forms of the editor's own screens."""

from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from home.importer.errors import ImportRefused
from home.importer.read.archive import MAX_FILE_BYTES
from home.importer.read.decode import MAX_PAGE_BYTES
from home.importer.read_article import SUFFIXES, read_article
from home.importer.recognise.knowledge import current_knowledge
from home.importer.wording import explain
from portal.forms.chosen_files import ChosenFileField

LARGEST = max(MAX_FILE_BYTES, MAX_PAGE_BYTES)


class ImportForm(forms.Form):
    """A file or a pasted text; valid when an article was recognised in it."""

    file = ChosenFileField(
        most_bytes=LARGEST,
        label=_("Saved page or Word file"),
        required=False,
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(sorted(SUFFIXES))}),
        help_text=_(
            "A page of the former portal saved by the browser (.html, .mhtml, .txt), "
            "or a Word file (.docx)."
        ),
    )
    text = forms.CharField(
        label=_("Or the text of the page, pasted"),
        required=False,
        strip=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Used when no file is chosen."),
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        upload, text = cleaned.get("file"), cleaned.get("text") or ""
        if not upload and not text.strip():
            raise ValidationError(_("Choose a file, or paste the text of the page."))
        field = "file" if upload else "text"
        try:
            raw, name = _upload(upload) if upload else (text.encode(), "")
            known = current_knowledge()
            cleaned["article"] = read_article(
                raw, name, localities=known.localities, library=known.library
            )
        except ImportRefused as refusal:
            self.add_error(field, explain(refusal))
        return cleaned


def _upload(upload) -> tuple[bytes, str]:
    """The bytes of the upload, read only when its name and size permit."""
    suffix = PurePath(upload.name).suffix.lower()
    if suffix not in SUFFIXES:
        raise ImportRefused("extension", extension=suffix or upload.name)
    if upload.size > LARGEST:
        raise ImportRefused("too_large", size=upload.size >> 20, limit=LARGEST >> 20)
    return upload.read(), upload.name
