"""The list of one conference's registrations."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import Button, HeaderButton

from events.conferences.status import status_of
from events.enums import RegistrationState, Seen
from events.letters import announcements, calls
from events.models import Registration
from events.organising import access_log
from events.organising.bulk_actions import actions_of
from events.organising.exchange import targets
from events.organising.listing import (
    RegistrationFilterSet,
    agencies_of,
    describe_page,
    search,
    tallies,
)
from events.organising.permissions import EXPORT
from events.organising.views.base import STEPS, OfEvent

_COLUMNS = (
    "pk",
    "event_id",
    "state",
    "sequence",
    "code",
    "name",
    "phone",
    "email",
    "position",
    "organisation_name",
    "organisation_id",
    "audience",
    "channel",
    "created_at",
    "offer_until",
    "forgotten_at",
    "is_held",
    "duplicate_of",
)


class RegistrationsView(OfEvent, BaseListingView):
    """Everybody registered, narrowed by filters and a search, fifty a page."""

    template_name = "events/admin/registrations.html"
    results_template_name = "events/admin/registrations_results.html"
    filterset_class = RegistrationFilterSet
    is_searchable = True
    columns: list = []
    paginate_by = 50

    def get_page_title(self) -> str:
        return self.event.title

    def get_page_subtitle(self) -> str:
        return ""

    def get_index_url(self) -> str:
        return self.list_url

    def get_index_results_url(self) -> str:
        return reverse("registrations_results", args=[self.event.pk])

    def get_filterset_kwargs(self) -> dict:
        return super().get_filterset_kwargs() | {"agencies": agencies_of(self.event.pk)}

    def get_base_queryset(self):
        rows = Registration.objects.filter(event=self.event).only(*_COLUMNS)
        return rows.order_by("-sequence", "-pk")

    def order_queryset(self, queryset):
        return queryset

    def search_queryset(self, queryset):
        return search(queryset, self.search_query) if self.is_searching else queryset

    def asked(self) -> str:
        """What narrows the list, for the log; of a search only that there was one."""
        if not self.filters or not self.filters.is_valid():
            return _("search") if self.is_searching else ""
        form = self.filters.form
        parts = [
            f"{form.fields[name].label}: {_shown(form.cleaned_data[name])}"
            for name in form.changed_data
        ]
        return "; ".join([*parts, _("search")] if self.is_searching else parts)

    @cached_property
    def header_buttons(self) -> list:
        url = reverse("registration_add", args=[self.event.pk])
        steps = reverse("event_path", args=[self.event.pk])
        return [
            HeaderButton(STEPS, steps, icon_name="tasks", priority=10),
            HeaderButton(_("Add a person"), url, icon_name="plus", priority=20),
        ]

    @cached_property
    def header_more_buttons(self) -> list:
        pk, query = self.event.pk, self.request.GET.urlencode()
        buttons = [
            Button(
                _("Invitations of agencies"),
                reverse("invitations", args=[pk]),
                icon_name="mail",
                priority=10,
            ),
            Button(
                _("Message to everybody"),
                f"{reverse('registrations_note', args=[pk])}?tat-ca=1",
                icon_name="comment",
                priority=20,
            ),
            Button(
                STEPS,
                reverse("event_path", args=[pk]),
                icon_name="tasks",
                priority=5,
            ),
            Button(
                pgettext("door", "Attendance"),
                # The floor above has that screen.
                reverse("attendance", args=[pk]),
                icon_name="check",
                priority=6,
            ),
            Button(
                _("Letter of invitation (Word)"),
                reverse("letter_of", args=[pk]),
                icon_name="doc-full",
                priority=15,
            ),
            Button(
                _("Call list"),
                reverse("event_calls", args=[pk]),
                icon_name="mobile-alt",
                priority=25,
            ),
            Button(
                _("Edit the conference's page"),
                reverse("wagtailadmin_pages:edit", args=[pk]),
                icon_name="edit",
                priority=50,
            ),
        ]
        if self.request.user.has_perm(EXPORT):
            columns = reverse("registrations_columns", args=[pk])
            excel = reverse("registrations_export", args=[pk, "xlsx"])
            csv = reverse("registrations_export", args=[pk, "csv"])
            for place, (url, label) in enumerate(
                (
                    (columns, _("Choose columns and download")),
                    (excel, _("Download as Excel")),
                    (csv, _("Download as CSV")),
                )
            ):
                buttons.append(
                    Button(
                        label,
                        f"{url}?{query}" if query else url,
                        icon_name="download",
                        priority=30 + place,
                    )
                )
        return buttons

    def get_context_data(self, **kwargs) -> dict:
        now = timezone.now()
        context = super().get_context_data(**kwargs)
        rows = describe_page(context["object_list"], self.event.pk)
        counted, total = tallies(self.event.pk)
        has_targets = targets(self.event, self.request.user, now=now).exists()
        access_log.note(
            Seen.LIST,
            user=self.request.user,
            event_id=self.event.pk,
            how_many=len(rows),
            now=now,
            asked=self.asked(),
        )
        return context | {
            "rows": rows,
            "object_list": rows,
            "tallies": counted,
            "total": total,
            "to_call": calls.waiting_counts([self.event.pk]).get(self.event.pk, 0),
            "status": status_of(self.event, now),
            "held": Registration.objects.filter(
                event=self.event, is_held=True, state=RegistrationState.PENDING
            ).count(),
            "unannounced": announcements.unannounced_count(self.event.pk),
            "announcement": self.event.announcements.unfinished().first(),
            "bulk_actions": actions_of(has_targets=has_targets),
            "query": self.request.GET.urlencode(),
            "narrowed": self.is_searching or self.is_filtering,
        }


def _shown(value) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
