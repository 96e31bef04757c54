"""Guides: what to do, step by step, and what each step rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal.blocks import ParagraphBlock
from portal.fields import StreamField
from portal.models import PortalPage
from portal.text import plain_text


class BasisBlock(blocks.StructBlock):
    unread = ("provision",)

    regulation = blocks.PageChooserBlock(
        label=_("Regulation"), page_type="documents.RegulationPage"
    )
    provision = blocks.CharBlock(
        label=_("Provision"),
        required=False,
        max_length=120,
        help_text=_(
            "Its place in the address of the act: dieu-5-khoan-2. Empty: all of it."
        ),
    )


class StepBlock(blocks.StructBlock):
    """In the order in which a reader needs it; what is empty is left out."""

    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    who = blocks.CharBlock(label=_("Who does it"), required=False, max_length=80)
    by_when = blocks.CharBlock(
        label=_("By when"),
        required=False,
        max_length=120,
        help_text=_("Only what the act itself says."),
    )
    text = ParagraphBlock(label=_("How"), required=False)
    otherwise = blocks.TextBlock(label=_("Another way"), required=False, max_length=400)
    forms = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Form"), page_type="guides.FormPage"),
        label=_("Forms to fill in"),
        default=[],
    )
    basis = blocks.ListBlock(
        BasisBlock(label=_("Provision")), label=_("What it rests on"), default=[]
    )
    ask = blocks.TextBlock(label=_("Whom to ask"), required=False, max_length=300)

    class Meta:
        icon = "list-ol"
        label = _("Step")


class GuideIndexPage(PortalPage):
    """All guides."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["guides.GuidePage"]
    template = "guides/guide_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("list of guides")

    def guides(self):
        return GuidePage.objects.child_of(self).for_listing("audience")


class GuidePage(PortalPage):
    """One errand from its beginning to its end."""

    audience = models.CharField(
        _("whom it is for"), max_length=200, blank=True, default=""
    )
    duration = models.CharField(
        _("how long it takes"),
        max_length=40,
        blank=True,
        default="",
        help_text=_("A few words: 30 days. Empty where no act says so."),
    )
    duration_note = models.CharField(
        _("counted from"), max_length=80, blank=True, default=""
    )
    cost = models.CharField(
        _("what it costs"),
        max_length=40,
        blank=True,
        default="",
        help_text=_("Empty where no act says so."),
    )
    steps = StreamField(
        [("step", StepBlock())],
        verbose_name=_("steps"),
        blank=True,
        min_num=1,
        max_num=20,
    )
    contact = models.TextField(_("whom to ask"), blank=True, default="", max_length=400)
    reviewed_on = models.DateField(_("read again on"), null=True, blank=True)

    parent_page_types = ["guides.GuideIndexPage"]
    subpage_types: list[str] = []
    template = "guides/guide_page.html"
    schema_type = "HowTo"

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("audience"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("duration"), FieldPanel("duration_note")]),
                FieldRowPanel([FieldPanel("cost"), FieldPanel("reviewed_on")]),
            ],
            heading=_("At a glance"),
        ),
        FieldPanel("steps"),
        FieldPanel("contact"),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def search_text(self) -> str:
        return "\n".join(filter(None, (self.audience, plain_text(self.steps))))
