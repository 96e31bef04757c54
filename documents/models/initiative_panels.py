"""The editor's form of an initiative, in the order of a description of one."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)

from documents.models.citation_panel import CitationsPanel
from portal.models import PortalPage


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


INITIATIVE_PANELS = [
    *PortalPage.content_panels,
    MultiFieldPanel(
        [
            _row("code", "field"),
            FieldPanel("kinds"),
            _row("unit", "locality"),
            _row("first_applied_on", "lifecycle"),
            FieldPanel("review_on"),
        ],
        heading=_("What and where"),
    ),
    FieldPanel("cover"),
    MultiFieldPanel(
        [FieldPanel("problem"), FieldPanel("before"), FieldPanel("solution")],
        heading=_("Problem and solution"),
    ),
    InlinePanel("steps", heading=_("Step by step"), label=_("Step")),
    MultiFieldPanel(
        [
            FieldPanel("novelty"),
            FieldPanel("conditions"),
            FieldPanel("applicability"),
            FieldPanel("limits"),
            _row("cost", "cost_note"),
            FieldPanel("effort"),
        ],
        heading=_("To apply it elsewhere"),
    ),
    InlinePanel("benefits", heading=_("Proof"), label=_("Benefit")),
    InlinePanel("kit", heading=_("Kit to copy"), label=_("File")),
    InlinePanel(
        "recognitions",
        heading=_("Recognised by"),
        label=_(
            "Recognition",
        ),
    ),
    InlinePanel(
        "assessments", heading=_("Reach assessed"), label=_("Assessment of reach")
    ),
    InlinePanel("legal_basis", heading=_("Legal basis"), label=_("Provision")),
    FieldPanel("body"),
    CitationsPanel(),
]
