"""Requests with their clocks in the admin, one written down, one answered."""

from datetime import date, datetime
from uuid import UUID, uuid4

import django_filters
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from events.enums import Channel, RequestState
from events.models import DataRequest, Holiday
from events.privacy import requests
from events.privacy.answer_clock import answer_clock
from events.privacy.forms import AnswerForm, ReceivedRequestForm, SearchForm
from portal.forms.fields import form_key

ANSWER = "events.change_datarequest"
KEEP_DAYS_OFF = f"{Holiday._meta.app_label}.change_{Holiday._meta.model_name}"
TITLE = gettext_lazy("Requests about personal data")
TONES = {
    RequestState.OPEN: "todo",
    RequestState.OVERDUE: "bad",
    RequestState.ANSWERED: "good",
}


def state_of(asked: DataRequest, now: datetime, holidays: set[date]) -> dict:
    """The state in words with the tone of its sign, and the clock of one that waits."""
    state = asked.state(now)
    waits = state != RequestState.ANSWERED
    return {
        "code": state.value,
        "label": state.label,
        "tone": TONES[state],
        "clock": answer_clock(asked.due_at, now, holidays) if waits else None,
    }


class RequestsMixin(PermissionRequiredMixin, WagtailAdminTemplateMixin):
    """For those who answer requests, and nobody else."""

    permission_required = ANSWER
    raise_exception = True
    header_icon = "key"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": reverse("data_requests"), "label": TITLE},
            {"url": "", "label": self.get_page_title()},
        ]


class RequestFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        choices=RequestState.choices,
        method="in_state",
        label=pgettext_lazy("data request", "State"),
    )

    class Meta:
        model = DataRequest
        fields = ("kind",)

    def in_state(self, rows, name: str, value: str):
        if value == RequestState.ANSWERED:
            return rows.exclude(answered_at=None)
        now = timezone.now()
        late = rows.filter(answered_at=None, due_at__lt=now)
        if value == RequestState.OVERDUE:
            return late
        return rows.filter(answered_at=None, due_at__gte=now)


class RequestsView(PermissionRequiredMixin, BaseListingView):
    """What is to be answered first comes first."""

    permission_required = ANSWER
    raise_exception = True
    template_name = "events/privacy/requests.html"
    results_template_name = "events/privacy/requests_results.html"
    page_title = TITLE
    header_icon = "key"
    index_url_name = "data_requests"
    index_results_url_name = "data_requests_results"
    filterset_class = RequestFilterSet
    paginate_by = 50
    # By the code that people name on the telephone: no name stands in an address.
    is_searchable = True
    verbose_name_plural = DataRequest._meta.verbose_name_plural
    columns: list = []

    def get_base_queryset(self):
        rows = DataRequest.objects.select_related("answered_by")
        return rows.order_by(F("answered_at").desc(nulls_first=True), "due_at", "pk")

    def search_queryset(self, queryset):
        code = "".join(filter(str.isalnum, self.search_query))
        return queryset.filter(code__iexact=code) if self.is_searching else queryset

    @cached_property
    def header_buttons(self) -> list:
        url = reverse("data_request_add")
        return [HeaderButton(_("Write down a request"), url, icon_name="plus")]

    @cached_property
    def header_more_buttons(self) -> list:
        if not self.request.user.has_perm(KEEP_DAYS_OFF):
            return []
        url = reverse("days_off:index")
        return [Button(_("Days off"), url, icon_name="calendar-alt", priority=10)]

    def get_context_data(self, **kwargs) -> dict:
        now, holidays = timezone.now(), requests.days_off()
        context = super().get_context_data(**kwargs)
        rows = [
            {"asked": asked, "state": state_of(asked, now, holidays)}
            for asked in context["object_list"]
        ]
        return context | {"rows": rows}


class AddRequestView(RequestsMixin, TemplateView):
    """A request that came by telephone or letter; its clock starts the day it came.

    Sent twice it is one request: the key is made with the empty form.
    """

    template_name = "events/privacy/request_add.html"
    page_title = gettext_lazy("Write down a request")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(ReceivedRequestForm(now=timezone.now()), uuid4())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        now, key = timezone.now(), form_key(request.POST.get("key", ""))
        form = ReceivedRequestForm(request.POST, now=now)
        if not form.is_valid():
            return self._show(form, key)
        made = requests.receive(
            form.details(), key=key, now=form.received_at, channel=Channel.ORGANISER
        )
        return redirect("data_request", made.pk)

    def _show(self, form: ReceivedRequestForm, key: UUID) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, key=key))


def other_places(request: HttpRequest) -> list[tuple[str, str]]:
    """Label and address of other rooms' screens where a person's data is looked for.

    A room says so by the hook `list_data_request_places`.
    """
    found = (place(request) for place in hooks.get_hooks("list_data_request_places"))
    return [place for place in found if place]


class OfRequest(RequestsMixin):
    """A screen about one request."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.asked = get_object_or_404(
            DataRequest.objects.select_related("answered_by"), pk=kwargs["pk"]
        )
        self.now = timezone.now()

    @property
    def url(self) -> str:
        return reverse("data_request", args=[self.asked.pk])

    def get_page_title(self) -> str:
        return self.asked.code

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            **kwargs,
            asked=self.asked,
            state=state_of(self.asked, self.now, requests.days_off()),
        )


class RequestView(OfRequest, TemplateView):
    """What was asked, until when; the answer is written here."""

    template_name = "events/privacy/request_detail.html"

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            requests.answer(
                self.asked.pk,
                words=form.cleaned_data["answer"],
                now=self.now,
                actor=request.user,
            )
        except requests.AlreadyAnswered:
            messages.warning(request, _("Somebody answered this request before you."))
        else:
            messages.success(request, _("The request is closed."))
        return redirect(self.url)

    def get_context_data(self, **kwargs) -> dict:
        who = {"name": self.asked.name, "contact": self.asked.contact_display}
        found = {
            "form": AnswerForm(),
            "search": SearchForm(initial=who),
            "places": other_places(self.request),
            **kwargs,
        }
        return super().get_context_data(**found)
