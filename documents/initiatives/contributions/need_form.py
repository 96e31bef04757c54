"""A unit says what it is looking for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.initiatives.contributions.contact import ContactForm
from documents.initiatives.contributions.units import UnitForm
from documents.models.taxonomy import Field
from portal import guard
from portal.forms.fields import LineField, ParagraphsField, whole


class NeedForm(UnitForm, ContactForm, guard.GuardedForm):
    guard_action = "need"

    title = whole(
        LineField(
            most=160,
            published=True,
            label=_("What you are looking for"),
            help_text=_("One line, such as: a way to remind patients of appointments."),
        )
    )
    text = ParagraphsField(
        most=2000,
        published=True,
        rows=6,
        label=_("What goes wrong today"),
        help_text=_("What you have tried, what it must not cost. No names of people."),
    )
    field = forms.ModelChoiceField(
        Field.objects.all(), label=_("Field of work"), empty_label=_("Choose one")
    )
    field_order = (
        "title",
        "text",
        "field",
        "unit",
        "locality",
        "name",
        "email",
        "phone",
        "consent",
    )

    def column_values(self) -> dict:
        """Columns of the row."""
        names = ("title", "text", "field")
        return self.unit_columns() | {name: self.cleaned_data[name] for name in names}
