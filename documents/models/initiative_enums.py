"""Closed lists of the showcase, with the words readers see."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """The four kinds of solution that the law calls an initiative."""

    TECHNICAL = "technical", _("Technical solution")
    MANAGEMENT = "management", _("Managerial solution")
    OPERATION = "operation", _("Operational solution")
    APPLICATION = "application", _("Application of technical progress")


class ReachLevel(models.TextChoices):
    """How far its reach has been acknowledged; the order is from near to far."""

    BASE = "base", _("Recognised by the establishment")
    PROVINCE = "province", _("Reach of a province or ministry")
    NATION = "nation", _("Nationwide reach")

    @property
    def rank(self) -> int:
        return list(ReachLevel).index(self)

    @classmethod
    def highest(cls, *, is_recognised: bool, reaches: list[str]) -> str:
        """The farthest reach a decision names; empty while nobody recognised it."""
        levels = [cls(reach) for reach in reaches if reach]
        if is_recognised:
            levels.append(cls.BASE)
        return max(levels, key=lambda level: level.rank, default="")


class Reach(models.TextChoices):
    """What a council assesses; recognition by the establishment comes before it."""

    PROVINCE = ReachLevel.PROVINCE.value, _("Province or ministry")
    NATION = ReachLevel.NATION.value, _("Nationwide")


class Effort(models.TextChoices):
    """How long a unit needs from reading the page to having it at work."""

    HOURS = "hours", _("Within a day")
    DAYS = "days", _("Some days")
    WEEKS = "weeks", _("Some weeks")
    MONTHS = "months", _("Some months")
    YEAR = "year", _("A year or longer")


class BenefitKind(models.TextChoices):
    TIME = "time", pgettext_lazy("benefit", "Time saved")
    MONEY = "money", pgettext_lazy("benefit", "Money saved or earned")
    QUALITY = "quality", pgettext_lazy("benefit", "Better result")
    SAFETY = "safety", pgettext_lazy("benefit", "Safer work")
    ENVIRONMENT = "environment", pgettext_lazy("benefit", "Cleaner surroundings")
    SOCIAL = "social", pgettext_lazy("benefit", "Good for the community")


class KitKind(models.TextChoices):
    TEMPLATE = "template", _("Template to fill in")
    CHECKLIST = "checklist", _("Checklist")
    GUIDE = "guide", _("Instructions")
    DRAWING = "drawing", _("Drawing")
    OTHER = "other", pgettext_lazy("kit", "Other file")


class Lifecycle(models.TextChoices):
    """Whether the unit that made it still works so."""

    IN_USE = "in_use", _("In use")
    IMPROVED = "improved", _("Replaced by a better version")
    STOPPED = "stopped", _("No longer in use")


class ReplicationStatus(models.TextChoices):
    """How far another unit has come; only `APPLIED` is ever counted."""

    INTERESTED = "interested", _("Wants to apply it")
    TRIAL = "trial", _("Is trying it")
    APPLIED = "applied", _("Has applied it")
    STOPPED = "stopped", _("Stopped applying it")


class Review(models.TextChoices):
    """What the organiser made of something a reader sent in."""

    PENDING = "pending", pgettext_lazy("review", "To be looked at")
    ASKED = "asked", pgettext_lazy("review", "Asked back")
    CONFIRMED = "confirmed", pgettext_lazy("review", "Confirmed by the organiser")
    REJECTED = "rejected", pgettext_lazy("review", "Turned down")


class NeedState(models.TextChoices):
    """A need is public from its approval until it is met or closed."""

    PENDING = "pending", pgettext_lazy("need", "To be approved")
    OPEN = "open", pgettext_lazy("need", "Looking for a solution")
    MET = "met", pgettext_lazy("need", "A solution was found")
    CLOSED = "closed", pgettext_lazy("need", "Closed")
    REJECTED = "rejected", pgettext_lazy("need", "Turned down")


class SubmissionState(models.TextChoices):
    """A proposal is its sender's until sent, then the moderators'."""

    WRITING = "writing", pgettext_lazy("submission", "Being written")
    SENT = "sent", pgettext_lazy("submission", "Sent")
    PUBLISHED = "taken", pgettext_lazy("submission", "In the showcase")
    REFUSED = "refused", pgettext_lazy("submission", "Turned down")
