"""An act of the library: the facts somebody has seen in print, and its text."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from documents.enums import Confidence
from documents.law.effects import Regulation, status
from documents.law.gazette import is_too_early as gazette_is_too_early
from documents.models.effects import RegulationEffect
from documents.models.forms import RegulationPageForm
from documents.models.identity import check_identity, read_symbol, settle_slug
from documents.models.issuers import issuers_of, joined_names, joint_keys
from documents.models.panels import REGULATION_PANELS
from documents.models.querysets import RegulationPageQuerySet
from documents.models.status import ShownStatus, shown_status, to_regulation
from documents.models.taxonomy import DocumentType, Field, Issuer
from documents.models.wording import GAZETTE_TOO_EARLY, STATUS_CHOICES
from portal.blocks import BodyBlock
from portal.fields import StreamField
from portal.models import PortalPage, PortalPageManager
from portal.page_tree.public_queries import public_rows
from portal.text import plain_text
from portal.vietnamese import fold


def _reaching(act: int) -> models.QuerySet:
    return RegulationEffect.objects.published().with_source().filter(target_id=act)


class RegulationPage(PortalPage):
    """Status, reasons and "cited by" are computed from the facts, never edited."""

    symbol = models.CharField(
        _("number and symbol"),
        max_length=60,
        db_index=True,
        help_text=_("As printed on the act: 36/2018/QĐ-UBND."),
    )
    symbol_folded = models.CharField(
        max_length=60, db_index=True, editable=False, default=""
    )
    symbol_as_printed = models.CharField(
        _("number as printed"),
        max_length=80,
        blank=True,
        help_text=_("Only where the printed act writes it in another way."),
    )
    number = models.PositiveIntegerField(null=True, editable=False, db_index=True)
    year = models.PositiveIntegerField(null=True, editable=False, db_index=True)
    type = models.ForeignKey(
        DocumentType,
        models.PROTECT,
        related_name="regulations",
        verbose_name=_("document type"),
    )
    issuer = models.ForeignKey(
        Issuer,
        models.PROTECT,
        related_name="regulations",
        verbose_name=_("issuer"),
        help_text=_("Of a joint act the one its number names first."),
    )
    # Kept from the rows of `joint_issuers`, for filters that count thousands of acts.
    joint_keys = models.CharField(
        max_length=200, blank=True, default="", editable=False
    )
    short_name = models.CharField(_("short name"), max_length=160, blank=True)
    summary_checked_on = models.DateField(
        _("summary checked on"), null=True, blank=True
    )
    is_normative = models.BooleanField(
        _("normative act"),
        default=True,
        help_text=_("No for guidance, plans, notices and letters."),
    )
    signed_on = models.DateField(_("date of signing"), null=True, blank=True)
    published_on = models.DateField(_("date of publication"), null=True, blank=True)
    effective_from = models.DateField(
        _("takes effect on"),
        null=True,
        blank=True,
        help_text=_("Leave empty unless the act itself or its publisher states it."),
    )
    effective_quote = models.TextField(
        _("clause that says so"),
        blank=True,
        help_text=_("Word for word, with the article: readers see it as the reason."),
    )
    expires_on = models.DateField(
        _("first day no longer in force"), null=True, blank=True
    )
    expires_quote = models.TextField(_("clause that ends it"), blank=True)
    confidence = models.CharField(
        _("how sure the days are"),
        max_length=10,
        choices=Confidence,
        default=Confidence.UNKNOWN,
        help_text=_("Until verified, readers see “under review”."),
    )
    checked_on = models.DateField(
        _("compared with the original on"), null=True, blank=True
    )
    override_status = models.CharField(
        _("status quoted from elsewhere"),
        max_length=20,
        choices=STATUS_CHOICES,
        blank=True,
        default="",
        help_text=_("Stands instead of the computed one; needs its source."),
    )
    override_source = models.TextField(_("source of that status"), blank=True)
    signer = models.CharField(_("signed by"), max_length=120, blank=True)
    signer_title = models.CharField(
        _("position of the signer"), max_length=160, blank=True
    )
    gazette_number = models.CharField(
        _("number of the gazette"),
        max_length=60,
        blank=True,
        help_text=_("Of the issue of Công báo that printed the act: 15 + 16."),
    )
    gazette_on = models.DateField(_("date of the gazette"), null=True, blank=True)
    fields = ParentalManyToManyField(
        Field, blank=True, related_name="regulations", verbose_name=_("fields of work")
    )
    audiences = models.TextField(
        _("who it concerns"), blank=True, help_text=_("One group a line.")
    )
    source_url = models.URLField(
        _("address of the original"), max_length=500, blank=True
    )
    text = models.TextField(
        _("full text"),
        blank=True,
        help_text=_(
            "Plain text as signed, without later changes: those are entered as "
            "effects of the acts that make them."
        ),
    )
    attached_label = models.CharField(
        _("attached text"),
        max_length=80,
        blank=True,
        help_text=_("What the act promulgates: Quy định, Quy chế, Điều lệ."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("notes for readers"), blank=True)
    folded = models.TextField(editable=False, default="")

    objects = PortalPageManager.from_queryset(RegulationPageQuerySet)()

    parent_page_types = ["documents.RegulationIndexPage"]
    subpage_types: list[str] = []
    template = "documents/regulation_page.html"
    schema_type = "Legislation"

    base_form_class = RegulationPageForm
    content_panels = REGULATION_PANELS
    search_fields = [
        *PortalPage.search_fields,
        index.AutocompleteField("symbol"),
        index.FilterField("type_id"),
        index.FilterField("issuer_id"),
        index.FilterField("year"),
        index.FilterField("confidence"),
    ]

    class Meta:
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")
        constraints = [
            models.CheckConstraint(
                condition=Q(override_status="") | ~Q(override_source=""),
                name="documents_override_has_source",
                violation_error_message=_("A status from elsewhere needs its source."),
            )
        ]

    def folded_names(self) -> str:
        return fold(f"{self.symbol} {self.title}")

    def full_clean(self, *args, **kwargs) -> None:
        read_symbol(self)
        settle_slug(self)
        self.joint_keys = joint_keys(self)
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        check_identity(self)
        if gazette_is_too_early(self.gazette_on, self.signed_on):
            raise ValidationError({"gazette_on": GAZETTE_TOO_EARLY})

    @property
    def issuers(self) -> list[Issuer]:
        return issuers_of(self)

    @property
    def issuer_names(self) -> str:
        return joined_names(self.issuers)

    @property
    def status(self) -> ShownStatus:
        """Today's status: from the listing's query, else computed."""
        code = self.__dict__.get("status_code")
        return shown_status(code or status(self.rules(), timezone.localdate()).status)

    def rules(self) -> Regulation:
        """The act with the effects reaching it, as the rules take them."""
        return to_regulation(self, self.reaching_effects())

    def reaching_effects(self) -> list:
        """Rows of effects on this act from published acts; prefetched or fetched.

        Of a page that a request led to they are fetched once.
        """
        prefetched = getattr(self, "_prefetched_objects_cache", {})
        if "effects_in" in prefetched:
            return list(self.effects_in.all())
        if "_rows_reaching" in self.__dict__:
            return self.__dict__["_rows_reaching"]
        rows = public_rows(_reaching, self.pk) if self.pk else []
        if hasattr(self, "chain"):
            self.__dict__["_rows_reaching"] = rows
        return rows

    @property
    def listed_on(self) -> date | None:
        return self.signed_on

    def get_admin_display_title(self) -> str:
        """Type, number, day and title: what tells acts apart in a chooser."""
        if not self.symbol:
            return super().get_admin_display_title()
        # A chooser's query brings the name along.
        type_name = self.__dict__.get("type_name") or self.type.name
        facts = [f"{type_name} {self.symbol}"]
        if self.signed_on:
            facts.append(date_format(self.signed_on, "SHORT_DATE_FORMAT"))
        return f"{' · '.join(facts)} · {super().get_admin_display_title()}"

    def search_text(self) -> str:
        return f"{self.symbol}\n{plain_text(self.body)}\n{self.text}"
