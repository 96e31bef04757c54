"""The organiser's screen "Thư gửi": what went out, what did not, and once more."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.permission_policies import ModelPermissionPolicy

from portal.mail.names import letter_name
from portal.mail.records import retry
from portal.models.mail import MailRecord, MailState

RETRY = "portal.retry_mailrecord"


class MailFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=MailState.choices,
        empty_label=_("All"),
        widget=forms.RadioSelect,
        method="in_state",
    )
    about = django_filters.CharFilter(label=_("About"))

    class Meta:
        model = MailRecord
        fields = ["state", "about"]

    def in_state(self, rows, name: str, value: str):
        return rows.in_state(value)


class StateColumn(Column):
    """The state in words, why, when next, and a button where one helps."""

    cell_template_name = "portal/admin/mail_state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        failed = instance.state in (MailState.FAILED, MailState.EXPIRED)
        context["letter"] = instance
        context["may_retry"] = (
            failed and bool(instance.recipient) and request.user.has_perm(RETRY)
        )
        context["csrf_token"] = parent_context.get("csrf_token")
        return context


def _name(letter: MailRecord):
    return letter_name(letter.template)


class MailListView(IndexView):
    """Recipient, subject, template and state of letters; never what they say."""

    model = MailRecord
    permission_policy = ModelPermissionPolicy(MailRecord)
    any_permission_required = ["view"]
    page_title = _("Outgoing letters")
    header_icon = "mail"
    index_url_name = "outgoing_mail"
    index_results_url_name = "outgoing_mail_results"
    filterset_class = MailFilterSet
    paginate_by = 50
    default_ordering = "-pk"
    is_searchable = False

    @cached_property
    def columns(self) -> list[Column]:
        return [
            Column("recipient", label=_("Recipient"), accessor="recipient"),
            Column("subject", label=_("Subject"), accessor="email.subject"),
            Column("template", label=_("Letter"), accessor=_name),
            DateColumn("created", label=_("Queued"), accessor="email.created"),
            StateColumn("state", label=_("State"), accessor="state"),
        ]

    def get_base_queryset(self):
        return MailRecord.objects.for_listing()


@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue a failed letter once more."""
    if not request.user.has_perm(RETRY):
        raise PermissionDenied
    if retry(pk, timezone.now()):
        messages.success(request, _("The letter will be sent again."))
    else:
        messages.error(request, _("The letter cannot be sent again."))
    return redirect("outgoing_mail")
