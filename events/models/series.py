"""A programme written once and held in several places."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    ObjectList,
    TabbedInterface,
)

from documents.models.citation_panel import CitationsPanel
from events.models.days import DatedPage, DatedPageQuerySet
from events.models.inheritance import ProgrammeRows
from events.models.page_forms import ProgrammeForm
from events.models.programme import Programme
from portal.models import PortalPage, PortalPageManager


class ConferenceSeriesPage(ProgrammeRows, Programme, DatedPage):
    """What its conferences have in common, and the list of them."""

    attendance_text = models.CharField(
        _("attendance in words"), max_length=120, blank=True
    )

    objects = PortalPageManager.from_queryset(DatedPageQuerySet)()

    base_form_class = ProgrammeForm
    parent_page_types = ["events.EventIndexPage"]
    subpage_types = ["events.EventPage"]
    template = "events/conference_series_page.html"
    schema_type = "EventSeries"

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *PortalPage.content_panels,
                    DatedPage.date_panel,
                    FieldPanel("attendance_text"),
                    Programme.audience_panel,
                    Programme.purpose_panel,
                    FieldPanel("cover"),
                    FieldPanel("body"),
                    CitationsPanel(),
                    Programme.contact_panel,
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    HelpPanel(
                        _(
                            "Written once: every conference of the series shows it, "
                            "unless it has an entry of its own of the same kind."
                        )
                    ),
                    *Programme.programme_panels,
                ],
                heading=_("Programme"),
            ),
            ObjectList([Programme.questions_panel], heading=_("Registration")),
            ObjectList(PortalPage.promote_panels, heading=_("Promote")),
            ObjectList(PortalPage.settings_panels, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("conference series")
        verbose_name_plural = _("conference series")
