"""The questions of one person, for requests about personal data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from portal.file_names import saved_as
from questions import access_log, evidence, verbs
from questions.admin.base import QuestionsMixin
from questions.admin.forms import PersonForm
from questions.enums import QuestionSeen
from questions.models import Question


class PeopleView(QuestionsMixin, TemplateView):
    """Searched by post, so that no name stands in an address; each look is noted."""

    template_name = "questions/admin/people.html"
    page_title = gettext_lazy("Questions of one person")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=PersonForm()))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        now, act = timezone.now(), request.POST.get("act", "")
        if act in ("export", "erase"):
            return self._handle(act, now)
        form, rows = PersonForm(request.POST), []
        if form.is_valid():
            rows = evidence.find(**form.cleaned_data)
            self._note(QuestionSeen.PERSON, rows, now)
        context = {"form": form, "rows": rows, "is_searched": form.is_valid()}
        return self.render_to_response(self.get_context_data(**context))

    def _handle(self, act: str, now) -> HttpResponse:
        ticked = [one for one in self.request.POST.getlist("chosen") if one.isdecimal()]
        keys = [int(one) for one in ticked if int(one) < 2**63]
        rows = list(Question.objects.named().filter(pk__in=keys).order_by("pk"))
        if act == "export":
            self._note(QuestionSeen.EXPORT, rows, now)
            file = HttpResponse(
                evidence.as_json(rows, now=now), content_type="application/json"
            )
            file["Content-Disposition"] = saved_as("cau-hoi.json")
            return file
        count = verbs.forget([row.pk for row in rows], now=now)
        said = ngettext(
            "%(count)d question erased", "%(count)d questions erased", count
        )
        messages.success(self.request, said % {"count": count})
        return redirect("question_people")

    def _note(self, what: QuestionSeen, rows: list[Question], now) -> None:
        codes = [row.shown_code for row in rows]
        access_log.note(what, user=self.request.user, codes=codes, now=now)
