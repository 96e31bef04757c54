"""All questions with their clocks; who looked at who asked."""

import django_filters
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from events.privacy.requests import days_off
from questions import codes
from questions.admin.base import TITLE, state_of
from questions.admin.forms import officials
from questions.enums import QuestionSeen, QuestionState
from questions.models import Question, QuestionAccess, QuestionTopic
from questions.workload import ANSWER


class QuestionFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        choices=QuestionState.choices,
        method="in_state",
        label=pgettext_lazy("question", "State"),
    )
    topic = django_filters.ModelChoiceFilter(
        queryset=QuestionTopic.objects.all(), label=gettext_lazy("Topic of questions")
    )
    assigned_to = django_filters.ModelChoiceFilter(
        queryset=lambda request: officials(),
        label=gettext_lazy("Handled by"),
        null_label=gettext_lazy("Nobody"),
    )

    class Meta:
        model = Question
        fields: list[str] = []

    def in_state(self, rows, name: str, value: str):
        if value == QuestionState.WITHDRAWN:
            return rows.exclude(withdrawn_at=None)
        rows = rows.filter(withdrawn_at=None)
        if value == QuestionState.ANSWERED:
            return rows.exclude(answered_at=None)
        if value == QuestionState.ERASED:
            return rows.filter(answered_at=None).exclude(forgotten_at=None)
        late = rows.late(timezone.localdate())
        if value == QuestionState.LATE:
            return late
        others = rows.unanswered().exclude(pk__in=late.order_by().values("pk"))
        is_new = value == QuestionState.NEW
        return others.filter(assigned_to__isnull=is_new)


class QuestionsView(PermissionRequiredMixin, BaseListingView):
    """What is to be answered first comes first. No name stands in the list."""

    permission_required = ANSWER
    raise_exception = True
    template_name = "questions/admin/questions.html"
    results_template_name = "questions/admin/questions_results.html"
    page_title = TITLE
    header_icon = "help"
    index_url_name = "question_desk"
    index_results_url_name = "question_desk_results"
    filterset_class = QuestionFilterSet
    paginate_by = 50
    # By the code that people name on the telephone.
    is_searchable = True
    verbose_name_plural = Question._meta.verbose_name_plural
    columns: list = []

    def get_base_queryset(self):
        rows = Question.objects.select_related("assigned_to", "topic")
        return rows.defer("answer").urgent_first()

    def search_queryset(self, queryset):
        code = codes.read(self.search_query or "")
        return queryset.filter(code=code) if self.is_searching else queryset

    @cached_property
    def header_more_buttons(self) -> list:
        url = reverse("question_people")
        return [
            Button(_("Questions of one person"), url, icon_name="user", priority=10)
        ]

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        today, holidays = timezone.localdate(), days_off()
        rows = [
            {"asked": asked, "state": state_of(asked, today, holidays)}
            for asked in context["object_list"]
        ]
        return context | {"rows": rows}


class AccessFilterSet(WagtailFilterSet):
    username = django_filters.CharFilter(label=gettext_lazy("User"))
    what = django_filters.ChoiceFilter(
        choices=QuestionSeen.choices, label=gettext_lazy("What was seen")
    )
    at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Day"), widget=DateRangePickerWidget
    )

    class Meta:
        model = QuestionAccess
        fields: list[str] = []


class AccessLogView(PermissionCheckedMixin, BaseListingView):
    permission_policy = ModelPermissionPolicy(QuestionAccess)
    permission_required = "view"
    template_name = "wagtailadmin/generic/index.html"
    page_title = gettext_lazy("Who looked at who asked")
    header_icon = "view"
    index_url_name = "question_access"
    index_results_url_name = "question_access_results"
    filterset_class = AccessFilterSet
    paginate_by = 50
    is_searchable = False
    columns = [
        DateColumn("at", label=gettext_lazy("When")),
        Column("username", label=gettext_lazy("User")),
        Column(
            "what", label=gettext_lazy("What was seen"), accessor="get_what_display"
        ),
        Column(
            "codes",
            label=capfirst(QuestionAccess._meta.get_field("codes").verbose_name),
        ),
    ]

    def get_base_queryset(self):
        return QuestionAccess.objects.order_by("-at", "-pk")
