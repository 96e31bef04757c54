"""What a series or an event says besides its rows: for whom, and whom to ask."""

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)

from events.enums import Audience
from events.models.fields import AudiencesField


class Programme(models.Model):
    """For whom it is and whom to ask."""

    audiences = AudiencesField(
        _("for whom"), help_text=_("None ticked: for everybody concerned.")
    )
    purpose = models.TextField(
        _("purpose"),
        blank=True,
        max_length=1500,
        help_text=_(
            "One aim a line, as in the plan. The letter of invitation, the report and "
            "the drafted news say it; readers of this page do not see it."
        ),
    )
    contact_name = models.CharField(
        _("who answers questions"),
        max_length=200,
        blank=True,
        help_text=_("The office or its person in charge; readers see it."),
    )
    contact_phone = models.CharField(
        _("telephone of the office"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(r"^[0-9+().\s/-]+$", _("Write a telephone number."))
        ],
    )
    contact_email = models.EmailField(_("e-mail of the office"), blank=True)

    audience_panel = FieldPanel("audiences")
    purpose_panel = FieldPanel("purpose", widget=forms.Textarea(attrs={"rows": 3}))
    contact_panel = MultiFieldPanel(
        [
            FieldPanel("contact_name"),
            FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_email")]),
        ],
        heading=_("Contact"),
    )
    programme_panels = [
        InlinePanel("agenda", heading=_("Agenda"), label=_("Agenda item")),
        InlinePanel("speakers", heading=_("Speakers"), label=_("Speaker")),
        InlinePanel(
            "presented", heading=_("Regulations presented"), label=_("Regulation")
        ),
        InlinePanel(
            "initiatives", heading=_("Initiatives presented"), label=_("Initiative")
        ),
        InlinePanel(
            "organisers",
            heading=_("Organisers"),
            label=pgettext_lazy("agency", "Organiser"),
        ),
        InlinePanel("materials", heading=_("Materials"), label=_("Document")),
    ]
    questions_panel = InlinePanel(
        "questions",
        heading=_("Questions of your own"),
        label=_("Question"),
        help_text=_(
            "Name, phone and organisation are asked anyway. Ask for nothing that the "
            "conference can do without; never for identity numbers, dates of birth or "
            "home addresses."
        ),
    )

    class Meta:
        abstract = True

    @property
    def purposes(self) -> list[str]:
        """Its aims, one each."""
        return [
            aim for line in self.purpose.splitlines() if (aim := line.strip(" -–•"))
        ]

    @property
    def audience_labels(self) -> list[str]:
        """The groups it is for, in the order of the closed list."""
        chosen = set(self.audiences or ())
        return [str(a.label) for a in Audience if a.value in chosen]

    @property
    def has_contact(self) -> bool:
        return bool(self.contact_name or self.contact_phone or self.contact_email)
