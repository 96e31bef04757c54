"""A message to those chosen or to all, and news of a conference moved or called off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.enums import NoticeKind, Seen
from events.letters import announcements
from events.models import Registration
from events.organising import access_log
from events.organising.forms import NewsForm, NoteForm
from events.organising.views.base import EventScreen
from events.organising.views.bulk_actions import note_key


class NoteView(EventScreen):
    """Subject and text, to those ticked before or to everybody who has a place."""

    template_name = "events/admin/note.html"
    page_title = gettext_lazy("Message to attendees")
    header_icon = "comment"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Registration.objects.live().filter(event=self.event)
        self.chosen = None
        if request.GET.get("tat-ca") != "1":
            self.chosen = request.session.get(note_key(self.event))
        if self.chosen is not None:
            rows = rows.filter(pk__in=self.chosen)
        self.rows = rows

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(NoteForm())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form, count = NoteForm(request.POST), self.rows.count()
        if not count:
            form.add_error(None, _("Nobody of those chosen has a place any more."))
        if not form.is_valid():
            return self._show(form)
        now = timezone.now()
        announcements.announce(
            self.event,
            NoticeKind.NOTE,
            **form.cleaned_data,
            chosen=self.chosen,
            by=request.user,
            now=now,
        )
        _note_and_say(self, count, now)
        request.session.pop(note_key(self.event), None)
        return redirect(self.list_url)

    def _show(self, form: NoteForm) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            count=self.rows.count(),
            with_mail=self.rows.exclude(email="").count(),
            is_for_all=self.chosen is None,
        )
        return self.render_to_response(context)


class NewsView(EventScreen):
    """After the page says another day, place or fate: tell everybody, or nobody."""

    template_name = "events/admin/news.html"
    page_title = gettext_lazy("Tell those registered")
    header_icon = "mail"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.changed = announcements.unannounced_change(self.event.pk)
        self.notice = announcements.notice_of(self.event)
        rows = Registration.objects.live().filter(event=self.event)
        self.rows = rows.filter(created_at__lt=self.changed) if self.changed else rows

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show(NewsForm())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        now = timezone.now()
        if "nobody" in request.POST:
            announcements.decline(self.event, self.notice, by=request.user, now=now)
            messages.success(request, _("Nobody will be told of this change."))
            return redirect(self.list_url)
        form, count = NewsForm(request.POST), self.rows.count()
        if not count:
            form.add_error(None, _("There is nobody to tell."))
        if not form.is_valid():
            return self._show(form)
        announcements.announce(
            self.event,
            self.notice,
            text=form.cleaned_data["text"],
            before=self.changed,
            by=request.user,
            now=now,
        )
        _note_and_say(self, count, now)
        return redirect(self.list_url)

    def _show(self, form: NewsForm) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            notice=self.notice,
            changed=self.changed,
            count=self.rows.count(),
            with_mail=self.rows.exclude(email="").count(),
        )
        return self.render_to_response(context)


def _note_and_say(view: EventScreen, count: int, now) -> None:
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
