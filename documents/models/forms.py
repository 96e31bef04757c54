"""The forms of acts and initiatives in the admin."""

from django.utils.translation import gettext as _

from documents.law.shares import is_too_early
from portal.forms.pages import PortalPageForm


class RegulationPageForm(PortalPageForm):
    """An address left empty is made from the number when the act is checked."""

    slug_from_title = False


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
