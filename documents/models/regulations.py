"""The library of regulations: the index, an act, what acts say of each other."""

from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.contrib.routable_page.models import path
from wagtail.models import Orderable
from wagtail.search import index

from documents.enums import PASSIVE, RelationKind
from documents.models.taxonomy import DocumentType, Issuer
from portal import jsonld, vietnamese
from portal.blocks import BodyBlock
from portal.feeds import listing_feed
from portal.fields import StreamField
from portal.listings import page_of
from portal.models import PortalPage, PortalPageManager, PortalPageQuerySet
from portal.text import plain_text

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class ShownStatus:
    """An effect status as readers see it: `css` picks the chip's shape."""

    code: str
    label: str
    css: str


# Until an act's dates are checked against the original, this is the whole truth.
UNDER_REVIEW = ShownStatus("unknown", _("Under review"), "chk")


@dataclass(frozen=True, slots=True)
class ShownRelation:
    """One line of "relations": the verb, the other act, which way it reads."""

    verb: str
    regulation: "RegulationPage"
    outgoing: bool


class RegulationPageQuerySet(PortalPageQuerySet):
    def for_listing(self):
        return super().for_listing("symbol", "signed_on", "type__name", "issuer__name")

    def for_reading(self):
        return super().for_reading().select_related("type", "issuer")

    def newest(self):
        return self.order_by("-signed_on", "-pk")

    def matching(self, query: str):
        """Acts whose number or title holds every word, accents ignored."""
        found = self
        for word in vietnamese.fold(query).split():
            found = found.filter(folded__contains=word)
        return found


class RegulationIndexPage(PortalPage):
    """All acts, newest first."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["documents.RegulationPage"]
    template = "documents/regulation_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("regulation library")

    def regulations(self):
        return RegulationPage.objects.child_of(self).for_listing().newest()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        query = request.GET.get("q", "").replace("\0", "")[:200].strip()
        found = self.regulations().matching(query)
        page = page_of(found, request.GET.get("trang"), per_page=PER_PAGE)
        return context | {
            "regulations": page,
            "result_count": page.paginator.count,
            "query": query,
            "feed_url": f"{self.get_url(request)}rss/",
        }

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        return listing_feed(self, self.regulations()[:30], request)


class RegulationPage(PortalPage):
    """An act, with only those facts that somebody has seen in print."""

    symbol = models.CharField(
        _("number and symbol"),
        max_length=60,
        db_index=True,
        help_text=_("As printed on the act: 36/2018/QĐ-UBND."),
    )
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
    )
    signed_on = models.DateField(_("date of signing"), null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("notes for readers"), blank=True)
    folded = models.TextField(editable=False, default="")

    objects = PortalPageManager.from_queryset(RegulationPageQuerySet)()

    parent_page_types = ["documents.RegulationIndexPage"]
    subpage_types: list[str] = []
    template = "documents/regulation_page.html"
    schema_type = "Legislation"

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("symbol"), FieldPanel("signed_on")]),
                FieldRowPanel([FieldPanel("type"), FieldPanel("issuer")]),
            ],
            heading=_("Facts"),
        ),
        InlinePanel("relations_out", heading=_("Relations"), label=_("Relation")),
        FieldPanel("body"),
    ]
    search_fields = [*PortalPage.search_fields, index.AutocompleteField("symbol")]

    class Meta:
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")

    def full_clean(self, *args, **kwargs) -> None:
        self.symbol = vietnamese.nfc(self.symbol).strip()
        super().full_clean(*args, **kwargs)
        self.folded = vietnamese.fold(f"{self.symbol} {self.title}")

    @property
    def status(self) -> ShownStatus:
        return UNDER_REVIEW

    @property
    def listed_on(self):
        return self.signed_on

    def search_text(self) -> str:
        return f"{self.symbol}\n{plain_text(self.body)}"

    def shown_relations(self) -> list[ShownRelation]:
        """Both directions: what this act does to others, then what they do to it."""
        live = RegulationPage.objects.live().public()
        outgoing = self.relations_out.filter(target__in=live)
        incoming = self.relations_in.filter(source__in=live)
        nearby = ["type", "issuer"]
        return [
            *(
                ShownRelation(RelationKind(row.kind).label, row.target, outgoing=True)
                for row in outgoing.select_related(*(f"target__{n}" for n in nearby))
            ),
            *(
                ShownRelation(PASSIVE[row.kind], row.source, outgoing=False)
                for row in incoming.select_related(*(f"source__{n}" for n in nearby))
            ),
        ]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | {"status": self.status, "relations": self.shown_relations()}

    def structured_data(self, request: HttpRequest) -> dict:
        data = jsonld.web_page(self, request)
        data["legislationIdentifier"] = self.symbol
        data["legislationType"] = self.type.name
        data["legislationPassedBy"] = {
            "@type": "GovernmentOrganization",
            "name": self.issuer.name,
        }
        if self.signed_on:
            data["legislationDate"] = self.signed_on.isoformat()
        return data


class RegulationRelation(Orderable):
    """What one act says of another."""

    source = ParentalKey(
        RegulationPage, on_delete=models.CASCADE, related_name="relations_out"
    )
    kind = models.CharField(_("relation"), max_length=20, choices=RelationKind)
    target = models.ForeignKey(
        RegulationPage,
        models.PROTECT,
        related_name="relations_in",
        verbose_name=_("other act"),
    )

    panels = [FieldPanel("kind"), FieldPanel("target")]

    class Meta(Orderable.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "target"],
                name="documents_relation_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"
