"""The library in the admin: one flat list of acts."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from documents.acts.views.gaps import without_text
from documents.enums import Confidence
from documents.importing.screens import regulation_importer
from documents.models import (
    DocumentType,
    Issuer,
    RegulationFile,
    RegulationPage,
)
from documents.models.dependants import ended_parents
from documents.models.wording import STATUS_CHOICES
from portal.importing.views import ImportLinkMixin, importer_urls


class RegulationFilterSet(WagtailFilterSet):
    """Type, issuer, year, status today, how sure the days are."""

    type = django_filters.ModelChoiceFilter(
        queryset=DocumentType.objects.all(), label=gettext_lazy("Type of act")
    )
    issuer = django_filters.ModelChoiceFilter(
        queryset=Issuer.objects.all(),
        method="by_issuer",
        label=gettext_lazy("Issuing body"),
    )
    year = django_filters.NumberFilter(label=gettext_lazy("Year of issue"))
    status_code = django_filters.ChoiceFilter(
        choices=[*STATUS_CHOICES, ("unknown", gettext_lazy("Under review"))],
        label=gettext_lazy("Status today"),
    )
    confidence = django_filters.ChoiceFilter(
        choices=Confidence.choices, label=gettext_lazy("How sure the days are")
    )
    full_text = django_filters.ChoiceFilter(
        choices=[
            ("missing", gettext_lazy("None yet")),
            ("scan", gettext_lazy("None yet, and a scan without a text layer")),
            ("present", gettext_lazy("Entered")),
        ],
        method="by_text",
        label=gettext_lazy("Full text"),
    )
    to_decide = django_filters.ChoiceFilter(
        choices=[("parent_ended", gettext_lazy("The act it rests on has ended"))],
        method="by_ended_parent",
        label=gettext_lazy("To decide"),
    )

    class Meta:
        model = RegulationPage
        fields = []

    def by_issuer(self, acts, name: str, value: Issuer):
        return acts.issued_by([value.pk])

    def by_text(self, acts, name: str, value: str):
        if value == "present":
            return acts.exclude(text="")
        acts = without_text(acts)
        if value == "scan":
            scans = RegulationFile.objects.filter(
                document__reading__has_text_layer=False
            )
            return acts.filter(pk__in=scans.values("regulation"))
        return acts

    def by_ended_parent(self, acts, name: str, value: str):
        found = ended_parents(RegulationPage.objects.all(), timezone.localdate())
        return acts.filter(pk__in={case.act.pk for case in found})


class StatusColumn(Column):
    """Today's status in words."""

    def get_value(self, instance) -> str:
        return str(instance.status.label)


class RegulationListing(ImportLinkMixin, PageListingViewSet.index_view_class):
    """The list with today's status, in as many queries however long it is."""

    importer = regulation_importer

    def get_base_queryset(self):
        acts = super().get_base_queryset()
        return acts.with_status(timezone.localdate()).select_related("type", "issuer")


class RegulationViewSet(PageListingViewSet):
    index_view_class = RegulationListing
    model = RegulationPage
    icon = "doc-full"
    menu_label = gettext_lazy("Regulations")
    menu_order = 210
    add_to_admin_menu = True
    filterset_class = RegulationFilterSet
    columns = [
        *PageListingViewSet.columns[:1],
        Column("symbol", label=gettext_lazy("Number and symbol"), sort_key="symbol"),
        *PageListingViewSet.columns[1:2],
        Column("type", label=gettext_lazy("Type of act")),
        Column("signed_on", label=gettext_lazy("Signed on"), sort_key="signed_on"),
        StatusColumn("status_today", label=gettext_lazy("Status today")),
        *PageListingViewSet.columns[-1:],
    ]


regulation_viewset = RegulationViewSet("regulations")


@hooks.register("register_admin_viewset")
def regulation_listing() -> RegulationViewSet:
    return regulation_viewset


@hooks.register("register_admin_urls")
def import_urls() -> list:
    return importer_urls(regulation_importer, "van-ban/nhap-bang/")
