"""The link of a proposal, lost, is sent again to the address that it names."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from documents.initiatives.submissions import drafts
from documents.initiatives.submissions.start_forms import LostLinkForm
from documents.initiatives.views.answer_form import answer_form
from documents.initiatives.views.submissions import check_address
from portal import guard
from portal.guard.responses import secret

LOOKUP = "documents/submissions/lookup.html"
LIMIT = guard.Limit(10, timedelta(hours=1))
_SENT = "da-gui"


def submission_lookup(request: HttpRequest) -> HttpResponse:
    """Says the same whether the address is known or not: nobody learns who proposed."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = LostLinkForm(posted, now=now)
    context = {"form": form, "is_sent": _SENT in request.GET}

    def on_valid() -> str:
        email = form.cleaned_data["email"]
        check_address(request, email, now)
        drafts.send_links(email, now=now)
        return f"{reverse('submission_lookup')}?{_SENT}"

    try:
        page = answer_form(
            request, LOOKUP, context, limit=LIMIT, now=now, on_valid=on_valid
        )
    except guard.TooMany as flood:
        page = guard.too_many(request, LOOKUP, context, flood)
    return secret(page)
