"""One press drafts the news of a conference or series, and opens it in the editor."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.checkin import attendance
from events.models import ConferenceSeriesPage, EventPage
from events.organising import page_addresses
from events.reports import reader
from events.reports.article import Article, draft
from home import conference_draft
from home.models import NewsIndexPage
from home.views.importer import target_index
from portal.models import SiteSettings


class NewsScreen(WagtailAdminTemplateMixin, TemplateView):
    """The draft to be read first; a press makes an article of it. Only for editors."""

    template_name = "home/conference_news.html"
    page_title = gettext_lazy("Draft the news")
    header_icon = "edit"
    index: NewsIndexPage

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        index = target_index(request.user)
        if index is None:
            # Another's conference is not there, as on every screen of conferences.
            if not page_addresses.concerns(request.user, {self.about.pk}):
                raise Http404
            raise PermissionDenied
        self.index = index
        return super().dispatch(request, *args, **kwargs)

    @property
    def about(self) -> EventPage | ConferenceSeriesPage:
        """What the article tells of."""
        raise NotImplementedError

    @cached_property
    def article(self) -> Article:
        raise NotImplementedError

    def why_not(self) -> str:
        """Why there is nothing to draft yet; empty where there is."""
        raise NotImplementedError

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        why_not = self.why_not()
        article = None if why_not else self.article
        drafts = conference_draft.drafts_about([self.about.pk])
        return super().get_context_data(
            **kwargs, why_not=why_not, article=article, drafts=drafts
        )

    def get_page_subtitle(self) -> str:
        return self.about.title

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if why_not := self.why_not():
            messages.warning(request, why_not)
            return redirect(request.path)
        page = conference_draft.create(
            self.article, about=self.about, parent=self.index, owner=request.user
        )
        messages.success(
            request, _("The draft is made: read it, complete it, send it for approval.")
        )
        return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


class ConferenceNewsView(NewsScreen):
    """Of one conference: numbers and facts, nobody's name but the speakers'."""

    @cached_property
    def event(self) -> EventPage:
        events = EventPage.objects.live().select_related("locality")
        return get_object_or_404(events, pk=self.kwargs["event_id"])

    @property
    def about(self) -> EventPage:
        return self.event

    @cached_property
    def article(self) -> Article:
        return draft(reader.of_event(self.event, SiteSettings.of_default_site()))

    def why_not(self) -> str:
        if attendance.closed(self.event) or self._was_never_counted():
            return ""
        return _("The news waits until attendance is closed: then it has one number.")

    def _was_never_counted(self) -> bool:
        """Held before the portal counted, or without registration here."""
        is_over = self.event.terms.is_over(timezone.now())
        return is_over and not self.event.registrations.exists()


class SeriesNewsView(NewsScreen):
    """Of a whole series, once its last day is over."""

    @cached_property
    def series(self) -> ConferenceSeriesPage:
        pages = ConferenceSeriesPage.objects.live()
        return get_object_or_404(pages, pk=self.kwargs["series_id"])

    @property
    def about(self) -> ConferenceSeriesPage:
        return self.series

    @cached_property
    def article(self) -> Article:
        return draft(reader.of_series(self.series, SiteSettings.of_default_site()))

    def why_not(self) -> str:
        last = self.series.ends_on
        if last is None or last >= timezone.localdate():
            return _("The news waits until the last day of the series is over.")
        return ""
