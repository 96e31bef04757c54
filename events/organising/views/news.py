"""News of a conference moved or called off, for those registered before."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.letters import announcements
from events.models import Registration
from events.organising.forms import NewsForm
from events.organising.views.base import EventScreen
from events.organising.views.message import note_and_say


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
        note_and_say(self, count, now)
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
