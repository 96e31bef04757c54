"""What happens on known days, or in words where the day is not known."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Length, Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from portal.blocks import BodyBlock
from portal.fields import StreamField
from portal.models import PortalPage, PortalPageQuerySet
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


def days_of(series):
    """Annotations `happens_from` and `happens_to`: an event's own days, or its series'.

    An event whose own day nobody knows still happened within the days of the whole.
    """
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    whole = series.filter(path=above)
    return {
        "happens_from": Coalesce(F("starts_on"), Subquery(whole.values("starts_on"))),
        "happens_to": Coalesce(F("ends_on"), Subquery(whole.values("ends_on"))),
    }


def title_of(series):
    """The annotation `series_title`: what an event's series is called, if any."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    return Subquery(series.filter(path=above).values("title")[:1])


def ended_today(now: datetime) -> Q:
    """Events whose last day is today and whose closing hour has come."""
    local = timezone.localtime(now)
    return Q(ends_on=local.date(), end_time__lte=local.time())


def over(now: datetime) -> Q:
    """Events annotated by `days_of` that are no longer to come.

    Of one whose day nobody knows, the last day of its series decides.
    """
    return Q(happens_to__lt=timezone.localdate(now)) | ended_today(now)


def within(first: date, last: date) -> Q:
    """Pages annotated by `days_of` that touch the days from first to last."""
    return Q(happens_from__lte=last, happens_to__gte=first)


class DatedPage(PortalPage):
    """Something that happens on known days, or in words where the day is not known."""

    # Seats are shown, never older than this.
    cache_seconds = 10

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
        if self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError(
                {"ends_on": _("The last day is before the first one.")}
            )

    @property
    def listed_on(self) -> date | None:
        return self.starts_on

    def search_text(self) -> str:
        return plain_text(self.body)
