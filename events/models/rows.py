"""The rows of a series' programme, and those an event states of its own."""

from django.db import models
from modelcluster.fields import ParentalKey

from events.models.content import (
    AgendaItem,
    Material,
    Organiser,
    PresentedInitiative,
    PresentedRegulation,
    Speaker,
)
from events.models.questions import Question


def _of_series(name: str) -> ParentalKey:
    return ParentalKey(
        "events.ConferenceSeriesPage", on_delete=models.CASCADE, related_name=name
    )


def _of_event(name: str) -> ParentalKey:
    return ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name=name)


class SeriesAgendaItem(AgendaItem):
    series = _of_series("agenda")


class SeriesSpeaker(Speaker):
    series = _of_series("speakers")


class SeriesRegulation(PresentedRegulation):
    series = _of_series("presented")


class SeriesInitiative(PresentedInitiative):
    series = _of_series("initiatives")


class SeriesOrganiser(Organiser):
    series = _of_series("organisers")


class SeriesMaterial(Material):
    series = _of_series("materials")


class SeriesQuestion(Question):
    series = _of_series("questions")


class EventAgendaItem(AgendaItem):
    event = _of_event("agenda")


class EventSpeaker(Speaker):
    event = _of_event("speakers")


class EventRegulation(PresentedRegulation):
    event = _of_event("presented")


class EventInitiative(PresentedInitiative):
    event = _of_event("initiatives")


class EventOrganiser(Organiser):
    event = _of_event("organisers")


class EventMaterial(Material):
    event = _of_event("materials")


class EventQuestion(Question):
    event = _of_event("questions")
