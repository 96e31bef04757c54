"""The public list of questions, one answer, and the contact page."""

from datetime import date

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from documents.models.citation_panel import CitationsPanel
from portal.blocks import BodyBlock
from portal.fields import StreamField
from portal.guard.responses import private
from portal.models import PortalPage, PortalPageManager, PortalPageQuerySet
from portal.text import plain_text
from questions.models.topics import QuestionTopic


class AnswerPageQuerySet(PortalPageQuerySet):
    def for_listing(self, *fields: str, covers: str = ""):
        names = ("topic__title", "topic__slug", "answered_on", "is_often_asked")
        return super().for_listing(*names, *fields, covers=covers)

    def for_reading(self):
        return super().for_reading().select_related("topic")

    def newest(self):
        return self.order_by("-answered_on", "-pk")


class QuestionIndexPage(PortalPage):
    """All answers, by topic."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["questions.AnswerPage"]
    template = "questions/question_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("questions and answers")

    def answers(self):
        return AnswerPage.objects.child_of(self).for_listing().newest()


class AnswerPage(PortalPage):
    """A question in its asker's words, without the asker, and the office's answer.

    The title is the question, the lead the short answer.
    """

    topic = models.ForeignKey(
        QuestionTopic,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("topic"),
    )
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), default=timezone.localdate)
    reviewed_on = models.DateField(
        _("read again on"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which somebody made sure that the answer still holds. After a "
            "cited act has changed, readers are warned until this day is later."
        ),
    )
    answered_by = models.CharField(
        _("answered by"),
        max_length=200,
        blank=True,
        help_text=_("The division or unit, as readers see it."),
    )
    is_often_asked = models.BooleanField(
        _("often asked"),
        default=False,
        help_text=_("Stands at the head of the list; three at most are shown there."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("answer"), blank=True)

    parent_page_types = ["questions.QuestionIndexPage"]
    subpage_types: list[str] = []
    template = "questions/answer_page.html"
    schema_type = "QAPage"

    objects = PortalPageManager.from_queryset(AnswerPageQuerySet)()

    content_panels = [
        FieldPanel(
            "title",
            heading=_("Question"),
            help_text=_("The asker's own words, cut if need be; no name, no number."),
        ),
        FieldPanel(
            "summary",
            heading=_("Short answer"),
            help_text=_("At most 40 words; what most people need."),
        ),
        FieldPanel("body"),
        CitationsPanel(),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("topic"), FieldPanel("answered_by")]),
                FieldRowPanel([FieldPanel("asked_on"), FieldPanel("answered_on")]),
                FieldRowPanel(
                    [FieldPanel("reviewed_on"), FieldPanel("is_often_asked")]
                ),
            ],
            heading=_("Publication"),
        ),
    ]
    search_fields = [*PortalPage.search_fields, index.FilterField("answered_on")]

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    @property
    def listed_on(self) -> date:
        return self.answered_on

    @property
    def sure_on(self) -> date:
        """The last day on which somebody knew that it holds."""
        return max(filter(None, (self.reviewed_on, self.answered_on)))

    def search_text(self) -> str:
        return plain_text(self.body)


class ContactPage(PortalPage):
    """How to reach the office, and the form for a question."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "questions/ask.html"
    schema_type = "ContactPage"
    # Two readers who share a form's key would share one receipt.
    cache_seconds = 0

    content_panels = [*PortalPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("contact page")

    def search_text(self) -> str:
        return plain_text(self.body)

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().serve(request, *args, **kwargs)
        # A form has its reader's own mark: no shared cache keeps it.
        response.headers.pop("Cache-Control", None)
        return private(response)
