"""One question: given to somebody, answered, published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from documents.citing.display import text_citations
from events.privacy.requests import days_off
from portal.models import SiteSettings
from questions import access_log, corrections, verbs
from questions.admin.base import PUBLISH, QuestionsMixin, state_of
from questions.admin.forms import (
    AnswerForm,
    AssignmentForm,
    CorrectionForm,
    PublishForm,
)
from questions.enums import QuestionSeen
from questions.models import Question
from questions.similar import similar

_ONE_LINE = 200
_CORRECTING = "sua"


class QuestionView(QuestionsMixin, TemplateView):
    """Read, and each of its forms sent back here; what is refused stays filled in."""

    template_name = "questions/admin/question.html"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()
        rows = Question.objects.select_related(
            "page", "topic", "subject", "assigned_to", "answered_by"
        )
        self.asked = get_object_or_404(rows, pk=kwargs["pk"])

    def get_page_title(self) -> str:
        return self.asked.shown_code

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        code = self.asked.shown_code
        access_log.note(QuestionSeen.ONE, user=request.user, codes=[code], now=self.now)
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        acts = {
            "assign": self._assign,
            "draft": self._draft,
            "answer": self._ask_once,
            "send": self._answer,
            "correct": self._correct,
            "publish": self._publish,
        }
        act = acts.get(request.POST.get("act", ""), self._draft)
        try:
            refused = act()
        except verbs.QuestionClosed:
            messages.error(
                request, _("Somebody answered, withdrew or erased it in the meantime.")
            )
            refused = None
        return refused or redirect("question_desk_one", self.asked.pk)

    def _assign(self) -> HttpResponse | None:
        form = AssignmentForm(self.request.POST)
        if not form.is_valid():
            return self._again(assign_form=form)
        to = form.cleaned_data["assigned_to"]
        verbs.assign(self.asked.pk, to=to, now=self.now)
        messages.success(self.request, _("Saved who handles the question."))
        return None

    def _draft(self) -> HttpResponse | None:
        form = AnswerForm(self.request.POST)
        if not form.is_valid():
            return self._again(form=form)
        verbs.save_draft(self.asked.pk, **form.cleaned_data)
        messages.success(self.request, _("The draft is kept; nobody was told."))
        return None

    def _ask_once(self) -> HttpResponse | None:
        """What is sent cannot be called back: the form again, with the last button."""
        if not self.asked.is_open:
            raise verbs.QuestionClosed
        form = AnswerForm(self.request.POST, is_final=True)
        return self._again(form=form, is_last_look=form.is_valid())

    def _answer(self) -> HttpResponse | None:
        form = AnswerForm(self.request.POST, is_final=True)
        if not form.is_valid():
            return self._again(form=form)
        user = self.request.user
        verbs.answer(self.asked.pk, **form.cleaned_data, now=self.now, actor=user)
        messages.success(self.request, _("The question is answered."))
        return None

    def _correct(self) -> HttpResponse | None:
        form = CorrectionForm(self.request.POST)
        if not self._may_correct():
            return self.handle_no_permission()
        if not form.is_valid():
            return self._again(correction_form=form)
        said, user = form.cleaned_data, self.request.user
        try:
            corrections.correct(self.asked.pk, **said, now=self.now, actor=user)
        except verbs.AskerNamed:
            form.add_error("words", _named())
            return self._again(correction_form=form)
        except corrections.WrittenOnPage:
            messages.error(self.request, _("Correct it on the published page."))
            return None
        messages.success(self.request, _("The answer is corrected."))
        return None

    def _may_correct(self) -> bool:
        return self.asked.page is None or self.request.user.has_perm(PUBLISH)

    def _publish(self) -> HttpResponse | None:
        form = PublishForm(self.request.POST)
        if not self.request.user.has_perm(PUBLISH):
            return self.handle_no_permission()
        if not form.is_valid():
            return self._again(publish_form=form)
        user = self.request.user
        try:
            verbs.publish(self.asked.pk, **form.cleaned_data, now=self.now, actor=user)
        except verbs.AskerNamed:
            form.add_error("wording", _named())
            return self._again(publish_form=form)
        except verbs.PublicationRefused:
            messages.error(
                self.request,
                _("Not published: the asker did not agree, or there is no answer yet."),
            )
            return None
        messages.success(self.request, _("The answer is published, without the asker."))
        return None

    def _correction_form(self) -> CorrectionForm | None:
        if _CORRECTING not in self.request.GET:
            return None
        said = {"short_answer": self.asked.short_answer, "words": self.asked.answer}
        return CorrectionForm(initial=said)

    def _again(self, **forms) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**forms))

    def get_context_data(self, **kwargs) -> dict:
        asked, today = self.asked, timezone.localdate(self.now)
        cited = text_citations(f"{asked.short_answer} {asked.answer}", self.request)
        draft = {
            "topic": asked.topic,
            "short_answer": asked.short_answer,
            "words": asked.answer,
        }
        unit, _lines = SiteSettings.for_request(self.request, today)
        wording = {
            "wording": " ".join(asked.text.split())[:_ONE_LINE],
            "answered_by": unit.unit_name,
        }
        context = {
            "asked": asked,
            "state": state_of(asked, today, days_off()),
            "is_open": asked.is_open,
            "assign_form": AssignmentForm(initial={"assigned_to": asked.assigned_to}),
            "form": AnswerForm(initial=draft),
            "publish_form": PublishForm(initial=wording),
            "correction_form": self._correction_form(),
            "may_correct": self._may_correct(),
            "is_corrected_here": asked.page is None or corrections.is_plain(asked.page),
            "may_publish": self.request.user.has_perm(PUBLISH),
            "near": similar(asked.text) if not asked.answered_at else [],
            "citation_links": cited.links,
            "cards": cited.cards,
            # Links alone: the signs beside numbers are drawn for the public pages.
            "for_print": True,
            "receipt_url": reverse("question_receipt", args=[asked.shown_code]),
        }
        return super().get_context_data(**context | kwargs)


def _named() -> str:
    return _(
        "Question or answer hold the asker's name or address, or a number "
        "that looks like somebody's. Take them out first."
    )
