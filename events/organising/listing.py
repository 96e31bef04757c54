"""The registrations of one conference as the organiser looks through them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import django_filters
from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from events.enums import Audience, Channel, RegistrationState
from events.letters.outbox import undelivered
from events.models import Registration
from events.organising.wording import TONES
from portal.vietnamese import fold, parse_phone

State = RegistrationState
LIVE_CHOICE = "live"
STATES = [
    (LIVE_CHOICE, _("All who come or may come")),
    *((state.value, state.label) for state in State),
]


def search(rows, typed: str):
    """Those whose name, phone, code or agency has every word typed, accents aside."""
    words = fold(typed).split()
    digits = "".join(filter(str.isalnum, typed))
    if digits.isdecimal():
        number = parse_phone(typed)
        words = [f"0{number.e164[3:]}" if _is_home(number) else digits]
    for word in words[:12]:
        rows = rows.filter(search_key__contains=word)
    return rows


def _is_home(number) -> bool:
    return bool(number.e164) and number.e164.startswith("+84")


class RegistrationFilterSet(WagtailFilterSet):
    """State, agency, group, way and letters that did not arrive."""

    state = django_filters.ChoiceFilter(
        choices=STATES, method="in_state", label=_("State of the registration")
    )
    agency = django_filters.ChoiceFilter(
        field_name="agency_key", label=pgettext_lazy("registration", "Agency")
    )
    audience = django_filters.MultipleChoiceFilter(
        choices=Audience.choices,
        label=pgettext_lazy("registration", "Group"),
        widget=forms.CheckboxSelectMultiple,
    )
    channel = django_filters.MultipleChoiceFilter(
        choices=[choice for choice in Channel.choices if choice[0] != Channel.SYSTEM],
        label=pgettext_lazy("registration", "Way of registering"),
        widget=forms.CheckboxSelectMultiple,
    )
    held = django_filters.ChoiceFilter(
        choices=[
            ("flood", _("Many from one place, to be confirmed")),
            ("again", _("Registered a second time")),
        ],
        method="by_hold",
        label=_("To be settled"),
    )
    mail = django_filters.ChoiceFilter(
        choices=[("failed", _("The last letter did not arrive"))],
        method="by_mail",
        label=_("E-mail"),
    )

    class Meta:
        model = Registration
        fields: list[str] = []

    def __init__(self, *args, agencies: Iterable[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.filters["agency"].extra["choices"] = list(agencies)

    def in_state(self, rows, name: str, value: str):
        return rows.live() if value == LIVE_CHOICE else rows.filter(state=value)

    def by_hold(self, rows, name: str, value: str):
        if value == "flood":
            return rows.filter(is_held=True, state=State.PENDING)
        return rows.repeated()

    def by_mail(self, rows, name: str, value: str):
        return rows.filter(pk__in=undelivered().values("registration"))


def agencies_of(event_id: int) -> list[tuple[str, str]]:
    """The agencies somebody of this conference comes from, by key and name."""
    rows = Registration.objects.filter(event_id=event_id, forgotten_at=None)
    named = rows.order_by("agency_key").values_list("agency_key", "organisation_name")
    return sorted(dict(named.distinct()).items(), key=lambda pair: fold(pair[1]))


@dataclass(frozen=True, slots=True)
class Tally:
    """One state and how many are in it; `query` leads to them."""

    label: str
    count: int
    query: str
    tone: str


def tallies(event_id: int) -> tuple[list[Tally], int]:
    """What the strip above the list shows, and how many there are in all."""
    rows = Registration.objects.filter(event_id=event_id).order_by()
    counts = Counter(dict(rows.values_list("state").annotate(Count("pk"))))
    shown = [
        Tally(str(state.label), counts[state], f"?state={state.value}", TONES[state])
        for state in State
        if counts[state]
    ]
    failed = (
        undelivered()
        .filter(registration__event_id=event_id)
        .values("registration")
        .distinct()
        .count()
    )
    again = Registration.objects.repeated().filter(event_id=event_id)
    if repeated := again.count():
        label = str(_("Registered a second time"))
        shown.append(Tally(label, repeated, "?held=again", "wait"))
    if failed:
        label = str(_("Letters that did not arrive"))
        shown.append(Tally(label, failed, "?mail=failed", "bad"))
    return shown, sum(counts.values())


def describe_page(rows: Iterable[Registration], event_id: int) -> list[Registration]:
    """The rows of one page, each with what its line shows, in four queries."""
    shown = list(rows)
    ids = [row.pk for row in shown]
    failed = set(
        undelivered()
        .filter(registration__in=ids)
        .values_list("registration", flat=True)
    )
    again = {row.pk for row in shown if row.duplicate_of_id}
    if again:
        repeated = Registration.objects.repeated().filter(pk__in=again)
        again = set(repeated.values_list("pk", flat=True))
    ranks = _ranks(event_id) if any(row.state == State.WAITING for row in shown) else {}
    for row in shown:
        row.tone = TONES[row.state]
        row.mail_failed = row.pk in failed
        row.rank = ranks.get(row.pk)
        row.is_repeated = row.pk in again
    return shown


def _ranks(event_id: int) -> dict[int, int]:
    waiting = Registration.objects.waiting().filter(event_id=event_id)
    ids = waiting.values_list("pk", flat=True)
    return {pk: place for place, pk in enumerate(ids, 1)}
