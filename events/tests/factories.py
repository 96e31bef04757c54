"""Invented conferences for tests of pages."""

from datetime import date, time

import factory
from wagtail_factories import PageFactory

from events.models import ConferenceSeriesPage, EventPage


class SeriesFactory(PageFactory):
    title = factory.Sequence("Đợt tập huấn minh họa {}".format)
    slug = factory.Sequence("dot-tap-huan-{}".format)
    starts_on = date(2030, 5, 13)
    ends_on = date(2030, 5, 17)

    class Meta:
        model = ConferenceSeriesPage


class EventFactory(PageFactory):
    title = factory.Sequence("Lớp minh họa {}".format)
    slug = factory.Sequence("lop-minh-hoa-{}".format)
    starts_on = date(2030, 5, 14)
    ends_on = date(2030, 5, 14)
    start_time = time(7, 30)
    end_time = time(11, 30)
    venue = "Hội trường minh họa"

    class Meta:
        model = EventPage
