"""Administrators choose a person and what that person is in charge of."""

from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.models import Assignment, Charge
from events.organising.assignment_forms import ChargeForm, choices, consequences
from events.organising.assignments import assign
from events.organising.permissions import ASSIGN

TITLE = gettext_lazy("In charge of conferences")
CHARGE = gettext_lazy("This person is in charge of")


class ForAdministrators(
    PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView
):
    permission_required = ASSIGN
    raise_exception = True
    header_icon = "user"


class AssignmentsView(ForAdministrators):
    """Everybody who can sign in, with what they are in charge of."""

    template_name = "events/admin/assignments.html"
    page_title = TITLE

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs) -> dict:
        users = get_user_model().objects.filter(is_active=True)
        users = users.select_related("assignment").annotate(
            series_count=Count("assignment__series", distinct=True),
            events_count=Count("assignment__events", distinct=True),
            places_count=Count("assignment__localities", distinct=True),
        )
        return super().get_context_data(
            **kwargs,
            users=users.order_by("is_superuser", "username"),
            may_add=self.request.user.has_perm("portal.add_user"),
        )


class AssignmentView(ForAdministrators):
    """One person's charge: ticked, looked at in words, saved."""

    template_name = "events/admin/assignment.html"
    page_title = CHARGE

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(get_user_model(), pk=kwargs["user_id"])

    @property
    def name(self) -> str:
        return self.person.get_full_name() or self.person.get_username()

    def get_page_subtitle(self) -> str:
        return self.name

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("assignments"), "label": TITLE},
            {"url": "", "label": self.name},
        ]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        row = Assignment.objects.filter(user=self.person).first()
        return self._show(row.charge if row else Charge())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = ChargeForm(request.POST)
        if not form.is_valid():
            messages.error(
                request, _("Something chosen is there no more. Please choose again.")
            )
            return redirect("assignment", self.person.pk)
        charge = form.charge()
        if "look" in request.POST:
            return self._show(charge, is_saved=False)
        assign(self.person, charge, actor=request.user)
        text = _("Saved. What %(name)s may do has changed at once.")
        messages.success(request, text % {"name": self.name})
        return redirect("assignment", self.person.pk)

    def _show(self, charge: Charge, *, is_saved: bool = True) -> HttpResponse:
        will, will_not = consequences(charge)
        return self.render_to_response(
            self.get_context_data(
                person=self.person,
                name=self.name,
                charge=charge,
                is_saved=is_saved,
                will=will,
                will_not=will_not,
                **choices(charge),
            )
        )
