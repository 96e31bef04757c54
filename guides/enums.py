"""Closed lists of the room, with the words readers see."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The kinds under which search keeps the room's pages; they stand in addresses.
GUIDES, FORMS = "huong-dan", "bieu-mau"


class Purpose(models.TextChoices):
    """What a form is filled in for."""

    RECOGNITION = "recognition", _("To ask for recognition")
    DESCRIPTION = "description", _("To describe and to prove")
    COUNCIL = "council", _("For the council")
    CONFERENCE = "conference", _("To attend a conference")
    OTHER = "other", pgettext_lazy("form", "For something else")


class Source(models.TextChoices):
    """Where a form comes from."""

    OFFICE = "office", pgettext_lazy("form", "Kept by the office")
    ACT = "act", pgettext_lazy("form", "Appendix of a regulation")
    KIT = "kit", pgettext_lazy("form", "Kit of an initiative")


class FormState(models.TextChoices):
    """Whether a form may still be handed in."""

    USED = "dang-dung", pgettext_lazy("form", "In use")
    OLD = "mau-cu", pgettext_lazy("form", "Old form")
