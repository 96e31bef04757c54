"""The parts of a proposal, in the order of a request for recognition."""

from datetime import date
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.initiatives.contributions.contact import ContactForm
from documents.initiatives.contributions.units import UnitForm
from documents.law.shares import is_too_early
from documents.models.initiative_enums import Effort, Kind
from documents.models.taxonomy import Field
from portal.forms.fields import LineField, MoneyField, ParagraphsField, day_field, whole
from portal.forms.reader import ReaderForm
from portal.vietnamese.dates import short_date

_MOST = 1000
_MOST_STEPS = 20
_EARLIEST = date(1990, 1, 1)


def past_day(day: date | None, today: date) -> date | None:
    """The day unless it cannot be meant; raises ValidationError."""
    if day and day < _EARLIEST:
        raise forms.ValidationError(_("Check the year."))
    if day and day > today:
        raise forms.ValidationError(_("This day is still to come."))
    return day


class PartForm(ReaderForm):
    """One part; it may look at `others`, what the other parts say so far."""

    def __init__(self, *args, today: date, others: dict | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.others = others or {}


class AboutForm(UnitForm):
    short: ClassVar[tuple[str, ...]] = ("first_applied_on",)

    title = whole(
        LineField(
            most=160,
            label=_("Name of the initiative"),
            help_text=_("As in the decision that recognised it."),
        )
    )
    field = forms.ModelChoiceField(
        Field.objects.all(), label=_("Field of work"), empty_label=_("Choose one")
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kind of solution"),
        help_text=_("As recognised; several may be ticked."),
        choices=Kind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    first_applied_on = day_field(label=_("First applied or tried on"))
    field_order = ("title", "field", "kinds", "unit", "locality", "first_applied_on")

    def __init__(self, *args, today: date, others: dict | None = None, **kwargs):
        super().__init__(*args, today=today, **kwargs)
        self.today = today

    def clean_first_applied_on(self) -> date | None:
        return past_day(self.cleaned_data["first_applied_on"], self.today)


class ProblemForm(PartForm):
    problem = ParagraphsField(
        most=_MOST,
        rows=6,
        label=_("What went wrong"),
        help_text=_("Whom it troubled, how often, what it cost."),
    )
    before = ParagraphsField(
        most=_MOST,
        rows=5,
        label=_("How it was done before"),
        required=False,
    )


class SolutionForm(PartForm):
    summary = ParagraphsField(
        most=600,
        rows=4,
        label=_("The initiative in three sentences"),
        help_text=_("The problem, the way, the result. It opens the page."),
    )
    solution = ParagraphsField(
        most=_MOST, rows=8, label=_("What you did"), help_text=_("In plain words.")
    )
    steps = ParagraphsField(
        most=4000,
        rows=6,
        label=_("Step by step"),
        help_text=_("One step on each line, at most 20."),
        required=False,
    )
    novelty = ParagraphsField(
        most=_MOST, label=_("What is new about it"), required=False
    )

    def clean_steps(self) -> list[str]:
        steps = [line for line in self.cleaned_data["steps"].splitlines() if line]
        if len(steps) > _MOST_STEPS:
            raise forms.ValidationError(_("Write at most 20 steps."))
        if any(len(step) > 160 for step in steps):
            raise forms.ValidationError(
                _("Make each step shorter than 160 characters; explain it above.")
            )
        return steps


class ConditionsForm(PartForm):
    short: ClassVar[tuple[str, ...]] = ("cost",)

    applicability = ParagraphsField(most=_MOST, label=_("Whom it suits"))
    conditions = ParagraphsField(
        most=_MOST,
        label=_("What is needed"),
        help_text=_("People, rooms, devices, agreements."),
        required=False,
    )
    cost = MoneyField(
        label=_("What it costs one unit, in VND"),
        help_text=_("0 where nothing has to be bought. Example: 1.500.000"),
        required=False,
    )
    cost_note = whole(
        LineField(most=200, label=_("What the money is for"), required=False)
    )
    effort = forms.ChoiceField(
        label=_("Time to get it working"),
        choices=[("", _("Not known")), *Effort.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    limits = ParagraphsField(
        most=_MOST,
        label=_("Limits and lessons"),
        help_text=_("Where it does not fit, what was tried and dropped."),
        required=False,
    )


class RecognitionForm(PartForm):
    short: ClassVar[tuple[str, ...]] = ("on", "symbol")

    by = whole(
        LineField(
            most=255,
            label=_("Establishment that recognised it"),
            help_text=_("As it was called on the decision."),
        )
    )
    symbol = whole(
        LineField(
            most=80,
            label=_("Number of the decision"),
            help_text=_("Example: 12/QĐ-THCS"),
            required=False,
        )
    )
    on = day_field(label=_("Day of the decision"))
    confidential = ParagraphsField(
        most=20_000,
        rows=6,
        label=_("Confidential part"),
        help_text=_(
            "What the makers keep to themselves: a recipe, a drawing, a price. No "
            "reader ever sees it; leave it empty where there is none."
        ),
        required=False,
    )

    def clean_on(self) -> date | None:
        day = past_day(self.cleaned_data["on"], self.today)
        first = self.others.get("first_applied_on")
        if is_too_early(day, first):
            message = _(
                "Recognition comes after first use: part 1 says %(day)s. Mend the one "
                "or the other."
            )
            raise forms.ValidationError(message % {"day": short_date(first)})
        return day


class SenderForm(ContactForm):
    """Whom moderators ask."""

    position = whole(
        LineField(most=120, label=pgettext_lazy("form", "Position"), required=False)
    )
    field_order = ("name", "position", "email", "phone", "consent")

    def __init__(self, *args, today: date, others: dict | None = None, **kwargs):
        super().__init__(*args, **kwargs)
