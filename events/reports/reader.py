"""The facts of a conference or series, read from the database as plain values."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import translation

from documents.law.effects import EffectKind
from documents.models import RegulationEffect, RegulationPage
from events.checkin import attendance
from events.enums import Audience, Usefulness
from events.models import ConferenceSeriesPage, EventPage, SurveyAnswer
from events.reports.answers import Given
from events.reports.facts import (
    Act,
    Gathering,
    Group,
    Numbers,
    Picture,
    PlaceFact,
    SpeakerFact,
    Survey,
)
from portal.models import SiteSettings

GOOD = frozenset({Usefulness.AT_ONCE.value, Usefulness.MOSTLY.value})
_CHANGES = (EffectKind.AMENDS, EffectKind.SUPPLEMENTS, EffectKind.REPEALS)


def of_event(event: EventPage, house: SiteSettings) -> Gathering:
    """A single conference, with the programme of its series where it has none."""
    with translation.override(settings.LANGUAGE_CODE):
        return _gathering(
            event,
            [event],
            house,
            title=event.full_title,
            dates_in_words=event.date_text,
            purposes=event.purposes or _purposes_above(event),
        )


def of_series(series: ConferenceSeriesPage, house: SiteSettings) -> Gathering:
    """A series with all its published conferences."""
    with translation.override(settings.LANGUAGE_CODE):
        events = EventPage.objects.child_of(series).live().select_related("locality")
        events = list(events.order_by("starts_on", "path"))
        return _gathering(
            series,
            events,
            house,
            title=series.title,
            dates_in_words=series.date_text,
            purposes=series.purposes,
            attendance=series.attendance_text,
        )


def _gathering(
    page: EventPage | ConferenceSeriesPage,
    events: list[EventPage],
    house: SiteSettings,
    **known,
) -> Gathering:
    first = page.starts_on or min(
        (event.starts_on for event in events if event.starts_on), default=None
    )
    last = page.ends_on or max(
        (event.ends_on for event in events if event.ends_on), default=first
    )
    unit = house.unit_name.partition(" tỉnh ")[0]
    return Gathering(
        unit=unit,
        places=tuple(map(_place, events)),
        first=first,
        last=last,
        audiences=tuple(page.audience_labels),
        speakers=tuple(
            SpeakerFact(str(row.person), row.title_then, row.organisation_then)
            for row in page.get_speakers()
        ),
        acts=tuple(_acts(page)),
        initiatives=tuple(one.title for one in page.get_initiatives()),
        organisers=tuple(str(row.organisation) for row in page.get_organisers()),
        topics=tuple(topics_of(page)),
        cover=_cover(page),
        pictures=tuple(_pictures([page, *events])),
        survey=survey_of(events),
        is_sample=page.is_sample,
        **known,
    )


def _purposes_above(event: EventPage) -> tuple[str, ...]:
    above = ConferenceSeriesPage.objects.filter(pk=event.series_id).only("purpose")
    found = above.first() if event.series_id else None
    return tuple(found.purposes) if found else ()


def _place(event: EventPage) -> PlaceFact:
    locality = event.locality
    kind = locality.get_kind_display().lower() if locality else ""
    return PlaceFact(
        title=event.title,
        locality=f"{kind} {locality.name}" if locality else "",
        venue=event.venue,
        first=event.starts_on,
        last=event.ends_on,
        starts=event.start_time,
        ends=event.end_time,
        numbers=numbers_of(event) if attendance.closed(event) else None,
    )


def numbers_of(event: EventPage) -> Numbers:
    """The numbers as they stand, whether or not attendance is closed."""
    counts = attendance.counts(event)
    total = counts.total
    return Numbers(
        invited=total.invited,
        agencies=sum(bool(line.tally.invited) for line in counts.agencies),
        registered=total.confirmed,
        present=total.present,
        absent=total.absent,
        unregistered=total.unregistered,
        groups=tuple(map(_group, counts.groups)),
        by_agency=tuple(map(_group, counts.agencies)),
    )


def _group(line: attendance.AttendanceRow) -> Group:
    tally = line.tally
    return Group(
        line.label,
        registered=tally.confirmed,
        absent=tally.absent,
        present=tally.present,
        unregistered=tally.unregistered,
        invited=tally.invited,
    )


def _acts(page: EventPage | ConferenceSeriesPage) -> Iterable[Act]:
    shown: list[RegulationPage] = page.get_regulations()
    effects = RegulationEffect.objects.in_force_for([act.pk for act in shown])
    pairs = effects.filter(kind__in=_CHANGES).values_list("source_id", "target__symbol")
    changes: dict[int, set[str]] = {}
    for source, symbol in pairs:
        changes.setdefault(source, set()).add(symbol)
    for act in shown:
        yield Act(
            str(act.type),
            act.symbol,
            act.signed_on,
            str(act.issuer),
            act.title,
            amends=tuple(sorted(changes.get(act.pk, ()))),
        )


def topics_of(page: EventPage | ConferenceSeriesPage) -> Iterable[str]:
    """The items of the agenda in which somebody speaks or something is shown."""
    for item in page.get_agenda():
        if item.speaker_names or item.regulation_id or item.initiative_id:
            yield item.title.strip().rstrip(".")


def _cover(page: EventPage | ConferenceSeriesPage) -> Picture | None:
    if page.cover is None:
        return None
    return Picture(page.cover.pk, page.cover.description, page.cover.caption)


def _pictures(pages: Iterable[EventPage | ConferenceSeriesPage]) -> Iterable[Picture]:
    """Those in the texts of the pages, once each."""
    seen: set[int] = set()
    for page in pages:
        for block in page.body:
            found = []
            if block.block_type == "image":
                found = [block.value]
            elif block.block_type == "gallery":
                found = list(block.value["images"])
            for value in found:
                image = value["image"]
                if image and image.pk not in seen:
                    seen.add(image.pk)
                    yield Picture(
                        image.pk,
                        value["alt"] or image.description,
                        value["caption"] or image.caption,
                        value["credit"] or image.credit,
                    )


def survey_of(events: Iterable[EventPage]) -> Survey | None:
    """How many answered, and how many of them well; None where nobody did."""
    answers = given_of(events)
    if not answers:
        return None
    return Survey(len(answers), sum(one.usefulness in GOOD for one in answers))


def given_of(events: Iterable[EventPage]) -> list[Given]:
    """What was answered, without what was written."""
    answers = SurveyAnswer.objects.filter(event__in=list(events)).order_by()
    return [
        Given(audience, usefulness, tuple(parts))
        for audience, usefulness, parts in answers.values_list(
            "audience", "usefulness", "parts"
        )
    ]


def group_label(key: str) -> str:
    return str(Audience(key).label)
