from events.models.messages import Message
from events.models.pages import (
    ConferenceSeriesPage,
    EventIndexPage,
    EventPage,
    SeriesRegulation,
    SeriesSpeaker,
    upcoming_or_latest,
)
from events.models.registrations import (
    Consent,
    Invitation,
    Registration,
    RegistrationChange,
    SeatCount,
    Submission,
)

__all__ = [
    "Consent",
    "ConferenceSeriesPage",
    "EventIndexPage",
    "EventPage",
    "Invitation",
    "Message",
    "Registration",
    "RegistrationChange",
    "SeatCount",
    "SeriesRegulation",
    "SeriesSpeaker",
    "Submission",
    "upcoming_or_latest",
]
