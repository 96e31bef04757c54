"""The initiatives as one list to filter, and what to look at again."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from documents.initiatives.importing.screens import initiative_importer
from documents.models import Field, InitiativePage
from documents.models.initiative_enums import Lifecycle, ReachLevel
from portal.importing.views import ImportLinkMixin


class InitiativeFilterSet(WagtailFilterSet):
    """Field, reach, state of use, and those whose review is due."""

    field = django_filters.ModelChoiceFilter(
        queryset=Field.objects.all(), label=_("Field of work")
    )
    level = django_filters.ChoiceFilter(
        choices=ReachLevel.choices, label=_("Acknowledged reach")
    )
    lifecycle = django_filters.ChoiceFilter(
        choices=Lifecycle.choices, label=_("State of use")
    )
    due = django_filters.ChoiceFilter(
        choices=[("due", _("To be looked at again"))],
        method="by_review",
        label=_("Review"),
    )

    class Meta:
        model = InitiativePage
        fields: list[str] = []

    def by_review(self, pages, name: str, value: str):
        return pages.filter(review_on__lte=timezone.localdate())


class InitiativeListing(ImportLinkMixin, PageListingViewSet.index_view_class):
    importer = initiative_importer

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("field", "unit")


class InitiativeViewSet(PageListingViewSet):
    index_view_class = InitiativeListing
    model = InitiativePage
    icon = "pick"
    menu_label = _("Initiatives")
    menu_order = 215
    add_to_admin_menu = True
    filterset_class = InitiativeFilterSet
    columns = [
        *PageListingViewSet.columns[:2],
        Column("code", label=_("File code"), sort_key="code"),
        Column("field", label=_("Field of work")),
        Column("unit", label=_("Unit")),
        Column("review_on", label=_("Review"), sort_key="review_on"),
        *PageListingViewSet.columns[-1:],
    ]


initiative_viewset = InitiativeViewSet("initiatives")
