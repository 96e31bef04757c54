from events.models.pages import (
    ConferenceSeriesPage,
    EventIndexPage,
    EventPage,
    SeriesRegulation,
    SeriesSpeaker,
    upcoming_or_latest,
)

__all__ = [
    "ConferenceSeriesPage",
    "EventIndexPage",
    "EventPage",
    "SeriesRegulation",
    "SeriesSpeaker",
    "upcoming_or_latest",
]
