"""Who made it, and what it brought: rows of a proposal."""

from datetime import date
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.initiatives.authors import AuthorFacts, check_shares
from documents.initiatives.submissions.forms import PartForm
from documents.initiatives.submissions.rows import RowsForm
from documents.models.initiative_enums import BenefitKind
from portal.forms.fields import (
    LineField,
    NameField,
    NumberField,
    PhoneField,
    day_field,
    whole,
)


class AuthorsForm(RowsForm, PartForm):
    """Every author with a share; the shares make 100 percent."""

    most = 10
    needed = ("name", "share")
    row_label = pgettext_lazy("row", "author")
    short_names = ("share", "birth_date", "phone")

    @staticmethod
    def row_fields() -> dict[str, forms.Field]:
        return {
            "name": NameField(label=_("Full name")),
            "unit_then": whole(
                LineField(most=255, label=_("Unit then"), required=False)
            ),
            "share": NumberField(
                label=_("Share in percent"),
                help_text=_("All shares together make 100."),
                min_value=Decimal("0.01"),
                max_value=Decimal(100),
                max_digits=5,
                decimal_places=2,
            ),
            "consent": forms.BooleanField(
                label=_("Agrees to be named in public"),
                help_text=_("Without it, neither name nor unit is shown anywhere."),
                required=False,
            ),
            "birth_date": day_field(
                label=_("Date of birth"),
                help_text=_("For the file only, never published."),
                required=False,
            ),
            "phone": PhoneField(
                label=_("Telephone"),
                help_text=_("For the file only, never published."),
                required=False,
            ),
        }

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors:
            try:
                check_shares(row["share"] for row in self.filled_rows())
            except ValidationError as error:
                self.add_error("share-0", error)
        for index in range(self.count):
            born = cleaned.get(f"birth_date-{index}")
            if born and not 1900 <= born.year < self.today.year:
                self.add_error(f"birth_date-{index}", _("Check the year."))
        return cleaned

    def authors(self, agreed_on: date) -> list[AuthorFacts]:
        return [
            AuthorFacts(
                name=row["name"],
                share=row["share"],
                unit_then=row["unit_then"],
                consent=row["consent"],
                consented_on=agreed_on if row["consent"] else None,
                birth_date=row["birth_date"],
                phone=row["phone"],
            )
            for row in self.filled_rows()
        ]


class BenefitsForm(RowsForm, PartForm):
    """What got better, measured how."""

    most = 6
    needed = ("kind", "what")
    row_label = pgettext_lazy("row", "benefit")
    short_names = ("baseline", "result", "unit")

    @staticmethod
    def row_fields() -> dict[str, forms.Field]:
        number = {"max_digits": 14, "decimal_places": 2, "required": False}
        return {
            "kind": forms.ChoiceField(
                label=_("Kind of benefit"),
                choices=[("", _("Choose one")), *BenefitKind.choices],
            ),
            "what": whole(
                LineField(
                    most=160,
                    label=_("What was measured or got better"),
                    help_text=_("Sheets handed in on time"),
                )
            ),
            "baseline": NumberField(label=_("Value before"), **number),
            "result": NumberField(label=_("Value after"), **number),
            "unit": whole(
                LineField(
                    most=40,
                    label=_("Unit of measure"),
                    help_text=_("%, hours, kg"),
                    required=False,
                )
            ),
            "period": whole(
                LineField(
                    most=80,
                    label=_("Over which time"),
                    help_text=_("one term, 2024"),
                    required=False,
                )
            ),
            "method": whole(
                LineField(most=300, label=_("How it was measured"), required=False)
            ),
        }

    def clean(self) -> dict:
        cleaned = super().clean()
        for index in range(self.count):
            before = cleaned.get(f"baseline-{index}")
            after = f"result-{index}"
            missing = cleaned.get(after) is None and after not in self.errors
            if before is not None and missing:
                message = _("Say what it was afterwards too, or leave both empty.")
                self.add_error(after, message)
        return cleaned
