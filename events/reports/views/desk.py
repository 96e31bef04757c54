"""The organiser's screens after the day: numbers, papers, survey."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.checkin import attendance
from events.enums import NoticeKind, PaperKind, RemarkState, Usefulness
from events.letters import announcements
from events.models import Invitation, PaperTemplate, SurveyAnswer
from events.models.surveys import closes_at
from events.organising.views.base import EventScreen
from events.reports import answers, history, papers, reader, statistics, survey
from events.reports.fields import per_cent
from events.reports.tables import sheets
from events.reports.views.templates import CHANGE
from events.reports.word import TemplateProblem
from portal.file_names import saved_as
from portal.tabular.exports import write_book

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class StatisticsView(EventScreen):
    """The numbers by agency and group: tables that are their own charts."""

    template_name = "events/admin/statistics.html"
    page_title = gettext_lazy("Numbers after the conference")
    header_icon = "order"

    def get_context_data(self, **kwargs) -> dict:
        numbers = reader.numbers_of(self.event)
        by_agency = statistics.folded(numbers.by_agency)
        by_group = statistics.by_size(numbers.groups)
        return super().get_context_data(
            **kwargs,
            numbers=numbers,
            total=statistics.total(numbers),
            closing=attendance.closed(self.event),
            tables=[
                (
                    _("By agency"),
                    _("Agency"),
                    statistics.absent_most(numbers.by_agency),
                    statistics.table(by_agency),
                ),
                (
                    _("By group"),
                    _("Group"),
                    statistics.came_mostly(numbers.groups),
                    statistics.table(by_group),
                ),
            ],
        )

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.GET.get("tep") != "xlsx":
            return super().get(request, *args, **kwargs)
        content = write_book(sheets(reader.numbers_of(self.event)))
        name = f"{_('Numbers')}, {self.event.title}.xlsx"
        return _file(content, EXCEL, name)


class ReportView(EventScreen):
    """The report on the conference: what it says, and the Word file by a press.

    The press is noted in the page's history, with the number the report carries.
    """

    template_name = "events/admin/report.html"
    page_title = gettext_lazy("Report on the conference")
    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.closing = attendance.closed(self.event)
        if self.closing is None:
            messages.warning(request, _("The report waits until attendance is closed."))
            return redirect("event_path", self.event.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        made = history.latest(self.event)
        return super().get_context_data(
            **kwargs,
            closing=self.closing,
            numbers=reader.numbers_of(self.event),
            has_changed=attendance.has_changed(self.event, self.closing),
            made=made,
            is_stale=bool(made and not made.agrees_with(self.closing)),
            own_template=PaperTemplate.objects.filter(pk=PaperKind.REPORT).exists(),
            may_change_template=self.request.user.has_perm(CHANGE),
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            content = papers.report(self.event, timezone.localdate())
        except TemplateProblem as problem:
            return _to_templates(request, problem, PaperKind.REPORT)
        history.note(self.event, self.closing, actor=request.user)
        return _file(content, WORD, f"{_('Report')}, {self.event.title}.docx")


class InvitationView(EventScreen):
    """The letter of invitation as a Word file: for one agency, or to be filled in."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        invited = None
        if asked := request.GET.get("don-vi", ""):
            if not asked.isdecimal():
                raise Http404
            rows = Invitation.objects.filter(event=self.event, revoked_at=None)
            invited = get_object_or_404(rows.select_related("organisation"), pk=asked)
        try:
            content = papers.invitation(self.event, invited, timezone.localdate())
        except TemplateProblem as problem:
            return _to_templates(request, problem, PaperKind.INVITATION)
        agency = invited.organisation if invited else self.event.title
        return _file(content, WORD, f"{_('Invitation')}, {agency}.docx")


class SurveyView(EventScreen):
    """What was answered, and what was written, once somebody has read it."""

    template_name = "events/admin/survey.html"
    page_title = gettext_lazy("Survey")
    header_icon = "form"

    def get_context_data(self, **kwargs) -> dict:
        given = reader.given_of([self.event])
        rows = SurveyAnswer.objects.filter(event=self.event).exclude(remark="")
        usefulness = answers.choices(given, dict(Usefulness.choices))
        splits = [
            (", ".join(map(reader.group_label, line.keys)), line)
            for line in answers.by_group(given, reader.GOOD)
        ]
        sent = self.event.announcements.filter(notice=NoticeKind.AFTERWARDS).first()
        return super().get_context_data(
            **kwargs,
            count=len(given),
            present=len(attendance.present(self.event)),
            share=per_cent(len(given), len(attendance.present(self.event))),
            useful=answers.useful(given, reader.GOOD),
            until=closes_at(self.event),
            usefulness=usefulness,
            parts=answers.parts(given),
            splits=splits,
            remarks=rows.count(),
            unread=list(rows.filter(state=RemarkState.UNREAD).order_by("pk")[:50]),
            shown=list(rows.filter(state=RemarkState.SHOWN).order_by("shown", "pk")),
            sent=sent,
            materials=self.event.get_materials(),
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Send the letters, or write that a remark was read."""
        if "send" in request.POST:
            self._send()
        else:
            kept = "keep" in request.POST
            survey.read(
                self.event,
                _id_of(request),
                shown=request.POST.get("shown", "")[:500],
                state=RemarkState.SHOWN if kept else RemarkState.HIDDEN,
                actor=request.user,
            )
        return redirect("survey", self.event.pk)

    def _send(self) -> None:
        now = timezone.now()
        chosen = attendance.present(self.event)
        already = self.event.announcements.filter(notice=NoticeKind.AFTERWARDS)
        if not chosen:
            messages.warning(self.request, _("Nobody is marked as present yet."))
        elif already.exists():
            messages.info(self.request, _("These letters were asked for already."))
        else:
            announcements.announce(
                self.event,
                NoticeKind.AFTERWARDS,
                by=self.request.user,
                now=now,
                chosen=chosen,
            )
            text = ngettext(
                "%(count)s person who was present gets materials and questions.",
                "%(count)s people who were present get materials and questions.",
                len(chosen),
            )
            messages.success(self.request, text % {"count": len(chosen)})


def _id_of(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("id", ""))
    except ValueError as error:
        raise Http404 from error


def _to_templates(
    request: HttpRequest, problem: TemplateProblem, kind: PaperKind
) -> HttpResponse:
    messages.error(request, problem.message)
    return redirect(reverse("paper_template", args=[kind]))


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": saved_as(name)}
    return HttpResponse(content, content_type=kind, headers=headers)
