"""Closed lists of the questions, with the words people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Notify(models.TextChoices):
    """How whoever asked hears that there is an answer."""

    EMAIL = "email", _("By e-mail")
    PHONE = "phone", _("By telephone")
    NONE = "none", _("No need, I look it up by the code")


class QuestionState(models.TextChoices):
    """Worked out from the days on the question; never stored."""

    NEW = "new", pgettext_lazy("question", "New")
    HANDLED = "handled", pgettext_lazy("question", "Being handled")
    LATE = "late", pgettext_lazy("question", "Overdue")
    ANSWERED = "answered", pgettext_lazy("question", "Answered")
    WITHDRAWN = "withdrawn", pgettext_lazy("question", "Withdrawn")
    ERASED = "erased", pgettext_lazy("question", "Erased")


class QuestionSeen(models.TextChoices):
    """What an official looked at, or erased."""

    ONE = "one", _("A question with its asker")
    PERSON = "person", _("Questions of one person")
    EXPORT = "export", _("A copy of one person's questions")
    ERASED = "erased", _("Questions of one person, erased")
