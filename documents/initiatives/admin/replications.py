"""Units that apply initiatives, in the admin: those to be decided on first."""

import django_filters
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

from documents.initiatives.admin.decisions import (
    ContactPanel,
    ContributionFilterSet,
    ContributionViewSet,
    DecisionForm,
)
from documents.initiatives.contributions import replication_requests
from documents.models.initiative_enums import ReplicationStatus, Review
from documents.models.replications import Replication, ReplicationContact
from documents.models.taxonomy import Field


class ReplicationFilterSet(ContributionFilterSet):
    """What still waits, how far it has come, and which field it is about."""

    contact = ReplicationContact

    review = django_filters.ChoiceFilter(
        choices=Review.choices, label=gettext_lazy("Decision")
    )
    status = django_filters.ChoiceFilter(
        choices=ReplicationStatus.choices, label=gettext_lazy("How far it has come")
    )
    field = django_filters.ModelChoiceFilter(
        queryset=Field.objects.all(),
        field_name="initiative__field",
        label=gettext_lazy("Field of work"),
    )

    class Meta:
        model = Replication
        fields = []


class ReplicationAdminForm(DecisionForm):
    contact = ReplicationContact
    asks = Review.ASKED

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.before = self.instance.review if self.instance.pk else ""

    def clean(self) -> dict:
        cleaned = super().clean()
        self.check_question(cleaned.get("review", ""), cleaned.get("words", ""))
        return cleaned

    def save(self, commit=True):
        row, words = self.instance, self.cleaned_data["words"]
        now = timezone.now()
        row.sent_at = row.sent_at or now
        if row.review == self.before and not words:
            return super().save(commit)
        self.has_queued_letter = replication_requests.decide(
            row, words=words, user=self.for_user, now=now
        )
        return row


class ReplicationIndex(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("initiative")


class ReplicationViewSet(ContributionViewSet):
    model = Replication
    icon = "group"
    menu_label = gettext_lazy("Applied elsewhere")
    menu_order = 212
    index_view_class = ReplicationIndex
    filterset_class = ReplicationFilterSet
    list_display = [
        "unit",
        Column("initiative", label=gettext_lazy("Initiative")),
        Column(
            "get_status_display",
            label=gettext_lazy("How far it has come"),
            sort_key="status",
        ),
        Column("get_review_display", label=gettext_lazy("Decision"), sort_key="review"),
        DateColumn(
            "sent_at", label=pgettext_lazy("report", "Sent"), sort_key="sent_at"
        ),
    ]
    search_fields = ["unit", "initiative__title", "initiative__code"]
    edit_handler = ObjectList(
        [
            FieldPanel("initiative"),
            MultiFieldPanel(
                [
                    FieldPanel("unit"),
                    FieldRowPanel([FieldPanel("organisation"), FieldPanel("locality")]),
                    FieldPanel("status"),
                    FieldRowPanel([FieldPanel("started_on"), FieldPanel("ended_on")]),
                    FieldPanel("adaptation"),
                    FieldPanel("result"),
                    FieldPanel("lesson"),
                ],
                heading=gettext_lazy("What readers see once it is confirmed"),
            ),
            ContactPanel(
                ReplicationContact, heading=gettext_lazy("Whom you can ask; not public")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("review"),
                    FieldPanel("words"),
                    FieldPanel("review_note"),
                ],
                heading=gettext_lazy("Decision"),
            ),
        ],
        base_form_class=ReplicationAdminForm,
    )


replications_viewset = ReplicationViewSet("ap-dung-sang-kien")


@hooks.register("register_admin_viewset")
def replications() -> ReplicationViewSet:
    return replications_viewset
