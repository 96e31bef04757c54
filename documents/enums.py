"""Closed lists of the library, with the words readers see."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class IssuerLevel(models.TextChoices):
    CENTRAL = "central", _("Central")
    PARTY = "party", _("Party")
    LOCAL = "local", _("Local")
    DEPARTMENT = "department", _("Department")


class Confidence(models.TextChoices):
    """How well the days on which an act applies are known."""

    VERIFIED = "verified", _("Verified against the original")
    INFERRED = "inferred", _("Inferred from other sources")
    UNKNOWN = "unknown", _("Not known")


class FileRole(models.TextChoices):
    SIGNED = "signed", _("Signed original")
    SCAN = "scan", _("Scan")
    DOCX = "docx", _("Word file")
    APPENDIX = "appendix", _("Appendix")


class Recognition(models.TextChoices):
    """How far text recognition has come with a scan."""

    WAITING = "waiting", _("Text is being recognised")
    DONE = "done", _("Text recognised, to be checked")
    FAILED = "failed", _("Text could not be recognised")


class RelationKind(models.TextChoices):
    """What an act says of another, read from the act that says it."""

    AMENDS = "amends", _("Amends")
    SUPPLEMENTS = "supplements", _("Supplements")
    REPLACES = "replaces", _("Replaces")
    REPEALS = "repeals", _("Repeals")
    SUSPENDS = "suspends", _("Suspends")
    GUIDES = "guides", _("Guides")
    BASED_ON = "based_on", _("Is based on")
    REFERS_TO = "refers_to", _("Refers to")
    ANNOUNCES = "announces", _("Announces")


# The same relation read from the other end.
PASSIVE = {
    RelationKind.AMENDS: _("Is amended by"),
    RelationKind.SUPPLEMENTS: _("Is supplemented by"),
    RelationKind.REPLACES: _("Is replaced by"),
    RelationKind.REPEALS: _("Is repealed by"),
    RelationKind.SUSPENDS: _("Is suspended by"),
    RelationKind.GUIDES: _("Is guided by"),
    RelationKind.BASED_ON: _("Is the basis of"),
    RelationKind.REFERS_TO: _("Is referred to by"),
    RelationKind.ANNOUNCES: _("Is announced by"),
}


class ReviewChoice(models.TextChoices):
    """A proposal counts for nothing until an editor confirms it."""

    PROPOSED = "proposed", _("Proposed")
    CONFIRMED = "confirmed", pgettext_lazy("effect", "Confirmed")
    REJECTED = "rejected", _("Rejected by an editor")


class ScopeChoice(models.TextChoices):
    WHOLE = "whole", _("The whole act")
    PART = "part", _("Some of its provisions")


class StatusChoice(models.TextChoices):
    """What an editor may quote; the codes are those of `documents.law.effects`."""

    NOT_YET = "not_yet", _("Not yet in force")
    IN_FORCE = "in_force", _("In force")
    PARTLY_ENDED = "partly_ended", _("Partly no longer in force")
    ENDED = "ended", _("No longer in force")
    SUSPENDED = "suspended", _("Suspended")
    PARTLY_SUSPENDED = "partly_suspended", _("Partly suspended")
    APPLIED = "applied", _("Being applied")
    REPLACED = "replaced", _("Replaced")
    TIME_OVER = "time_over", _("Term ended")


class ReportState(models.TextChoices):
    """Whether somebody still has to look into a reported mistake."""

    OPEN = "open", pgettext_lazy("report", "Open")
    CLOSED = "closed", pgettext_lazy("report", "Closed")


class AlertPhase(models.TextChoices):
    """Why a change is told: it is new to the library, still to come, or begins."""

    NEW = "new", _("New in the library")
    AHEAD = "ahead", _("To come")
    BEGINS = "begins", _("Counts from now on")
