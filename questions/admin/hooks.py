"""Questions in the admin: addresses, menu, permissions."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from questions import corrections
from questions.admin.urls import urlpatterns
from questions.workload import ANSWER, workload

SEE_ACCESS = "questions.view_questionaccess"


class QuestionsMenuItem(MenuItem):
    """Says how many wait for an answer, or rather how many wait too long."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(ANSWER)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        # The item itself serves every request: only what is drawn has the number.
        drawn = super().render_component(request)
        found = workload(request.user, timezone.now())
        label = str(self.label)
        if found and found.late:
            text = ngettext(
                "%(count)d overdue: %(label)s",
                "%(count)d overdue: %(label)s",
                found.late,
            )
            label = text % {"label": label, "count": found.late}
        elif found and found.waiting:
            label = f"{label} ({found.waiting})"
        drawn.label = label
        return drawn


class AccessMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SEE_ACCESS)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return urlpatterns


@hooks.register("register_admin_menu_item")
def questions_menu_item() -> QuestionsMenuItem:
    return QuestionsMenuItem(
        _("Questions"),
        reverse_lazy("question_desk"),
        name="questions",
        icon_name="help",
        order=222,
    )


@hooks.register("register_reports_menu_item")
def access_menu_item() -> AccessMenuItem:
    return AccessMenuItem(
        _("Who looked at who asked"),
        reverse_lazy("question_access"),
        name="question-access",
        icon_name="view",
        order=720,
    )


@hooks.register("list_data_request_places")
def questions_place(request: HttpRequest) -> tuple[str, str] | None:
    """Where else a person's data is looked for when somebody asks about theirs."""
    if not request.user.has_perm(ANSWER):
        return None
    return str(_("Questions of one person")), reverse("question_people")


@hooks.register("register_permissions")
def register_permissions():
    """Lets a group be given them on the screen of groups."""
    return Permission.objects.filter(
        content_type__app_label="questions",
        codename__in=("change_question", "publish_question", "view_questionaccess"),
    )


@hooks.register("register_log_actions")
def log_actions(actions) -> None:
    actions.register_action(
        corrections.LOGGED, _("Correct an answer"), _("Answer corrected")
    )
