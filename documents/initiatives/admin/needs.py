"""The board of needs in the admin: those to be approved first."""

import django_filters
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets import AdminAutoHeightTextInput

from documents.initiatives.admin.decisions import (
    ContactPanel,
    ContributionFilterSet,
    ContributionViewSet,
    DecisionForm,
)
from documents.initiatives.contributions import board
from documents.models.initiative_enums import NeedState
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.needs import Need, NeedContact
from documents.models.taxonomy import Field


class NeedFilterSet(ContributionFilterSet):
    contact = NeedContact

    state = django_filters.ChoiceFilter(
        choices=NeedState.choices, label=gettext_lazy("State")
    )
    field = django_filters.ModelChoiceFilter(
        queryset=Field.objects.all(), label=gettext_lazy("Field of work")
    )

    class Meta:
        model = Need
        fields = []


class NeedAdminForm(DecisionForm):
    contact = NeedContact

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.before = self.instance.state if self.instance.pk else ""

    def save(self, commit=True):
        need, words = self.instance, self.cleaned_data["words"]
        now = timezone.now()
        need.sent_at = need.sent_at or now
        if need.state == self.before and not words:
            return super().save(commit)
        self.has_queued_letter = board.decide(
            need, words=words, board_url=_board(), now=now
        )
        return need


def _board() -> str:
    """Where the needs stand; a letter adds the number of one."""
    index = InitiativeIndexPage.objects.live().first()
    return f"{index.full_url if index else settings.SITE_URL + '/'}nhu-cau/"


class NeedIndex(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("field")


class NeedViewSet(ContributionViewSet):
    model = Need
    icon = "help"
    menu_label = gettext_lazy("Board of needs")
    menu_order = 219
    index_view_class = NeedIndex
    filterset_class = NeedFilterSet
    list_display = [
        "title",
        Column("unit", label=gettext_lazy("Unit")),
        Column("field", label=gettext_lazy("Field of work")),
        Column("get_state_display", label=gettext_lazy("State"), sort_key="state"),
        DateColumn(
            "sent_at", label=pgettext_lazy("report", "Sent"), sort_key="sent_at"
        ),
    ]
    search_fields = ["title", "text", "unit"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("title"),
                    FieldPanel("text"),
                    FieldPanel("field"),
                    FieldPanel("unit"),
                    FieldRowPanel([FieldPanel("organisation"), FieldPanel("locality")]),
                    FieldPanel("is_sample"),
                ],
                heading=gettext_lazy("What readers see once it is approved"),
            ),
            FieldPanel("asked_as", widget=AdminAutoHeightTextInput(attrs={"rows": 4})),
            ContactPanel(
                NeedContact, heading=gettext_lazy("Whom you can ask; not public")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("state"),
                    FieldPanel("closes_on"),
                    FieldPanel("met_by"),
                    FieldPanel("words"),
                    FieldPanel("answer"),
                ],
                heading=gettext_lazy("Decision"),
            ),
        ],
        base_form_class=NeedAdminForm,
    )


needs_viewset = NeedViewSet("nhu-cau")


@hooks.register("register_admin_viewset")
def needs() -> NeedViewSet:
    return needs_viewset
