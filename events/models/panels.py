"""The editor's form of a conference, in the order an organiser fills it in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
)

from documents.models.citation_panel import CitationsPanel
from events.models.programme import Programme
from portal.models import PortalPage


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


_WHEN = MultiFieldPanel(
    [
        _row("starts_on", "ends_on"),
        _row("start_time", "end_time"),
        FieldPanel("date_text"),
    ],
    heading=_("Date"),
)
_WHERE = MultiFieldPanel(
    [
        _row("locality", "venue"),
        FieldPanel("address"),
        _row("coordinates", "map_url"),
        FieldPanel("directions", widget=forms.Textarea(attrs={"rows": 2})),
    ],
    heading=_("Place"),
)
_CIRCUMSTANCE = MultiFieldPanel(
    [FieldPanel("circumstance"), FieldPanel("circumstance_note")],
    heading=_("Going ahead, postponed, called off"),
)
_SEATS = MultiFieldPanel(
    [
        FieldPanel("registration_on"),
        _row("capacity", "agency_quota"),
        _row("opens_at", "closes_at"),
    ],
    heading=_("Seats and days"),
)
_RULES = MultiFieldPanel(
    [
        _row("individuals_on", "needs_approval"),
        _row("waiting_list_on", "offer_hours"),
        FieldPanel("retention_days"),
    ],
    heading=_("Who gets a seat"),
)


def event_tabs() -> list[ObjectList]:
    return [
        ObjectList(
            [
                *PortalPage.content_panels,
                _WHEN,
                _WHERE,
                _CIRCUMSTANCE,
                Programme.audience_panel,
                Programme.purpose_panel,
                FieldPanel("cover"),
                FieldPanel(
                    "body",
                    help_text=_("Once it is over: what came of it. Readers see it."),
                ),
                CitationsPanel(),
                Programme.contact_panel,
            ],
            heading=_("Content"),
        ),
        ObjectList(
            [
                HelpPanel(
                    _(
                        "Leave a list empty and the conference shows that of its "
                        "series. One entry of its own replaces the whole list."
                    )
                ),
                *Programme.programme_panels,
            ],
            heading=_("Programme"),
        ),
        ObjectList(
            [_SEATS, _RULES, Programme.questions_panel], heading=_("Registration")
        ),
        ObjectList(PortalPage.promote_panels, heading=_("Promote")),
        ObjectList(PortalPage.settings_panels, heading=_("Settings")),
    ]
