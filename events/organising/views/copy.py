"""The organiser's screen "Thêm lớp tại nơi khác"."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.models import ConferenceSeriesPage
from events.organising.copy import PlaceRefused, Shared, hold_elsewhere
from events.organising.copy_forms import (
    FIRST_ROWS,
    MORE_ROWS,
    MOST_ROWS,
    SharedForm,
    place_formset,
)


class HoldElsewhereView(WagtailAdminTemplateMixin, TemplateView):
    """A conference from each row; all of them or, with one wrong, none."""

    template_name = "events/admin/hold_elsewhere.html"
    page_title = gettext_lazy("Hold it elsewhere")
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.series = get_object_or_404(ConferenceSeriesPage, pk=kwargs["series_id"])
        self.permissions = self.series.permissions_for_user(request.user)
        # Another's series and one that never was answer alike.
        if not self.permissions.can_add_subpage():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.series.title

    def get_breadcrumbs_items(self) -> list[dict]:
        explore = reverse("wagtailadmin_explore", args=[self.series.pk])
        return [
            *self.breadcrumbs_items,
            {"url": explore, "label": self.series.title},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._form(
            SharedForm(series=self.series), place_formset(now=timezone.now())
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "more" in request.POST:
            return self._with_more_rows(request)
        shared = SharedForm(request.POST, series=self.series)
        places = place_formset(request.POST, now=timezone.now())
        if not (shared.is_valid() & places.is_valid()):
            return self._form(shared, places)
        publish = "publish" in request.POST
        if publish and not self.permissions.can_publish_subpage():
            raise PermissionDenied
        try:
            added = hold_elsewhere(
                self.series,
                places.places(),
                shared=Shared(
                    model=shared.cleaned_data["model_event"],
                    registration_on=shared.cleaned_data["registration_on"],
                    closes_days_before=shared.cleaned_data["closes_days_before"],
                ),
                user=request.user,
                publish=publish,
            )
        except PlaceRefused as refusal:
            self._explain(refusal, places)
            return self._form(shared, places)
        self._report(added, publish)
        return redirect("wagtailadmin_explore", self.series.pk)

    def _with_more_rows(self, request: HttpRequest) -> HttpResponse:
        """The same form with what was typed, and some rows more."""
        data = request.POST.copy()
        total = data.get("places-TOTAL_FORMS", "")
        rows = int(total) if total.isdecimal() and len(total) < 4 else FIRST_ROWS
        data["places-TOTAL_FORMS"] = min(rows + MORE_ROWS, MOST_ROWS)
        shared = SharedForm(data, series=self.series)
        return self._form(shared, place_formset(data, now=timezone.now()))

    def _explain(self, refusal: PlaceRefused, places) -> None:
        """Beside the field it is about, or above its row."""
        filled = [form for form in places.forms if form.has_changed()]
        form = filled[refusal.number]
        for name, texts in refusal.by_field.items():
            for text in texts:
                form.add_error(name if name in form.fields else None, text)

    def _report(self, added: list, published: bool) -> None:
        count = len(added)
        if published:
            text = ngettext(
                "%(count)d conference was added and published.",
                "%(count)d conferences were added and published.",
                count,
            )
        else:
            text = ngettext(
                "%(count)d conference was added as a draft.",
                "%(count)d conferences were added as drafts.",
                count,
            )
        messages.success(self.request, text % {"count": count})

    def _form(self, shared, places) -> HttpResponse:
        invalid = shared.is_bound and (shared.errors or places.errors)
        if invalid and "more" not in self.request.POST:
            messages.error(self.request, _("Nothing was added. See the marked fields."))
        return self.render_to_response(
            self.get_context_data(
                shared=shared,
                places=places,
                series=self.series,
                can_publish=self.permissions.can_publish_subpage(),
                may_have_more=places.total_form_count() < MOST_ROWS,
                is_more="more" in self.request.POST,
            )
        )
