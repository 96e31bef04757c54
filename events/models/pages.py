"""One conference in one place."""

from datetime import datetime
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TabbedInterface

from events.models import coordinates
from events.models.days import (
    DatedPage,
    DatedPageQuerySet,
    days_of,
    ended_today,
    over,
    title_of,
)
from events.models.inheritance import InheritedRows, InheritingQuerySet
from events.models.page_forms import EventForm
from events.models.panels import event_tabs
from events.models.places_in_words import in_one_line, says
from events.models.programme import Programme
from events.models.registration_settings import RegistrationSettings
from events.models.series import ConferenceSeriesPage
from portal.models import Locality, PortalPageManager
from portal.vietnamese.dates import short_date

# What `RegistrationSettings.terms` reads, and the sign of how full it is.
TERMS = (
    *(field.name for field in RegistrationSettings._meta.local_fields),
    "seats__taken",
    "seats__waiting",
)
MAP_SEARCH = "https://www.openstreetmap.org/search"


class EventPageQuerySet(InheritingQuerySet, DatedPageQuerySet):
    def upcoming(self, now: datetime):
        """Not yet over to the minute, the soonest first."""
        found = super().upcoming(now).exclude(ended_today(now))
        # Without an hour it starts with its day, as `starts_at` says.
        hour = F("start_time").asc(nulls_first=True)
        return found.order_by("starts_on", hour, "pk")

    def past(self, now: datetime):
        """Over to the minute, the latest first."""
        before = Q(ends_on__lt=timezone.localdate(now))
        found = self.filter(before | ended_today(now))
        hour = F("start_time").desc(nulls_last=True)
        return found.order_by("-starts_on", hour, "-pk")

    def for_listing(self):
        listed = super().for_listing(
            "venue", "locality__name", "locality__kind", *TERMS
        )
        return listed.with_subject()

    def with_subject(self):
        """Note what the series of each is called."""
        return self.annotate(series_title=title_of(ConferenceSeriesPage.objects.all()))

    def for_reading(self):
        found = super().for_reading().select_related("locality", "seats")
        return found.with_own_kinds().with_days().with_subject()

    def with_days(self):
        """Note when each happened: its own days, else those of its series."""
        return self.annotate(**days_of(ConferenceSeriesPage.objects.all()))

    def with_end(self, now: datetime):
        """Note of those noted `with_days` whether each `is_over`."""
        return self.annotate(is_over=Case(When(over(now), then=True), default=False))


class EventPage(InheritedRows, RegistrationSettings, Programme, DatedPage):
    """What an event of a series does not state itself, it takes from its series."""

    locality = models.ForeignKey(
        Locality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("locality"),
    )
    venue = models.CharField(
        _("venue"), max_length=200, blank=True, help_text=_("The hall or room.")
    )
    address = models.CharField(
        _("address"),
        max_length=255,
        blank=True,
        help_text=_("Street, hamlet, commune: what a driver is told."),
    )
    map_url = models.URLField(
        _("map link"),
        blank=True,
        help_text=_("Empty: the address is looked up on OpenStreetMap."),
    )
    coordinates = models.CharField(
        _("coordinates"),
        max_length=60,
        blank=True,
        validators=[coordinates.validate],
        help_text=_(
            "As the map on a phone copies them, for example 21.84780, 106.75760: the "
            "link then leads to the very door."
        ),
    )
    directions = models.CharField(
        _("how to get there"),
        max_length=500,
        blank=True,
        help_text=_("Parking, the right gate, a way without steps."),
    )

    objects = PortalPageManager.from_queryset(EventPageQuerySet)()

    base_form_class = EventForm
    parent_page_types = ["events.EventIndexPage", "events.ConferenceSeriesPage"]
    subpage_types: list[str] = []
    template = "events/event_page.html"
    schema_type = "Event"

    edit_handler = TabbedInterface(event_tabs())

    class Meta:
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")

    def clean(self) -> None:
        super().clean()
        if self.locality and self.starts_on:
            self._check_locality()

    def _check_locality(self) -> None:
        """A district that is no more cannot hold a conference to come."""
        until, since = self.locality.valid_to, self.locality.valid_from
        names = {"place": self.locality}
        if until and self.starts_on > until:
            text = _("%(place)s existed until %(day)s: choose a place of that day.")
            names["day"] = short_date(until)
        elif since and self.starts_on < since:
            text = _("%(place)s has existed since %(day)s: choose a place of that day.")
            names["day"] = short_date(since)
        else:
            return
        raise ValidationError({"locality": text % names})

    @property
    def subject(self) -> str:
        """What its series is called: "Lớp tại xã Chi Lăng" says nothing of that."""
        if "series_title" not in self.__dict__:
            above = ConferenceSeriesPage.objects.filter(path=self.path[: -self.steplen])
            titles = above.values_list("title", flat=True) if self.path else ()
            self.series_title = next(iter(titles), None)
        return self.series_title or ""

    @property
    def full_title(self) -> str:
        return f"{self.subject}: {self.title}" if self.subject else self.title

    @property
    def place(self) -> str:
        """Venue, address and locality in one line, as far as they are known."""
        return in_one_line(self.venue, self.address, str(self.locality or ""))

    @property
    def venue_locality(self) -> str:
        """The locality, where the name of the venue does not say it."""
        place = str(self.locality or "")
        return "" if says(self.venue, place) else place

    @property
    def address_in_words(self) -> str:
        """Address and locality, as far as they are known."""
        return in_one_line(self.address, str(self.locality or ""))

    @property
    def map_link(self) -> str:
        """The organiser's own link, else of the coordinates, else a search.

        Empty where nothing of these is known.
        """
        point = coordinates.parse(self.coordinates)
        if self.map_url or point:
            return self.map_url or point.map_link
        if not (self.address or self.venue):
            return ""
        return f"{MAP_SEARCH}?{urlencode({'query': self.place})}"

    def search_text(self) -> str:
        return "\n".join(part for part in (self.place, super().search_text()) if part)
