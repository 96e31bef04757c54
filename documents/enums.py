"""Closed lists of the library, with the words readers see.

Those the rules of law know are in `documents.law.effects`, their words in
`documents.models.wording`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The kinds under which search keeps the room's pages; they stand in addresses.
ACTS, INITIATIVES = "van-ban", "sang-kien"


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


class ReportState(models.TextChoices):
    """Whether somebody still has to look into a reported mistake."""

    OPEN = "open", pgettext_lazy("report", "Open")
    CLOSED = "closed", pgettext_lazy("report", "Closed")


class AlertPhase(models.TextChoices):
    """Why a change is told: it is new to the library, still to come, or begins."""

    NEW = "new", _("New in the library")
    AHEAD = "ahead", _("To come")
    BEGINS = "begins", _("Counts from now on")
