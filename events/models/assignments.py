"""Who is in charge of which conferences."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.pages import EventPage
from events.models.series import ConferenceSeriesPage
from portal.models import Locality


@dataclass(frozen=True, slots=True)
class Charge:
    """What one person is in charge of: keys of pages and localities, or everything.

    A series means its conferences to come as well, a locality whatever is held there
    or in a place that belongs to it.
    """

    everything: bool = False
    series: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    localities: tuple[int, ...] = ()
    sees_attendees: bool = True

    def __bool__(self) -> bool:
        return bool(self.everything or self.series or self.events or self.localities)

    def conferences(self) -> models.QuerySet:
        """All of them, drafts too, each once."""
        found = EventPage.objects.all()
        return found if self.everything else found.filter(self._reached())

    def _reached(self) -> Q:
        reached = Q(pk__in=self.events)
        if self.localities:
            reached |= Q(locality__in=self.localities)
            reached |= Q(locality__parent__in=self.localities)
            reached |= Q(locality__parent__parent__in=self.localities)
        if self.series:
            series = ConferenceSeriesPage.objects.filter(pk__in=self.series)
            for path in series.order_by().values_list("path", flat=True):
                reached |= Q(path__startswith=path)
        return reached


class Assignment(models.Model):
    """One person's charge; `group` holds the rights over pages that follow from it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignment"
    )
    everything = models.BooleanField(_("all conferences"), default=False)
    series = models.ManyToManyField(ConferenceSeriesPage, related_name="+")
    events = models.ManyToManyField(EventPage, related_name="+")
    localities = models.ManyToManyField(Locality, related_name="+")
    sees_attendees = models.BooleanField(_("may see attendees"), default=True)
    group = models.OneToOneField(
        Group, models.SET_NULL, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = _("charge of conferences")
        verbose_name_plural = _("charges of conferences")
        default_permissions = ("change",)

    def __str__(self) -> str:
        return self.user.get_username()

    def names(self, event: EventPage) -> bool:
        """Whether the charge says so of this conference, or of its series, by name."""
        steps = range(event.steplen, len(event.path), event.steplen)
        above = Q(series__path__in=[event.path[:step] for step in steps])
        mine = Assignment.objects.filter(pk=self.pk)
        return self.everything or mine.filter(Q(events=event.pk) | above).exists()

    @property
    def charge(self) -> Charge:
        return Charge(
            everything=self.everything,
            series=tuple(self.series.values_list("pk", flat=True)),
            events=tuple(self.events.order_by().values_list("pk", flat=True)),
            localities=tuple(self.localities.values_list("pk", flat=True)),
            sees_attendees=self.sees_attendees,
        )
