"""Two days of one act side by side: the words that differ, article by article."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from documents.acts.names import place_words
from documents.acts.text import provision_name
from documents.acts.views.days import RequestedDay, requested_day
from documents.acts.views.regulation import RegulationOnDay
from documents.law.effects import (
    Op,
    ReviewState,
    Segment,
    SuspensionDiff,
    compare,
    compare_suspensions,
    consolidate,
)
from documents.law.effects.comparison import ProvisionDiff
from documents.law.effects.model import TEXT_KINDS
from documents.law.provisions import Level
from documents.models.files import files_of
from documents.models.regulations import RegulationPage
from portal.page_views import page_view

COMPARED = "documents/regulation_compare_page.html"
NO_TEXT = "documents/regulation_compare_no_text.html"


@page_view(RegulationPage, "so-sanh/", name="compare")
def compare_response(act, request: HttpRequest) -> HttpResponse:
    """What two days of the text differ in.

    `?tu=` and `?den=` name the days; without them, enactment and today. Of an act
    without its text there is nothing to compare: the page says where to read it.
    """
    if not act.text:
        return _render(act, request, {"files": files_of(act)}, NO_TEXT)
    today = timezone.localdate()
    start = act.effective_from or act.signed_on or today
    before = requested_day(request.GET.get("tu") or start.isoformat(), today)
    after = requested_day(request.GET.get("den"), today)
    problems = [day.problem for day in (before, after) if day.problem]
    if problems:
        return _render(act, request, _unread(before, after, problems))
    first, last = sorted((before.on, after.on))
    view = RegulationOnDay(act, last)
    earlier = consolidate(view.stored, view.effects, first)
    pieces = [*earlier.provisions, *view.text.provisions]
    names = {piece.anchor: provision_name(piece.provision) for piece in pieces}
    differing = compare(earlier, view.text)
    suspensions = compare_suspensions(earlier, view.text)
    context = {
        "first": first,
        "last": last,
        "differences": [
            {
                "anchor": difference.anchor,
                "name": names.get(difference.anchor, difference.anchor),
                "segments": difference.segments,
                "kind": _kind(difference.segments),
                "changes": _changes(view, difference, first, last),
            }
            for difference in differing
        ],
        "suspensions": [_suspension(view, one, last) for one in suspensions],
        "unchanged": _unchanged(view, differing, suspensions),
    }
    return _render(act, request, context)


def _render(
    act, request: HttpRequest, context: dict, template: str = COMPARED
) -> HttpResponse:
    return act.render(request, context_overrides=context, template=template)


def _unread(before: RequestedDay, after: RequestedDay, problems: list[str]) -> dict:
    """Nothing is compared with a day nobody asked for; what was typed stays."""
    typed = {"first_typed": before.typed, "last_typed": after.typed}
    return typed | {"first": before.on, "last": after.on, "problems": problems}


def _kind(segments: Sequence[Segment]) -> str:
    """Whether an article is new, gone or reads otherwise."""
    found = {segment.op for segment in segments if segment.text.strip()}
    if found == {Op.INSERT}:
        return "added"
    return "repealed" if found == {Op.DELETE} else "amended"


def _suspension(view: RegulationOnDay, diff: SuspensionDiff, last: date) -> dict:
    """What begins or ends, its day where that has come, and the act that says so."""
    day = diff.by.on if diff.is_suspended else diff.by.until
    return {
        "anchor": diff.anchor,
        "name": place_words(diff.anchor) or diff.anchor,
        "kind": "suspended" if diff.is_suspended else "resumed",
        "on": day if day and day <= last else None,
        "act": view.by_id[diff.by.id].source,
    }


def _unchanged(
    view: RegulationOnDay,
    differing: Sequence[ProvisionDiff],
    suspensions: Sequence[SuspensionDiff],
) -> list[str]:
    """The articles that read the same on both days and apply as before, each once."""
    changed = {difference.anchor for difference in differing}
    changed |= _articles_of(view, suspensions)
    return [
        provision_name(piece.provision)
        for piece in view.text.provisions
        if piece.provision.path
        and piece.provision.path[-1].level is Level.ARTICLE
        and piece.anchor not in changed
    ]


def _articles_of(
    view: RegulationOnDay, suspensions: Sequence[SuspensionDiff]
) -> set[str]:
    """The articles these provisions are, lie in, or have among them."""
    held = {one.anchor for one in suspensions}
    found: set[str] = set()
    parents = {piece.anchor: piece.parent for piece in view.text.provisions}
    for anchor in parents:
        line = [anchor]
        while parents.get(line[-1]):
            line.append(parents[line[-1]])
        if held.intersection(line):
            found.update(line)
    return found


def _changes(view: RegulationOnDay, difference, first, last) -> list[dict]:
    """Every act that changed the article between the days, with its day.

    A clause amended twice keeps the later act alone, so the days are asked. Whose
    phrase does not stand there has changed nothing.
    """
    place = difference.anchor
    idle = {effect.id for effect in view.text.missing}
    made = {effect.id for effect in difference.made_by}
    rows = [
        row
        for row in view.rows
        if row.review == ReviewState.CONFIRMED
        and row.pk not in idle
        and row.effective_on
        and first < row.effective_on <= last
        and (
            row.pk in made
            or row.kind in TEXT_KINDS
            and (row.provision == place or row.provision.startswith(f"{place}-"))
        )
    ]
    rows.sort(key=lambda row: (row.effective_on, row.pk))
    latest = {(row.effective_on, row.source_id): row for row in rows}
    return [{"on": row.effective_on, "act": row.source} for row in latest.values()]
