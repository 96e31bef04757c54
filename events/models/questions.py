"""The questions an organiser adds to the registration form."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.forms.models import AbstractFormField

from portal.vietnamese import fold


class AnswerType(models.TextChoices):
    """What a question is answered with."""

    LINE = "singleline", _("One line of text")
    LINES = "multiline", _("Several lines of text")
    NUMBER = "number", _("Number")
    RADIO = "radio", _("One of several")
    DROPDOWN = "dropdown", _("One of many")
    CHECKBOXES = "checkboxes", _("Any of several")
    CHECKBOX = "checkbox", _("A box to tick")
    DATE = "date", _("Date")


WITH_CHOICES = frozenset({AnswerType.RADIO, AnswerType.DROPDOWN, AnswerType.CHECKBOXES})


class Question(AbstractFormField):
    """Something the registration form asks besides what it always asks."""

    field_type = models.CharField(
        _("kind of answer"), max_length=16, choices=AnswerType
    )

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("field_type"), FieldPanel("required")]),
        FieldPanel("choices"),
        FieldPanel("help_text"),
    ]

    class Meta(AbstractFormField.Meta):
        abstract = True
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        if self.field_type in WITH_CHOICES and len(self.choice_list) < 2:
            raise ValidationError({"choices": _("Write at least two choices.")})

    def get_field_clean_name(self) -> str:
        """The answers' key: from the words, read as Vietnamese ones."""
        return slugify(fold(self.label)).replace("-", "_") or "question"

    @property
    def choice_list(self) -> list[str]:
        """The answers to choose from, one a line or between commas, as written."""
        text = self.choices or ""
        parts = text.splitlines() if "\n" in text.strip() else text.split(",")
        return [part.strip() for part in parts if part.strip()]
