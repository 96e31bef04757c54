"""Reported mistakes in the admin: the open ones first, closed with a note."""

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks, permissions
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from documents.models.reports import MistakeReport


class ReportPolicy(ModelPermissionPolicy):
    """Rows that come from readers alone: nobody adds one in the admin."""

    @classmethod
    def known(cls, model: type[Model]) -> "ReportPolicy":
        """The policy of a model, told to the Wagtail that keeps a list of them: from 8
        on a screen may not bring one of its own."""
        policy = cls(model)
        tell = getattr(permissions, "register_permission_policy", None)
        if tell:
            tell(model, policy, exact_class=True)
        return policy

    def user_has_permission(self, user, action) -> bool:
        return action != "add" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return super().user_has_any_permission(user, {*actions} - {"add"})


class ReportAdminForm(WagtailAdminModelForm):
    """Sets what follows from the state when it is saved."""

    def save(self, commit=True):
        self.instance.apply_state(timezone.now())
        return super().save(commit)


class MistakeReportViewSet(ModelViewSet):
    model = MistakeReport
    icon = "warning"
    menu_label = _("Reported mistakes")
    menu_order = 220
    add_to_admin_menu = True
    copy_view_enabled = False
    permission_policy = ReportPolicy.known(MistakeReport)
    list_display = [
        "regulation",
        Column("provision", label=pgettext_lazy("report", "Place")),
        Column("message", label=_("What is wrong")),
        Column(
            "get_state_display",
            label=pgettext_lazy("report", "State"),
            sort_key="state",
        ),
        DateColumn(
            "sent_at", label=pgettext_lazy("report", "Sent"), sort_key="sent_at"
        ),
    ]
    list_filter = ["state"]
    search_fields = ["message", "provision", "regulation__symbol"]
    search_backend_name = None
    ordering = ["-state", "-sent_at"]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldPanel("regulation", read_only=True),
            FieldPanel("provision", read_only=True),
            FieldPanel("message", read_only=True),
            FieldPanel("contact", read_only=True),
            FieldPanel("state"),
            FieldPanel("answer"),
        ],
        base_form_class=ReportAdminForm,
    )


reports_viewset = MistakeReportViewSet("reported_mistakes")


@hooks.register("register_admin_viewset")
def reported_mistakes() -> MistakeReportViewSet:
    return reports_viewset
