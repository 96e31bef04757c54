"""The forms of acts and initiatives in the admin."""

from typing import cast

from django import forms
from django.utils.translation import gettext as _

from documents.enums import FileRole
from documents.law.shares import is_too_early
from documents.models.file_roles import usual_role
from portal.forms.pages import PortalPageForm
from portal.models import PortalDocument


class FileRoleMixin:
    """The row of a file: its role may be left to the file itself."""

    fields: dict[str, forms.Field]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        role = cast("forms.ChoiceField", self.fields["role"])
        role.required = False
        role.choices = [("", _("By the file itself")), *FileRole.choices]


class RegulationPageForm(PortalPageForm):
    """An address left empty is made from the number when the act is checked.

    So is what each of its files is: an editor corrects it, and is not stopped for it.
    """

    slug_from_title = False

    def clean(self) -> dict:
        cleaned = super().clean()
        if files := self.formsets.get("files"):
            _give_roles(files)
        if others := self.formsets.get("joint_issuers"):
            _refuse_twice(others, cleaned.get("issuer"))
        return cleaned


def _refuse_twice(others, lead) -> None:
    """An issuer named twice is refused where it stands the second time."""
    others.is_valid()  # reads the rows; their own errors stay with them
    named = {lead}
    for row in others.forms:
        cleaned = getattr(row, "cleaned_data", {})
        issuer = cleaned.get("issuer")
        if issuer is None or cleaned.get("DELETE"):
            continue
        if issuer in named:
            message = _("%(issuer)s is named twice.") % {"issuer": issuer.name}
            row.add_error("issuer", message)
        named.add(issuer)


def _give_roles(files) -> None:
    """Each file without a role gets its usual one, in the order of the rows."""
    rows = [row for row in files.forms if not _is_taken_out(row)]
    rows.sort(key=lambda row: _number(row["ORDER"].value()))
    keys = [_number(row["document"].value()) for row in rows]
    documents = PortalDocument.objects.select_related("reading").in_bulk(keys)
    before: list[str] = []
    given = []
    for row, key in zip(rows, keys, strict=True):
        role = row["role"].value()
        if not role and (document := documents.get(key)):
            role = _role_of(document, before)
            # What the field answers where nothing was chosen: what checks the file
            # when the row is read needs to know.
            row.fields["role"].empty_value = role
            given.append(row)
        before.append(role)
    files.is_valid()  # reads the rows and the files; their errors stay with them
    for row in given:
        if row.is_valid() and row.instance.role == FileRole.SIGNED:
            row.instance.role = row.cleaned_data["role"] = _by_reading(row.instance)


def _by_reading(file) -> FileRole:
    """Of a file that looks like an original, when it was read: a scan has no text."""
    is_scan = file.reading is not None and file.reading.has_text_layer is False
    return FileRole.SCAN if is_scan else FileRole.SIGNED


def _is_taken_out(row) -> bool:
    return row.fields["DELETE"].to_python(row["DELETE"].value())


def _role_of(document: PortalDocument, before: list[str]) -> str:
    reading = getattr(document, "reading", None)
    has_text = reading.has_text_layer if reading and reading.is_of_file else None
    names = (document.filename, document.title)
    return usual_role(names, document.file_extension, has_text=has_text, before=before)


def _number(value: object) -> int:
    """A number as a form's row has it; 0 for none."""
    text = str(value or "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


class InitiativePageForm(PortalPageForm):
    """Refuses a decision on something that had not been applied yet."""

    def clean(self) -> dict:
        cleaned = super().clean()
        first = cleaned.get("first_applied_on")
        for name in ("recognitions", "assessments"):
            for row in self._rows(name):
                if is_too_early(row.cleaned_data.get("on"), first):
                    message = _(
                        "The decision is older than the first application: one of "
                        "the two days is wrong."
                    )
                    row.add_error("on", message)
        return cleaned

    def _rows(self, name: str) -> list:
        formset = self.formsets.get(name)
        if formset is None:
            return []
        formset.is_valid()  # reads the rows; their own errors stay with them
        return [
            row
            for row in formset.forms
            if hasattr(row, "cleaned_data") and not row.cleaned_data.get("DELETE")
        ]
