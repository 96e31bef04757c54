"""Conferences: the index, a series over several places, one event."""

from datetime import date, datetime

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.contrib.routable_page.models import path
from wagtail.models import Orderable

from documents.citing.panels import CitationsPanel
from events.models.taking import TakesRegistrations
from portal import jsonld
from portal.blocks import BodyBlock
from portal.feeds import listing_feed
from portal.fields import StreamField
from portal.models import (
    Locality,
    Person,
    PortalPage,
    PortalPageManager,
    PortalPageQuerySet,
)
from portal.text import plain_text


class DatedPageQuerySet(PortalPageQuerySet):
    """Pages told apart by whether they are over."""

    def for_listing(self, *fields: str):
        return super().for_listing("starts_on", "ends_on", "date_text", *fields)

    def upcoming(self, now: datetime):
        """Not yet over, the soonest first; undated ones have not been set."""
        today = timezone.localdate(now)
        return self.filter(ends_on__gte=today).order_by("starts_on", "pk")

    def past(self, now: datetime):
        """Over, the latest first."""
        today = timezone.localdate(now)
        return self.filter(ends_on__lt=today).order_by("-starts_on", "-pk")


class DatedPage(PortalPage):
    """Something that happens on known days, or in words where the day is not known."""

    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    date_text = models.CharField(
        _("date in words"),
        max_length=120,
        blank=True,
        help_text=_("Where the exact day is not known; shown as written."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    date_panel = MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldPanel("date_text"),
        ],
        heading=_("Date"),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self.ends_on = self.ends_on or self.starts_on

    @property
    def listed_on(self) -> date | None:
        return self.starts_on

    def search_text(self) -> str:
        return plain_text(self.body)

    def structured_data(self, request: HttpRequest) -> dict:
        data = jsonld.web_page(self, request)
        if self.starts_on:
            data["startDate"] = self.starts_on.isoformat()
            data["endDate"] = (self.ends_on or self.starts_on).isoformat()
        return data


class EventPageQuerySet(DatedPageQuerySet):
    def for_listing(self):
        return super().for_listing("venue", "locality__name", "locality__kind")


class EventIndexPage(PortalPage):
    """All conferences: what comes, then what was."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.ConferenceSeriesPage", "events.EventPage"]
    template = "events/event_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("conference index")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        series = ConferenceSeriesPage.objects.child_of(self).for_listing()
        return context | {
            "upcoming": EventPage.objects.for_listing().upcoming(now)[:50],
            "past": series.past(now)[:50],
            "feed_url": f"{self.get_url(request)}rss/",
        }

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        series = ConferenceSeriesPage.objects.child_of(self).for_listing()
        newest = series.order_by("-first_published_at")[:30]
        return listing_feed(self, newest, request)


class ConferenceSeriesPage(DatedPage):
    """A programme written once and held in several places."""

    attendance_text = models.CharField(
        _("attendance in words"), max_length=120, blank=True
    )

    objects = PortalPageManager.from_queryset(DatedPageQuerySet)()

    parent_page_types = ["events.EventIndexPage"]
    subpage_types = ["events.EventPage"]
    template = "events/conference_series_page.html"
    schema_type = "EventSeries"

    content_panels = [
        *PortalPage.content_panels,
        DatedPage.date_panel,
        FieldPanel("attendance_text"),
        FieldPanel("cover"),
        FieldPanel("body"),
        CitationsPanel(),
        InlinePanel("speakers", heading=_("Speakers"), label=_("Speaker")),
        InlinePanel(
            "presented",
            heading=_("Regulations presented"),
            label=_("Regulation"),
        ),
    ]

    class Meta:
        verbose_name = _("conference series")
        verbose_name_plural = _("conference series")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        events = EventPage.objects.child_of(self).for_listing()
        presented = self.presented.select_related(
            "regulation__type", "regulation__issuer"
        )
        return context | {
            "events": events.order_by("starts_on", "path"),
            "speakers": self.speakers.select_related("person"),
            "regulations": [row.regulation for row in presented if row.regulation.live],
        }


class SeriesSpeaker(Orderable):
    """A person who speaks, with title and organisation as on that day."""

    series = ParentalKey(
        ConferenceSeriesPage, on_delete=models.CASCADE, related_name="speakers"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("person")
    )
    title_then = models.CharField(_("position then"), max_length=200, blank=True)
    organisation_then = models.CharField(
        _("organisation then"), max_length=255, blank=True
    )

    panels = [
        FieldPanel("person"),
        FieldRowPanel([FieldPanel("title_then"), FieldPanel("organisation_then")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    def __str__(self) -> str:
        return str(self.person)


class SeriesRegulation(Orderable):
    """A regulation taught at the conferences of a series."""

    series = ParentalKey(
        ConferenceSeriesPage, on_delete=models.CASCADE, related_name="presented"
    )
    regulation = models.ForeignKey(
        "documents.RegulationPage",
        models.CASCADE,
        related_name="presented_at",
        verbose_name=_("regulation"),
    )

    panels = [FieldPanel("regulation")]

    class Meta(Orderable.Meta):
        verbose_name = _("regulation presented")
        verbose_name_plural = _("regulations presented")

    def __str__(self) -> str:
        return str(self.regulation)


class EventPage(TakesRegistrations, DatedPage):
    """One conference in one place."""

    locality = models.ForeignKey(
        Locality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("locality"),
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)

    objects = PortalPageManager.from_queryset(EventPageQuerySet)()

    parent_page_types = ["events.EventIndexPage", "events.ConferenceSeriesPage"]
    subpage_types: list[str] = []
    template = "events/event_page.html"
    schema_type = "Event"

    content_panels = [
        *PortalPage.content_panels,
        DatedPage.date_panel,
        FieldRowPanel([FieldPanel("locality"), FieldPanel("venue")]),
        FieldPanel("cover"),
        FieldPanel("body"),
        CitationsPanel(),
    ]

    class Meta:
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")


def upcoming_or_latest(now: datetime, *, limit: int) -> tuple[list, bool]:
    """Return the next events or, with none ahead, the latest series; and if past."""
    upcoming = list(EventPage.objects.for_listing().upcoming(now)[:limit])
    if upcoming:
        return upcoming, False
    series = ConferenceSeriesPage.objects.for_listing().past(now)
    return list(series[:1]), True
