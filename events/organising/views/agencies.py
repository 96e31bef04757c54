"""The managed list kept tidy: doubles merged, typed names given to an agency."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.organising.agencies import map_typed, merge, typed_names, what_moves
from events.organising.forms import MergeForm
from events.organising.permissions import KEEP_AGENCIES, may_merge, visible_events
from events.organising.views.base import LIST_TITLE
from events.organising.wording import refusal
from events.seats.errors import SeatsBusy
from portal.forms.agencies import Agencies
from portal.models import Organisation
from portal.vietnamese import fold

ROWS = 40


class AgencyScreen(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "group"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk_events"), "label": LIST_TITLE},
            {"url": "", "label": self.page_title},
        ]


class MergeView(AgencyScreen):
    """Choose two, look at what moves, confirm."""

    template_name = "events/admin/merge.html"
    page_title = gettext_lazy("Merge two agencies")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_merge(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=MergeForm()))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = MergeForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        loser, survivor = form.cleaned_data["loser"], form.cleaned_data["survivor"]
        if "confirmed" not in request.POST:
            context = self.get_context_data(
                form=form,
                loser=loser,
                survivor=survivor,
                moves=what_moves(loser),
            )
            return self.render_to_response(context)
        names = {"loser": loser.name, "survivor": survivor.name}
        try:
            merge(loser, survivor, now=timezone.now(), actor=request.user)
        except SeatsBusy as error:
            form.add_error(None, refusal(error))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(
            request,
            _("“%(loser)s” was merged into “%(survivor)s”.") % names,
        )
        return redirect("agencies_merge")


class TypedNamesView(AgencyScreen):
    """Each typed name with a field for the agency it means, filled in where clear."""

    template_name = "events/admin/typed_names.html"
    page_title = gettext_lazy("Agencies typed by hand")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(KEEP_AGENCIES):
            raise PermissionDenied
        self.agencies = Agencies(timezone.localdate())
        self.events = visible_events(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._show({})

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        typed = typed_names(self.events)[:ROWS]
        meant = {one.key: request.POST.get(f"to-{one.key}", "") for one in typed}
        chosen, unknown = self._chosen(typed, meant)
        if unknown or not chosen:
            messages.error(
                request,
                _("Nothing was changed. Choose names from the list.")
                if unknown
                else _("Tick at least one name and choose its agency."),
            )
            return self._show(meant, unknown, request.POST.getlist("chosen"))
        try:
            count = map_typed(
                self.events, chosen, now=timezone.now(), actor=request.user
            )
        except SeatsBusy as error:
            messages.error(request, refusal(error))
            return self._show(meant, (), request.POST.getlist("chosen"))
        text = ngettext(
            "%(count)d registration now belongs to an agency of the list.",
            "%(count)d registrations now belong to an agency of the list.",
            count,
        )
        messages.success(request, text % {"count": count})
        return redirect("agencies_typed")

    def _chosen(self, typed: list, meant: dict) -> tuple[dict, set[str]]:
        """Agencies by key of the rows ticked; and keys whose agency is not known."""
        ticked = set(self.request.POST.getlist("chosen"))
        found, unknown = {}, set()
        may_add = self.request.user.has_perm("portal.add_organisation")
        for one in typed:
            if one.key not in ticked:
                continue
            if agency := self.agencies.find(meant[one.key]):
                found[one.key] = Organisation(pk=agency.pk, name=agency.name)
            elif may_add and self.request.POST.get(f"new-{one.key}"):
                name = meant[one.key].strip() or one.name
                found[one.key] = Organisation.objects.create(name=name[:255])
            else:
                unknown.add(one.key)
        return found, unknown

    def _show(self, meant: dict, unknown=(), ticked=()) -> HttpResponse:
        typed = typed_names(self.events)
        by_fold = {fold(name): name for name in self.agencies.offered()}
        rows = []
        for one in typed[:ROWS]:
            agency = self.agencies.find(one.name)
            likely = agency.name if agency else by_fold.get(fold(one.name), "")
            rows.append(
                {
                    "typed": one,
                    "meant": meant.get(one.key, likely),
                    "ticked": one.key in ticked if meant else bool(likely),
                    "unknown": one.key in unknown,
                }
            )
        context = self.get_context_data(
            rows=rows,
            more=max(len(typed) - ROWS, 0),
            names=self.agencies.offered(),
            may_add=self.request.user.has_perm("portal.add_organisation"),
        )
        return self.render_to_response(context)
