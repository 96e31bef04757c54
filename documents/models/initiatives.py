"""One initiative of the showcase: what of it readers see.

Its authors and its confidential part are rows of `documents.models.private`: a page's
fields and children go into revisions, exports and the index, and those must not.
"""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.law.search_words import searchable
from documents.models.fields import KindsField
from documents.models.forms import InitiativePageForm
from documents.models.initiative_enums import Effort, Lifecycle, ReachLevel
from documents.models.initiative_panels import INITIATIVE_PANELS
from documents.models.taxonomy import Field
from portal.blocks import BodyBlock
from portal.fields import StreamField
from portal.models import (
    Locality,
    Organisation,
    PortalPage,
    PortalPageManager,
    PortalPageQuerySet,
)
from portal.text import plain_text


class InitiativePageQuerySet(PortalPageQuerySet):
    def for_listing(self, *fields: str, covers: str = "gallery"):
        """Rows show a picture, so its sizes come along; `covers=""` leaves them out."""
        own = ("code", "field__name", "field__slug", *fields)
        listed = super().for_listing(*own, covers=covers)
        return listed.order_by("-first_published_at", "-pk")

    def for_reading(self):
        return super().for_reading().select_related("field", "unit", "locality")


class InitiativePage(PortalPage):
    """A solution found at work: the problem, the way, the proof, what to copy."""

    code = models.CharField(
        _("file code"),
        max_length=40,
        unique=True,
        help_text=_("The number of its file; its cloth pattern is drawn from it."),
    )
    field = models.ForeignKey(
        Field,
        models.PROTECT,
        related_name="initiatives",
        verbose_name=_("field of work"),
    )
    kinds = KindsField(
        _("kinds of solution"), help_text=_("As recognised; several may be ticked.")
    )
    unit = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit where it was made"),
        help_text=_("Under the name the unit had then; its present name finds it too."),
    )
    locality = models.ForeignKey(
        Locality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("initiative", "place"),
        help_text=_("As it was called when the initiative was first applied."),
    )
    first_applied_on = models.DateField(_("first applied on"), null=True, blank=True)
    problem = models.TextField(_("problem"), max_length=1000)
    before = models.TextField(
        _("how it was done before"), max_length=1000, blank=True, default=""
    )
    solution = models.TextField(_("solution"), max_length=1000)
    novelty = models.TextField(
        _("what is new about it"), max_length=1000, blank=True, default=""
    )
    conditions = models.TextField(
        _("what is needed"),
        max_length=1000,
        blank=True,
        default="",
        help_text=_("People, rooms, devices, agreements."),
    )
    applicability = models.TextField(
        _("whom it suits"), max_length=1000, blank=True, default=""
    )
    limits = models.TextField(
        _("limits and lessons"),
        max_length=1000,
        blank=True,
        default="",
        help_text=_("Where it does not fit, what was tried and dropped."),
    )
    cost = models.BigIntegerField(
        _("cost of applying it, in VND"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("For one unit; 0 where nothing has to be bought."),
    )
    cost_note = models.CharField(
        _("what the money is for"), max_length=200, blank=True, default=""
    )
    effort = models.CharField(
        _("time to get it working"),
        max_length=10,
        choices=Effort,
        blank=True,
        default="",
    )
    lifecycle = models.CharField(
        _("state of use"), max_length=10, choices=Lifecycle, default=Lifecycle.IN_USE
    )
    review_on = models.DateField(
        _("look at it again on"),
        null=True,
        blank=True,
        help_text=_("Until then the facts of this page are taken to hold."),
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("more to read and see"),
        blank=True,
        help_text=_("Pictures with their alt text, tables, quotations."),
    )

    # What the listing filters by, derived whenever the page is checked.
    level = models.CharField(
        max_length=10, choices=ReachLevel, editable=False, default=""
    )
    year = models.PositiveIntegerField(null=True, editable=False)
    folded = models.TextField(editable=False, default="")

    objects = PortalPageManager.from_queryset(InitiativePageQuerySet)()

    parent_page_types = ["documents.InitiativeIndexPage"]
    subpage_types: list[str] = []
    template = "documents/initiative_page.html"
    schema_type = "HowTo"

    base_form_class = InitiativePageForm
    content_panels = INITIATIVE_PANELS

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cost=None) | models.Q(cost__gte=0),
                name="documents_initiative_cost_not_negative",
            )
        ]

    def full_clean(self, *args, **kwargs) -> None:
        self._derive()
        super().full_clean(*args, **kwargs)

    def _derive(self) -> None:
        """Bring level, year and searched words into line; saves nothing."""
        self.level = ReachLevel.highest(
            is_recognised=bool(self.recognitions.all()),
            reaches=[row.reach for row in self.assessments.all()],
        )
        first = self.first_applied_on
        self.year = first.year if hasattr(first, "year") else None
        self.folded = searchable(
            "\n".join([self.title, self.summary, self.search_text()])
        )

    def search_text(self) -> str:
        """Everything a reader sees in words; private rows are out of its reach."""
        steps = [f"{step.title}\n{step.text}" for step in self.steps.all()]
        words = (
            self.code,
            self.problem,
            self.before,
            self.solution,
            *steps,
            self.novelty,
            self.conditions,
            self.applicability,
            self.limits,
            *(row.what for row in self.benefits.all()),
            str(self.unit or ""),
            plain_text(self.body),
        )
        return "\n".join(filter(None, words))
