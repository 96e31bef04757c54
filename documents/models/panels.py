"""The editor's form of an act, grouped as a clerk fills it in."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)

from documents.models.citation_panel import CitationsPanel
from documents.models.file_panel import FilesPanel, FullTextPanel
from documents.models.proposal_panel import ProposalsPanel
from documents.models.review_panel import ReviewPanel


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


REGULATION_PANELS = [
    ReviewPanel(heading=_("To decide")),
    MultiFieldPanel(
        [
            _row("symbol", "symbol_as_printed"),
            _row("type", "issuer"),
            # The address comes from the number, so the title feeds no slug.
            FieldPanel(
                "title",
                help_text=_("Its subject. Kind and number stand before it already."),
            ),
            _row("signed_on", "published_on"),
            _row("is_normative", "short_name"),
            _row("signer", "signer_title"),
            InlinePanel(
                "joint_issuers",
                heading=_("Issued together with"),
                label=_("Issuer"),
                help_text=_(
                    "Of a joint act the other issuers, in the order of its number, "
                    "each with its own signer."
                ),
            ),
            _row("gazette_number", "gazette_on"),
        ],
        heading=_("Number and issue"),
    ),
    MultiFieldPanel(
        [
            _row("effective_from", "expires_on"),
            FieldPanel("effective_quote"),
            FieldPanel("expires_quote"),
            FieldRowPanel(
                [
                    FieldPanel("confidence"),
                    FieldPanel(
                        "checked_on",
                        help_text=_(
                            "Left empty, readers see “not compared with the original”."
                        ),
                    ),
                ]
            ),
            _row("override_status", "override_source"),
        ],
        heading=_("When it applies"),
    ),
    MultiFieldPanel(
        [FieldPanel("summary"), _row("summary_checked_on")],
        heading=_("In plain words"),
    ),
    MultiFieldPanel(
        [FieldPanel("fields"), FieldPanel("audiences"), FieldPanel("source_url")],
        heading=_("Where it belongs"),
        classname="collapsed",
    ),
    ProposalsPanel(heading=_("Effects its text proposes")),
    InlinePanel("effects", heading=_("What it does to other acts"), label=_("Effect")),
    FilesPanel("files", heading=_("Files"), label=_("File")),
    MultiFieldPanel(
        [FieldPanel("attached_label"), FullTextPanel(), FieldPanel("text")],
        heading=_("Full text"),
    ),
    FieldPanel("body"),
    CitationsPanel(),
]
