"""Closed lists of the library, with the words readers see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IssuerLevel(models.TextChoices):
    CENTRAL = "central", _("Central")
    PARTY = "party", _("Party")
    LOCAL = "local", _("Local")
    DEPARTMENT = "department", _("Department")


class RelationKind(models.TextChoices):
    """What an act says of another, read from the act that says it."""

    AMENDS = "amends", _("Amends")
    REPLACES = "replaces", _("Replaces")
    REPEALS = "repeals", _("Repeals")
    GUIDES = "guides", _("Guides")
    BASED_ON = "based_on", _("Is based on")


# The same relation read from the other end.
PASSIVE = {
    RelationKind.AMENDS: _("Is amended by"),
    RelationKind.REPLACES: _("Is replaced by"),
    RelationKind.REPEALS: _("Is repealed by"),
    RelationKind.GUIDES: _("Is guided by"),
    RelationKind.BASED_ON: _("Is the basis of"),
}
