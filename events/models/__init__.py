from events.models.access import AttendeeAccess
from events.models.agency_columns import AgencyColumns
from events.models.announcements import Announcement
from events.models.assignments import Assignment, Charge
from events.models.attendance import (
    AttendanceClosing,
    DoorDevice,
    Reception,
    Scan,
)
from events.models.calendar import CalendarEntry
from events.models.certificates import (
    Certificate,
    CertificateSettings,
    CertificateYear,
)
from events.models.export_columns import ExportColumns
from events.models.history import Consent, RegistrationChange
from events.models.index import EventIndexPage
from events.models.messages import Call, Message
from events.models.pages import EventPage
from events.models.paper_templates import PaperTemplate
from events.models.prints import PaperPrint
from events.models.privacy import DataRequest, Holiday
from events.models.registrations import (
    Invitation,
    Registration,
    SeatCount,
    Submission,
)
from events.models.rows import (
    EventAgendaItem,
    EventInitiative,
    EventMaterial,
    EventOrganiser,
    EventQuestion,
    EventRegulation,
    EventSpeaker,
    SeriesAgendaItem,
    SeriesInitiative,
    SeriesMaterial,
    SeriesOrganiser,
    SeriesQuestion,
    SeriesRegulation,
    SeriesSpeaker,
)
from events.models.series import ConferenceSeriesPage
from events.models.surveys import SurveyAnswer, SurveyReply

__all__ = [
    "AgencyColumns",
    "Announcement",
    "Assignment",
    "AttendanceClosing",
    "AttendeeAccess",
    "CalendarEntry",
    "Call",
    "Certificate",
    "CertificateSettings",
    "CertificateYear",
    "Charge",
    "ConferenceSeriesPage",
    "Consent",
    "DataRequest",
    "DoorDevice",
    "EventAgendaItem",
    "EventIndexPage",
    "EventInitiative",
    "EventMaterial",
    "EventOrganiser",
    "EventPage",
    "EventQuestion",
    "EventRegulation",
    "EventSpeaker",
    "ExportColumns",
    "Holiday",
    "Invitation",
    "Message",
    "Reception",
    "PaperPrint",
    "PaperTemplate",
    "Registration",
    "RegistrationChange",
    "Scan",
    "SeatCount",
    "SeriesAgendaItem",
    "SeriesInitiative",
    "SeriesMaterial",
    "SeriesOrganiser",
    "SeriesQuestion",
    "SeriesRegulation",
    "SeriesSpeaker",
    "Submission",
    "SurveyAnswer",
    "SurveyReply",
]
