"""Closed lists of the conferences, with the words people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Circumstance(models.TextChoices):
    """What became of the plan to hold a conference."""

    PLANNED = "planned", _("Going ahead")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", pgettext_lazy("conference", "Called off")


class Audience(models.TextChoices):
    """The groups that offices count people by."""

    OFFICIAL = "official", _("Civil servant")
    PUBLIC_EMPLOYEE = "public_employee", _("Public employee")
    WORKER = "worker", _("Worker")
    CADRE = "cadre", _("Cadre")
    OTHER = "other", pgettext_lazy("audience", "Other")


class RegistrationState(models.TextChoices):
    PENDING = "pending", _("Awaiting approval")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("Offered a seat")
    CONFIRMED = "confirmed", _("Confirmed")
    CANCELLED = "cancelled", pgettext_lazy("registration", "Cancelled")
    REJECTED = "rejected", pgettext_lazy("registration", "Not approved")
    TRANSFERRED = "transferred", _("Handed to a colleague")
    EXCHANGED = "exchanged", _("Moved to another conference")


SEATED = (RegistrationState.CONFIRMED, RegistrationState.OFFERED)
LIVE = (*SEATED, RegistrationState.PENDING, RegistrationState.WAITING)


class Channel(models.TextChoices):
    """Through what a registration was made or changed."""

    PUBLIC = "public", _("Registration page")
    TICKET = "ticket", _("Ticket page")
    DELEGATION = "delegation", _("Delegation page")
    ORGANISER = "organiser", _("Organiser")
    DOOR = "door", _("Reception desk")
    SYSTEM = "system", _("By itself")


class Action(models.TextChoices):
    """What was done to a registration."""

    REGISTERED = "registered", _("Registered")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", pgettext_lazy("action", "Rejected")
    CONFIRMED = "confirmed", pgettext_lazy("action", "Seat given")
    OFFERED = "offered", pgettext_lazy("action", "Seat offered")
    PROMOTED = "promoted", _("Seat given by hand")
    LAPSED = "lapsed", _("Offer lapsed")
    CORRECTED = "corrected", _("Details corrected")
    TRANSFERRED = "transferred", pgettext_lazy("action", "Handed over")
    EXCHANGED = "exchanged", pgettext_lazy("action", "Moved to another conference")
    CANCELLED = "cancelled", pgettext_lazy("action", "Cancelled")
    FORGOTTEN = "forgotten", _("Personal data removed")


class Purpose(models.TextChoices):
    """What somebody may agree to, one box each; only the first is required."""

    TAKING_PART = "taking_part", _("Taking part")
    PHOTOS = "photos", _("Photos and news")
    CERTIFICATE = "certificate", _("Public certificate look-up")
    INVITATIONS = "invitations", _("Invitations to later conferences")


class NoticeKind(models.TextChoices):
    """What people get a notice of."""

    CONFIRMED = "confirmed", pgettext_lazy("message", "Seat confirmed")
    PENDING = "pending", pgettext_lazy("message", "Registration received")
    WAITING = "waiting", pgettext_lazy("message", "On the waiting list")
    PROMOTED = "promoted", pgettext_lazy("message", "Seat from the waiting list")
    OFFERED = "offered", pgettext_lazy("message", "Seat on offer")
    LAPSED = "lapsed", pgettext_lazy("message", "Offer lapsed")
    REJECTED = "rejected", pgettext_lazy("message", "Not approved")
    CORRECTED = "corrected", pgettext_lazy("message", "Details changed")
    HANDED_OVER = "handed_over", pgettext_lazy("message", "Seat handed over")
    EXCHANGED = "exchanged", pgettext_lazy("message", "Moved to another conference")
    CANCELLED = "cancelled", pgettext_lazy("message", "Registration cancelled")
    REMINDER = "reminder", pgettext_lazy("message", "Reminder")
    EVENT_MOVED = "event_moved", pgettext_lazy("message", "Conference moved")
    EVENT_CANCELLED = (
        "event_cancelled",
        pgettext_lazy("message", "Conference called off"),
    )
    NOTE = "note", pgettext_lazy("message", "Word from the organiser")
    REPEATED = "repeated", pgettext_lazy("message", "Registered again")
    CERTIFICATE = "certificate", pgettext_lazy("message", "Certificate")
    AFTERWARDS = "afterwards", pgettext_lazy("message", "Materials and questions")


class DayPart(models.TextChoices):
    """How attendance is taken: once, or morning and afternoon."""

    BY_PROGRAMME = "", _("As the programme has it")
    WHOLE = "whole", _("Once for the whole conference")
    HALVES = "halves", _("Morning and afternoon")


class ScanSource(models.TextChoices):
    """How somebody at the door was found."""

    CODE = "code", pgettext_lazy("scan", "Code scanned")
    TYPED = "typed", pgettext_lazy("scan", "Code typed")
    NAME = "name", pgettext_lazy("scan", "Found by name")
    WALK_IN = "walk_in", pgettext_lazy("scan", "Came unregistered")
    PAPER = "paper", pgettext_lazy("scan", "Signed on paper")


class ScanResult(models.TextChoices):
    """What the reception desk is answered, in the word on its screen."""

    OK = "ok", pgettext_lazy("scan", "Come in")
    ALREADY = "already", pgettext_lazy("scan", "Already present")
    WRONG_EVENT = "wrong_event", pgettext_lazy("scan", "Another conference")
    CANCELLED = "cancelled", pgettext_lazy("scan", "Ticket cancelled")
    TRANSFERRED = "transferred", pgettext_lazy("scan", "Handed to somebody else")
    PENDING = "pending", pgettext_lazy("scan", "Awaiting approval")
    WAITING = "waiting", pgettext_lazy("scan", "No seat yet")
    REJECTED = "rejected", pgettext_lazy("scan", "Registration declined")
    UNKNOWN = "unknown", pgettext_lazy("scan", "Unknown code")
    UNDONE = "undone", pgettext_lazy("scan", "Taken back")


class UndoReason(models.TextChoices):
    """Why an arrival is taken back."""

    WRONG_PERSON = "wrong_person", _("The ticket of somebody else was scanned")
    STILL_OUTSIDE = "still_outside", _("This person is still outside")
    WRONG_PART = "wrong_part", _("Morning and afternoon were mixed up")
    NOT_SIGNED = "not_signed", _("Not signed on the paper")
    OTHER = "other", pgettext_lazy("undo", "Another reason")


class CallOutcome(models.TextChoices):
    """What came of calling somebody whom no letter reaches."""

    HEARD = "heard", pgettext_lazy("call", "Told")
    COMING = "coming", pgettext_lazy("call", "Told, is coming")
    NOT_COMING = "not_coming", pgettext_lazy("call", "Told, cannot come")
    NO_ANSWER = "no_answer", pgettext_lazy("call", "No answer")
    WRONG_NUMBER = "wrong_number", pgettext_lazy("call", "Wrong number")


#: After these somebody knows; after the others they are still to be told.
HAVE_HEARD = (CallOutcome.HEARD, CallOutcome.COMING, CallOutcome.NOT_COMING)


class Seen(models.TextChoices):
    """What of attendees' data somebody looked at."""

    LIST = "list", pgettext_lazy("seen", "List")
    PERSON = "person", pgettext_lazy("seen", "One person")
    EXPORT = "export", pgettext_lazy("seen", "Export")
    MESSAGES = "messages", pgettext_lazy("seen", "Messages to attendees")


class RequestKind(models.TextChoices):
    """What somebody wants done about the data kept about them."""

    SEE = "see", _("See what is kept about me")
    CORRECT = "correct", _("Correct what is wrong")
    WITHDRAW = "withdraw", _("Take back a consent")
    DELETE = "delete", _("Erase what is kept about me")
    OBJECT = "object", _("Object to how the data is used")


class RequestState(models.TextChoices):
    """Where a request stands; the clock tells the first two apart."""

    OPEN = "open", pgettext_lazy("data request", "To be answered")
    OVERDUE = "overdue", pgettext_lazy("data request", "Overdue")
    ANSWERED = "answered", pgettext_lazy("data request", "Answered")


class RevokeReason(models.TextChoices):
    """Why a certificate is no longer valid; readers see it, so it names nobody."""

    WRONG_NAME = "wrong_name", _("Issued anew because the name was wrong")
    WRONG_DETAIL = "wrong_detail", _("Issued anew because a detail was wrong")
    NOT_PRESENT = "not_present", _("Whoever it was issued to did not attend")
    ISSUED_TWICE = "issued_twice", _("Issued twice")
    OTHER = "other", pgettext_lazy("certificate", "Issued by mistake")


#: A certificate revoked for these is followed by another.
REISSUED = (RevokeReason.WRONG_NAME, RevokeReason.WRONG_DETAIL)


class Usefulness(models.TextChoices):
    """Whether what was taught is of use at work."""

    AT_ONCE = "at_once", pgettext_lazy("survey", "Of use at once")
    MOSTLY = "mostly", pgettext_lazy("survey", "Most of it")
    LITTLE = "little", pgettext_lazy("survey", "A little")
    NO = "no", pgettext_lazy("survey", "No")


class RemarkState(models.TextChoices):
    """Whether what somebody wrote has been read, and may be shown."""

    UNREAD = "unread", pgettext_lazy("remark", "To be read")
    SHOWN = "shown", pgettext_lazy("remark", "Shown")
    HIDDEN = "hidden", pgettext_lazy("remark", "Left out")


class PaperKind(models.TextChoices):
    """Papers made from a Word file that the office may replace."""

    REPORT = "report", _("Report on a conference")
    INVITATION = "invitation", _("Letter of invitation")


class PrintedPaper(models.TextChoices):
    """What is printed for everybody of a conference, in one file."""

    CERTIFICATES = "certificates", _("Certificates")
    SIGN_IN = "sign_in", _("Sign-in list")
    BADGES = "badges", _("Badges")
    TABLE_SIGNS = "table_signs", _("Table signs")


class PrintProblem(models.TextChoices):
    """Why there is no file."""

    NO_PDF = "no_pdf", _("this machine cannot draw PDF files")
    FAILED = "failed", _("the drawing was ended again and again")
    NOBODY = "nobody", _("nobody is on it")
