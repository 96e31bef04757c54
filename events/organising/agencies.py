"""Two rows of the managed list that are one agency, and names only ever typed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F
from modelcluster.fields import ParentalKey
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from events.enums import LIVE, Action, Channel
from events.models import (
    Invitation,
    Registration,
    RegistrationChange,
    SeatCount,
)
from events.models.keys import agency_key, national, search_key
from events.seats.lock import short_wait
from portal.models import Organisation

MERGED = "events.organisation_merged"


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name that was typed, how often, and in whose conferences."""

    key: str
    name: str
    count: int


def what_moves(loser: Organisation) -> dict[str, int]:
    """How many rows of each kind belong to the agency that is to go, by their name."""
    counts: dict[str, int] = defaultdict(int)
    for relation in _references():
        rows = relation.related_model._base_manager.filter(
            **{relation.field.name: loser.pk}
        )
        if number := rows.count():
            counts[str(relation.related_model._meta.verbose_name_plural)] += number
    return dict(counts)


def merge(loser: Organisation, survivor: Organisation, *, now: datetime, actor) -> None:
    """Give all that is the loser's to the survivor, and remove the loser.

    Registrations keep their history, with a line about this one. Where both have an
    invitation to one conference, the survivor's takes the people and the quota of the
    other, which is revoked. Raises SeatsBusy.
    """
    if loser.pk == survivor.pk:
        raise ValueError("an agency cannot be merged with itself")
    with short_wait():
        _lock_events_of(loser)
        _join_invitations(loser, survivor, now)
        rows = Registration.objects.filter(organisation=loser, forgotten_at=None)
        _rename(rows, survivor, now=now, actor=actor, reason=loser.name)
        for relation in _references():
            rows = relation.related_model._base_manager
            name = relation.field.name
            rows.filter(**{name: loser.pk}).update(**{name: survivor.pk})
        # An agency does not stand above itself.
        Organisation.objects.filter(pk=survivor.pk, parent=survivor).update(
            parent=loser.parent if loser.parent_id != survivor.pk else None
        )
        if loser.email:
            kept = Organisation.objects.filter(pk=survivor.pk, email="")
            kept.update(email=loser.email)
        _mend_drafts(loser, survivor)
        data = {"merged": loser.name}
        log(instance=survivor, action=MERGED, user=actor, data=data)
        Organisation.objects.get(pk=loser.pk).delete()


def typed_names(events) -> list[TypedName]:
    """Names of no managed agency in these conferences, the most frequent first."""
    rows = Registration.objects.filter(
        event__in=events.values("pk"), organisation=None, forgotten_at=None
    )
    groups = rows.filter(state__in=LIVE).order_by().values("agency_key")
    named: dict[str, str] = dict(rows.values_list("agency_key", "organisation_name"))
    return [
        TypedName(group["agency_key"], named[group["agency_key"]], group["number"])
        for group in groups.annotate(number=Count("pk")).order_by(
            "-number", "agency_key"
        )
    ]


def map_typed(events, chosen: dict[str, Organisation], *, now: datetime, actor) -> int:
    """Give registrations with these typed names, by key, to managed agencies."""
    rows = Registration.objects.filter(
        event__in=events.values("pk"),
        organisation=None,
        forgotten_at=None,
        agency_key__in=chosen,
    )
    with short_wait():
        _lock(sorted(set(rows.values_list("event_id", flat=True))))
        return sum(
            _rename(
                rows.filter(agency_key=key), agency, now=now, actor=actor, reason=""
            )
            for key, agency in chosen.items()
        )


def _references() -> list:
    """The columns that name an agency, also those it has no name for itself."""
    return [
        relation
        for relation in Organisation._meta.get_fields(include_hidden=True)
        if relation.auto_created and (relation.one_to_many or relation.one_to_one)
    ]


def _lock_events_of(agency: Organisation) -> None:
    ids = set(agency.registrations.values_list("event_id", flat=True))
    ids |= set(agency.invitations.values_list("event_id", flat=True))
    _lock(sorted(ids))


def _lock(event_ids: Iterable[int]) -> None:
    """Let no seat verb rewrite a row meanwhile; always in the same order."""
    for event_id in event_ids:
        SeatCount.objects.filter(pk=event_id).update(version=F("version") + 1)


def _rename(rows, agency: Organisation, *, now: datetime, actor, reason: str) -> int:
    """Write the agency's name into the rows, and into their history that it was."""
    rows = list(rows)
    key = agency_key(agency.name)
    changes = []
    for row in rows:
        before = reason or row.organisation_name
        row.organisation, row.organisation_name = agency, agency.name
        row.agency_key = key
        row.search_key = search_key(
            row.name, national(row.phone), row.code, agency.name
        )
        # Whoever has the old details open in a form is told that they have changed.
        row.revision += 1
        row.changed_at = now
        changes.append(_change(row, before, now, actor))
    Registration.objects.bulk_update(
        rows,
        [
            "organisation",
            "organisation_name",
            "agency_key",
            "search_key",
            "revision",
            "changed_at",
        ],
        batch_size=200,
    )
    RegistrationChange.objects.bulk_create(changes, batch_size=500)
    return len(rows)


def _change(row: Registration, before: str, now: datetime, actor) -> RegistrationChange:
    return RegistrationChange(
        registration=row,
        at=now,
        action=Action.CORRECTED,
        before=row.state,
        after=row.state,
        channel=Channel.ORGANISER,
        actor=actor,
        reason=f"{before} → {row.organisation_name}"[:300],
    )


def _join_invitations(
    loser: Organisation, survivor: Organisation, now: datetime
) -> None:
    """One valid invitation for an agency and a conference."""
    kept = {
        row.event_id: row
        for row in Invitation.objects.filter(organisation=survivor, revoked_at=None)
    }
    for row in Invitation.objects.filter(organisation=loser, revoked_at=None):
        if row.event_id not in kept:
            continue
        stays = kept[row.event_id]
        row.registrations.update(invitation=stays)
        Invitation.objects.filter(pk=stays.pk).update(quota=F("quota") + row.quota)
        Invitation.objects.filter(pk=row.pk).update(revoked_at=now)


def _mend_drafts(loser: Organisation, survivor: Organisation) -> None:
    """Put the survivor into drafts and former versions of pages that name the loser.

    Publishing one of them would otherwise bring back an agency that is no more.
    """
    for page_type, path in _places_in_pages().items():
        kind = ContentType.objects.get_for_model(page_type)
        rows = Revision.objects.filter(content_type=kind)
        for revision in rows.iterator(chunk_size=100):
            if _swap(revision.content, path, loser.pk, survivor.pk):
                revision.save(update_fields=["content"])


def _places_in_pages() -> dict[type[Page], list[tuple[str, str]]]:
    """Where pages' contents name an agency: a list of rows, and the column in them."""
    places: dict[type[Page], list[tuple[str, str]]] = defaultdict(list)
    for relation in _references():
        model, column = relation.related_model, relation.field.name
        if issubclass(model, Page):
            places[model].append(("", column))
            continue
        for parent in model._meta.fields:
            if isinstance(parent, ParentalKey):
                rows = parent.remote_field.get_accessor_name()
                places[parent.related_model].append((rows, column))
    return places


def _swap(content: dict, places: list[tuple[str, str]], old: int, new: int) -> bool:
    changed = False
    for rows, column in places:
        for row in content.get(rows, ()) if rows else (content,):
            if row.get(column) == old:
                row[column] = new
                changed = True
    return changed
