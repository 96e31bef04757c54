"""The choice of what somebody is in charge of, and what follows, in words."""

from django import forms
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.enums import LIVE
from events.models import Charge, ConferenceSeriesPage, EventPage, Registration
from portal.models import Locality


class ChargeForm(forms.Form):
    """Ticks; whatever is ticked twice, by itself and by its series, counts once."""

    everything = forms.BooleanField(
        label=gettext_lazy("All conferences, those to come too"), required=False
    )
    series = forms.ModelMultipleChoiceField(
        ConferenceSeriesPage.objects.all(), required=False
    )
    events = forms.ModelMultipleChoiceField(EventPage.objects.all(), required=False)
    localities = forms.ModelMultipleChoiceField(Locality.objects.all(), required=False)
    sees_attendees = forms.BooleanField(
        label=gettext_lazy("May see attendees"), required=False
    )

    def charge(self) -> Charge:
        chosen = self.cleaned_data
        return Charge(
            everything=chosen["everything"],
            series=tuple(page.pk for page in chosen["series"]),
            events=tuple(page.pk for page in chosen["events"]),
            localities=tuple(place.pk for place in chosen["localities"]),
            sees_attendees=chosen["sees_attendees"],
        )


def choices(charge: Charge) -> dict:
    """Series with their conferences, conferences of no series, places; all as ticked.

    In three queries, however many there are.
    """
    live = Count("registrations", filter=Q(registrations__state__in=LIVE))
    events = EventPage.objects.only("pk", "path", "title", "starts_on", "date_text")
    rows = [
        {"page": page, "ticked": page.pk in charge.events}
        for page in events.annotate(people=live).order_by("-starts_on", "path")
    ]
    series = []
    for page in ConferenceSeriesPage.objects.only("pk", "path", "title").order_by(
        "-starts_on", "path"
    ):
        inside = [row for row in rows if row["page"].path.startswith(page.path)]
        rows = [row for row in rows if row not in inside]
        ticked = page.pk in charge.series
        series.append({"page": page, "ticked": ticked, "events": inside})
    places = [
        {"place": place, "ticked": place.pk in charge.localities}
        for place in Locality.objects.order_by("sort_key", "kind")
    ]
    return {"series": series, "alone": rows, "places": places}


def consequences(charge: Charge) -> tuple[list[str], list[str]]:
    """What somebody with this charge will do, and what not, in sentences."""
    if not charge:
        return [], [_("See any conference: nothing is chosen.")]
    events = charge.conferences().order_by().values("pk")
    count = events.count()
    will = [
        ngettext(
            "Edit and publish %(count)d conference",
            "Edit and publish %(count)d conferences",
            count,
        )
        % {"count": count}
    ]
    if charge.everything or charge.series:
        will.append(_("Add conferences there"))
    will_not = [_("Edit articles, regulations, initiatives")]
    if charge.sees_attendees:
        people = Registration.objects.filter(event__in=events, state__in=LIVE).count()
        will.append(
            ngettext(
                "See %(count)d attendee, and export the list",
                "See %(count)d attendees, and export the lists",
                people,
            )
            % {"count": people}
        )
        will.append(_("Approve, add, write to attendees, invite agencies"))
    else:
        will_not.insert(0, _("See any attendee"))
    if not charge.everything:
        will_not.insert(
            0, _("See other conferences: their addresses answer “no such page”")
        )
    return will, will_not
