"""What the office has decided about questions; what it has not set is not shown."""

from datetime import time

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from questions.clock import Hours


@register_setting(icon="help")
class QuestionSettings(BaseSiteSetting):
    """The clock of answers, the office's hours, and who looks after questions."""

    days_to_answer = models.PositiveSmallIntegerField(
        _("working days until an answer"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Empty: readers are promised no day."),
    )
    days_kept = models.PositiveSmallIntegerField(
        _("days kept after the answer"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
        help_text=_(
            "Then question, name and contact are erased; a published answer stays."
        ),
    )
    person_in_charge = models.CharField(
        _("person in charge of questions"),
        max_length=200,
        blank=True,
        help_text=_("Name and division, as readers see it beside the telephone."),
    )
    map_url = models.URLField(_("map"), blank=True)
    morning_from = models.TimeField(
        _("open in the morning from"), null=True, blank=True
    )
    morning_to = models.TimeField(pgettext_lazy("hour", "to"), null=True, blank=True)
    afternoon_from = models.TimeField(
        _("open in the afternoon from"), null=True, blank=True
    )
    afternoon_to = models.TimeField(pgettext_lazy("hour", "to"), null=True, blank=True)
    is_sample = models.BooleanField(
        _("sample values"),
        default=False,
        help_text=_("Readers see the label “minh họa” beside them."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("days_to_answer"), FieldPanel("days_kept")]),
                FieldPanel("person_in_charge"),
            ],
            heading=_("Answers"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("morning_from"), FieldPanel("morning_to")]),
                FieldRowPanel(
                    [FieldPanel("afternoon_from"), FieldPanel("afternoon_to")]
                ),
                FieldPanel("map_url"),
            ],
            heading=_("Office hours"),
        ),
        MultiFieldPanel([FieldPanel("is_sample")], heading=_("Label")),
    ]

    class Meta:
        verbose_name = _("Questions and office hours")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def clean(self) -> None:
        super().clean()
        pairs = self._pairs()
        for name, (opens, closes) in pairs.items():
            if (opens is None) != (closes is None):
                raise ValidationError({f"{name}_to": _("Give both times, or neither.")})
            if opens and closes and opens >= closes:
                raise ValidationError({f"{name}_to": _("It ends before it begins.")})
        noon = pairs["morning"][1], pairs["afternoon"][0]
        if noon[0] and noon[1] and noon[0] > noon[1]:
            raise ValidationError({"afternoon_from": _("It begins before noon ends.")})

    def hours(self) -> Hours:
        """The spans that are set, in their order."""
        return Hours(
            tuple(
                (opens, closes)
                for opens, closes in self._pairs().values()
                if opens and closes
            )
        )

    def _pairs(self) -> dict[str, tuple[time | None, time | None]]:
        return {
            "morning": (self.morning_from, self.morning_to),
            "afternoon": (self.afternoon_from, self.afternoon_to),
        }
