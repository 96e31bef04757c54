"""Proposals in the admin: who sent them, their draft, their files, turning one down."""

import django_filters
from django import forms
from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from documents.acts.admin.reports import ReportPolicy
from documents.initiatives.admin.submission_files import urlpatterns
from documents.initiatives.submissions import decisions, drafts, moderation
from documents.models.initiative_enums import SubmissionState
from documents.models.submissions import InitiativeSubmission
from portal.vietnamese.dates import short_date

_NOT_TURNED_DOWN = gettext_lazy(
    "Only one that was sent and not decided on is turned down."
)


class SubmissionFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        choices=SubmissionState.choices, label=gettext_lazy("State")
    )

    class Meta:
        model = InitiativeSubmission
        fields = []


class SubmissionForm(WagtailAdminModelForm):
    """Turn it down with a reason, or only note something; the draft says the rest."""

    is_refused = forms.BooleanField(
        label=gettext_lazy("Turn it down"),
        help_text=gettext_lazy(
            "The draft page is deleted with all that is private in it, and the sender "
            "is told why. To take it up, publish the draft."
        ),
        required=False,
    )
    words = forms.CharField(
        label=gettext_lazy("Reason for the sender"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    has_refused = False

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("is_refused"):
            if self.instance.state != SubmissionState.SENT:
                self.add_error("is_refused", _NOT_TURNED_DOWN)
            if not cleaned.get("words"):
                self.add_error("words", _("Write why: the sender is told."))
        return cleaned

    def save(self, commit=True):
        row = super().save(commit)
        if self.cleaned_data["is_refused"]:
            words = self.cleaned_data["words"]
            self.has_refused = decisions.refuse(row, words, now=timezone.now())
            row.refresh_from_db()
        return row


class ProposalPanel(Panel):
    """Who sent it, where its draft is, and the files that came with it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "documents/admin/submission_panel.html"

        def get_context_data(self, parent_context=None) -> dict:
            row = self.instance
            is_sent = row.state == SubmissionState.SENT
            return super().get_context_data(parent_context) | {
                "submission": row,
                "sender": moderation.sender(row) if is_sent else None,
                "files": list(row.files.all()) if is_sent or row.page_id else [],
            }


class DayColumn(Column):
    """A day to come: how long ago it was is no help."""

    def get_value(self, instance) -> str:
        return short_date(super().get_value(instance))


class SubmissionIndex(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("page").defer("answers")


class SubmissionDelete(ModelViewSet.delete_view_class):
    def delete_action(self):
        drafts.delete(self.object)


class SubmissionEdit(ModelViewSet.edit_view_class):
    def save_instance(self):
        saved = super().save_instance()
        if self.form.has_refused:
            messages.info(self.request, _("The draft is deleted."))
        elif self.form.cleaned_data["is_refused"]:
            # Somebody was quicker.
            messages.warning(self.request, _NOT_TURNED_DOWN)
        return saved


class SubmissionViewSet(ModelViewSet):
    model = InitiativeSubmission
    icon = "mail"
    menu_label = gettext_lazy("Proposals for the showcase")
    menu_order = 218
    add_to_admin_menu = True
    copy_view_enabled = False
    permission_policy = ReportPolicy.known(InitiativeSubmission)
    index_view_class = SubmissionIndex
    edit_view_class = SubmissionEdit
    delete_view_class = SubmissionDelete
    filterset_class = SubmissionFilterSet
    list_display = [
        TitleColumn(
            "get_state_display",
            label=gettext_lazy("State"),
            sort_key="state",
            url_name="de-xuat-sang-kien:edit",
        ),
        Column("code", label=gettext_lazy("File code"), sort_key="pk"),
        Column("page", label=gettext_lazy("Initiative")),
        DateColumn("saved_at", label=gettext_lazy("Saved"), sort_key="saved_at"),
        DateColumn("sent_at", label=gettext_lazy("Sent in"), sort_key="sent_at"),
        DayColumn(
            "expires_at", label=gettext_lazy("Deleted on"), sort_key="expires_at"
        ),
    ]
    search_fields = ["page__title", "page__code", "email"]
    search_backend_name = None
    ordering = ["-saved_at"]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            ProposalPanel(heading=gettext_lazy("What was sent")),
            MultiFieldPanel(
                [FieldPanel("is_refused"), FieldPanel("words"), FieldPanel("note")],
                heading=gettext_lazy("Decision"),
            ),
        ],
        base_form_class=SubmissionForm,
    )


submissions_viewset = SubmissionViewSet("de-xuat-sang-kien")


@hooks.register("register_admin_viewset")
def proposals() -> SubmissionViewSet:
    return submissions_viewset


@hooks.register("register_admin_urls")
def proposal_urls() -> list:
    return urlpatterns
