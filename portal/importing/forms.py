"""The forms of an importer's screens."""

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms.chosen_files import ChosenFileField


class TableForm(forms.Form):
    """One table; what is in it, its importer judges."""

    file = ChosenFileField(
        label=_("The table as a file"),
        help_text=_("Excel (.xlsx, .xls), LibreOffice (.ods) or CSV."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        error_messages={
            "required": _("Not chosen: the file with the table."),
            "empty": _("The file is empty."),
        },
    )

    def __init__(self, *args, most_bytes: int, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        cast(ChosenFileField, self.fields["file"]).allow(most_bytes)


class ConfirmForm(forms.Form):
    """Two buttons: `publish` is named by one of them."""

    publish = forms.BooleanField(required=False)

    @property
    def publishes(self) -> bool:
        return self.is_valid() and self.cleaned_data["publish"]
