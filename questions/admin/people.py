"""The questions of one person, for requests about personal data."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from portal.file_names import saved_as
from portal.search_results import keep, kept
from questions import access_log, evidence, verbs
from questions.admin.base import QuestionsMixin
from questions.admin.forms import PersonForm
from questions.enums import QuestionSeen
from questions.models import Question

FOUND = "questions-of-one-person"


class PeopleView(QuestionsMixin, TemplateView):
    """Searched by post, so that no name stands in an address; each look is noted.

    Erasing is asked twice; the first time shows which questions it concerns.
    """

    template_name = "questions/admin/people.html"
    page_title = gettext_lazy("Questions of one person")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(form=PersonForm())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        now, act = timezone.now(), request.POST.get("act", "")
        if act in ("export", "erase"):
            return self._handle(act, now)
        form = PersonForm(request.POST)
        if not form.is_valid():
            return self._show(form=form)
        rows: list[Any] = evidence.find(**form.cleaned_data)
        self._note(QuestionSeen.PERSON, rows, now)
        found = {
            "rows": [row.pk for row in rows],
            "sure": [row.pk for row in rows if row.is_sure],
        }
        keep(request, FOUND, found, now=now)
        return redirect("question_people_found")

    def _show(self, **context) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**context))

    def _handle(self, act: str, now) -> HttpResponse:
        ticked = [one for one in self.request.POST.getlist("chosen") if one.isdecimal()]
        keys = [int(one) for one in ticked if int(one) < 2**63]
        rows = list(Question.objects.named().filter(pk__in=keys).order_by("pk"))
        if not rows:
            messages.warning(self.request, _("Tick at least one question first."))
            return redirect("question_people_found")
        return self._hand_over(rows, now) if act == "export" else self._erase(rows, now)

    def _hand_over(self, rows: list[Question], now) -> HttpResponse:
        self._note(QuestionSeen.EXPORT, rows, now)
        file = HttpResponse(
            evidence.as_json(rows, now=now), content_type="application/json"
        )
        file["Content-Disposition"] = saved_as("cau-hoi.json")
        return file

    def _erase(self, rows: list[Question], now) -> HttpResponse:
        if "confirmed" not in self.request.POST:
            self.template_name = "questions/admin/erase.html"
            return self._show(rows=rows)
        with transaction.atomic():
            count = verbs.forget([row.pk for row in rows], now=now)
            self._note(QuestionSeen.ERASED, rows, now)
        said = ngettext(
            "%(count)d question erased", "%(count)d questions erased", count
        )
        messages.success(self.request, said % {"count": count})
        return redirect("question_people_found")

    def _note(self, what: QuestionSeen, rows: list[Question], now) -> None:
        codes = [row.shown_code for row in rows]
        access_log.note(what, user=self.request.user, codes=codes, now=now)


class FoundView(PeopleView):
    """What the last search found, for whoever comes back from one of the questions."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        found = kept(request, FOUND, now=timezone.now())
        if found is None:
            return redirect("question_people")
        rows = list(Question.objects.named().filter(pk__in=found["rows"]))
        if found["rows"] and not rows:  # erased since
            return redirect("question_people")
        rows.sort(key=lambda row: found["rows"].index(row.pk))
        for row in rows:
            row.is_sure = row.pk in found["sure"]
        return self._show(form=PersonForm(), rows=rows, is_searched=True)
