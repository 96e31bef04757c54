"""The form with which a series is held in further places."""

from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from events.models import EventPage
from events.models.registration_settings import MOST_SEATS
from events.organising.copy import NewPlace
from portal.forms.times import HourInput
from portal.models import Locality

FIRST_ROWS, MORE_ROWS, MOST_ROWS = 3, 3, 15


class SharedForm(forms.Form):
    """What is alike for all the new conferences."""

    model_event = forms.ModelChoiceField(
        label=_("Take the settings from"),
        queryset=EventPage.objects.none(),
        required=False,
        empty_label=_("No other conference: start from the series"),
        help_text=_(
            "Seats, rules and everything written for that conference are copied; "
            "agenda, speakers and questions of the series are shown anyway."
        ),
    )
    registration_on = forms.BooleanField(
        label=_("People register on this portal"), required=False, initial=True
    )
    closes_days_before = forms.IntegerField(
        label=_("Registration ends this many days before"),
        min_value=0,
        max_value=60,
        initial=1,
        help_text=_("At the end of that day; 0: when the conference starts."),
    )

    def __init__(self, *args, series, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        events = EventPage.objects.child_of(series).order_by("-path")
        self.fields["model_event"].queryset = events
        self.fields["model_event"].initial = events.first()


class PlaceForm(forms.Form):
    """One row: one conference. A row left empty is none."""

    locality = forms.ModelChoiceField(
        label=_("Locality"), queryset=Locality.objects.all(), required=True
    )
    starts_on = forms.DateField(label=_("Day"), widget=AdminDateInput)
    start_time = forms.TimeField(label=_("From"), required=False, widget=HourInput)
    end_time = forms.TimeField(label=_("To"), required=False, widget=HourInput)
    venue = forms.CharField(label=_("Venue"), max_length=200, required=False)
    capacity = forms.IntegerField(
        label=_("Seats"), min_value=1, max_value=MOST_SEATS, required=False
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        start, end = cleaned.get("start_time"), cleaned.get("end_time")
        if start and end and end <= start:
            self.add_error("end_time", _("The end lies before the start."))
        return cleaned

    def place(self) -> NewPlace:
        return NewPlace(**self.cleaned_data)


class PlaceFormSet(forms.BaseFormSet):
    """At least one row; no two alike."""

    def __init__(self, *args, today: date, **kwargs) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index) -> dict:
        # A row that was never touched says nothing, also the first one.
        return super().get_form_kwargs(index) | {"empty_permitted": True}

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        localities = Locality.objects.exclude(valid_to__lt=self.today)
        form.fields["locality"].queryset = localities
        form.fields["locality"].widget.choices = self._choices(localities)

    def _choices(self, localities) -> list[tuple]:
        """Asked for once, not once a row."""
        if not hasattr(self, "_found"):
            self._found = [("", "---------")] + [(x.pk, str(x)) for x in localities]
        return self._found

    def places(self) -> list[NewPlace]:
        return [form.place() for form in self.forms if form.has_changed()]

    def clean(self) -> None:
        if any(self.errors):
            return
        places = self.places()
        if not places:
            raise ValidationError(_("Fill in at least one row."))
        seen = {(p.locality, p.starts_on, p.start_time, p.venue) for p in places}
        if len(seen) < len(places):
            raise ValidationError(_("Two rows name the same place, day and hour."))


def place_formset(data=None, *, rows: int = FIRST_ROWS, now: datetime):
    """The rows, so many of them empty."""
    made = forms.formset_factory(
        PlaceForm,
        formset=PlaceFormSet,
        extra=rows,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
    )
    return made(data, prefix="places", today=timezone.localdate(now))
