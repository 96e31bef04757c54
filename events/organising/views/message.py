"""A message to attendees: written, looked at as one of them will read it, sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.enums import LIVE, NoticeKind, Seen
from events.letters import announcements, placeholders
from events.letters.letters import LetterWriter
from events.letters.recipients import ids_for, rows_for
from events.models import Registration
from events.organising import access_log
from events.organising.message_forms import NoteForm
from events.organising.views.base import EventScreen
from events.organising.views.bulk_actions import note_key
from events.seats.notices import Notice

MOST_TO_CALL = 100


class NoteView(EventScreen):
    """The first POST shows the letter and how many get it, the second sends it.

    Between the two the form goes along, with who was ticked: nothing is kept of it.
    """

    page_title = gettext_lazy("Message to attendees")
    header_icon = "comment"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        ids = None
        if request.GET.get("tat-ca") != "1":
            ids = request.session.get(note_key(self.event))
        state = request.GET.get("state", "")
        form = NoteForm.blank(self.event, ids, state if state in LIVE else "")
        return self._write(form)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.form = form = NoteForm(request.POST, event=self.event)
        if not form.is_valid() or "edit" in request.POST:
            return self._write(form)
        rows = self.rows
        if not rows:
            form.add_error(None, _("Nobody of those chosen has a place any more."))
            return self._write(form)
        if "send" not in request.POST:
            return self._preview()
        if request.POST.get("count") != str(len(rows)):
            messages.warning(
                request,
                _("Meanwhile others belong to those meant. Look at the number again."),
            )
            return self._preview()
        return self._send()

    @cached_property
    def rows(self) -> list[Registration]:
        """Who gets it, those with an address first."""
        rows = rows_for(self.event.pk, self.form.recipients())
        return sorted(rows.order_by("pk"), key=lambda row: not row.email)

    def _write(self, form: NoteForm) -> HttpResponse:
        ticked = [one for one in form.ids_typed.split(",") if one.isdecimal()]
        context = self.get_context_data(
            form=form,
            placeholders=placeholders.ALL,
            ticked=len(ticked),
        )
        self.template_name = "events/admin/note.html"
        return self.render_to_response(context)

    def _preview(self) -> HttpResponse:
        rows, now = self.rows, timezone.now()
        place = self._place(len(rows))
        one = rows[place]
        given = self.form.cleaned_data
        notice = Notice(
            one, NoticeKind.NOTE, reason=given["text"], subject=given["subject"]
        )
        without = [row for row in rows if not row.email]
        access_log.note(
            Seen.LIST,
            user=self.request.user,
            event_id=self.event.pk,
            how_many=1 + len(without[:MOST_TO_CALL]),
            now=now,
            asked=_("letter tried"),
        )
        context = self.get_context_data(
            form=self.form,
            count=len(rows),
            without=without[:MOST_TO_CALL],
            without_count=len(without),
            with_mail=len(rows) - len(without),
            one=one,
            letter=LetterWriter([notice]).draft(notice, now=now),
            next_place=(place + 1) % len(rows),
        )
        self.template_name = "events/admin/note_preview.html"
        return self.render_to_response(context)

    def _place(self, count: int) -> int:
        typed = self.request.POST.get("other", "")
        is_number = typed.isascii() and typed.isdecimal() and len(typed) < 6
        return int(typed) % count if is_number else 0

    def _send(self) -> HttpResponse:
        now, given = timezone.now(), self.form.cleaned_data
        announcements.announce(
            self.event,
            NoticeKind.NOTE,
            subject=given["subject"],
            text=given["text"],
            chosen=ids_for(self.event.pk, self.form.recipients()),
            submission=given["key"],
            by=self.request.user,
            now=now,
        )
        self.request.session.pop(note_key(self.event), None)
        note_and_say(self, len(self.rows), now)
        return redirect(self.list_url)


def note_and_say(view: EventScreen, count: int, now) -> None:
    """Write into the log that so many are told, and tell the organiser."""
    access_log.note(
        Seen.MESSAGES,
        user=view.request.user,
        event_id=view.event.pk,
        how_many=count,
        now=now,
    )
    text = ngettext(
        "%(count)d person will be told within a few minutes.",
        "%(count)d people will be told within a few minutes.",
        count,
    )
    messages.success(view.request, text % {"count": count})
