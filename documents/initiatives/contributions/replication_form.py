"""A unit says that it wants to apply an initiative, or has."""

from datetime import date
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.initiatives.contributions.contact import ContactForm
from documents.initiatives.contributions.units import UnitForm
from documents.models.initiative_enums import ReplicationStatus
from portal import guard
from portal.forms.fields import ParagraphsField, day_field

# No portal could have learned of a way of working before.
_EARLIEST = date(1990, 1, 1)
_MOST = 1000
_BEGUN = frozenset({ReplicationStatus.TRIAL, ReplicationStatus.APPLIED})
FACTS = (
    "status",
    "unit",
    "locality",
    "started_on",
    "adaptation",
    "result",
    "lesson",
)


class ReplicationFactsForm(UnitForm, guard.GuardedForm):
    """What is said of the work; asked again when the organiser has asked back."""

    guard_action = "replication"
    short: ClassVar[tuple[str, ...]] = ("phone", "started_on")

    status = forms.ChoiceField(
        label=_("How far your unit has come"),
        choices=ReplicationStatus.choices,
        widget=forms.RadioSelect,
    )
    started_on = day_field(
        label=_("Since when"),
        help_text=_("If it has begun. Example: 25/01/2030"),
        required=False,
    )
    adaptation = ParagraphsField(
        most=_MOST,
        published=True,
        label=_("What you do in another way"),
        help_text=_("What had to be changed to fit your unit."),
        required=False,
    )
    result = ParagraphsField(
        most=_MOST,
        published=True,
        label=_("What came of it"),
        help_text=_("Numbers before and after, where you have them."),
        required=False,
    )
    lesson = ParagraphsField(
        most=_MOST,
        published=True,
        label=_("What others should know"),
        required=False,
    )
    field_order = FACTS

    def __init__(self, *args, today: date, **kwargs) -> None:
        super().__init__(*args, today=today, **kwargs)
        self._today = today

    def clean_started_on(self) -> date | None:
        day = self.cleaned_data["started_on"]
        if day and day < _EARLIEST:
            raise forms.ValidationError(_("Check the year."))
        status = self.cleaned_data.get("status")
        if day and day > self._today and status in _BEGUN:
            raise forms.ValidationError(
                _("This day is still to come; what has begun has an earlier one.")
            )
        return day

    def column_values(self) -> dict:
        """Columns of the row."""
        names = ("status", "started_on", "adaptation", "result", "lesson")
        return self.unit_columns() | {name: self.cleaned_data[name] for name in names}


class ReplicationForm(ReplicationFactsForm, ContactForm):
    """The same with whom to ask back."""

    field_order = (*FACTS, "name", "email", "phone", "consent")
