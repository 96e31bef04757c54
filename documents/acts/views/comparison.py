"""Two days of one act side by side: the words that differ, article by article."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from documents.acts.text import provision_name
from documents.acts.views.days import requested_day
from documents.acts.views.regulation import RegulationOnDay
from documents.law.effects import compare, consolidate
from documents.models.regulations import RegulationPage
from portal.page_views import page_view


@page_view(RegulationPage, "so-sanh/", name="compare")
def compare_response(act, request: HttpRequest) -> HttpResponse:
    """What two days of the text differ in.

    `?tu=` and `?den=` name the days; without them, enactment and today."""
    today = timezone.localdate()
    start = act.effective_from or act.signed_on or today
    before = requested_day(request.GET.get("tu") or start.isoformat(), today)
    after = requested_day(request.GET.get("den"), today)
    first, last = sorted((before.on, after.on))
    view = RegulationOnDay(act, last)
    earlier = consolidate(view.stored, view.effects, first)
    pieces = [*earlier.provisions, *view.text.provisions]
    names = {piece.anchor: provision_name(piece.provision) for piece in pieces}
    context = {
        "first": first,
        "last": last,
        "problems": [day.problem for day in (before, after) if day.problem],
        "differences": [
            {
                "anchor": difference.anchor,
                "name": names.get(difference.anchor, difference.anchor),
                "segments": difference.segments,
                "acts": [view.by_id[e.id].source for e in difference.made_by],
            }
            for difference in compare(earlier, view.text)
        ],
    }
    return act.render(
        request,
        context_overrides=context,
        template="documents/regulation_compare_page.html",
    )
