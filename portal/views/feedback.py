"""“Was this useful?”, answered without saying who."""

from datetime import datetime, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page

from portal import guard
from portal.guard.address import client_group
from portal.models import PageFeedback

THANKS = "cam-on"
_DAY = timedelta(days=1)
#: One browser answers once a day for a page; an office behind one address may differ.
ONCE = guard.Limit(1, _DAY)
PER_ADDRESS = guard.Limit(60, _DAY)


class FeedbackForm(forms.Form):
    helpful = forms.TypedChoiceField(
        choices=[("1", "1"), ("0", "0")], coerce=lambda value: value == "1"
    )
    # Readers never see it; what fills it is not a reader.
    website = forms.CharField(required=False)


# A token would put a cookie on every page for an answer that names nobody: a
# forged one only adds to a tally, and the browser's own header refuses those.
@csrf_exempt
@require_POST
def feedback(request: HttpRequest, page_id: int) -> HttpResponse:
    """Count an answer to a public page and send the reader back to it."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponseForbidden()
    page = get_object_or_404(Page.objects.live().public(), pk=page_id)
    form = FeedbackForm(request.POST)
    sent = form.is_valid() and not form.cleaned_data["website"]
    if sent and _is_first(request, page_id, timezone.now()):
        PageFeedback.objects.count_answer(
            page_id=page.pk,
            helpful=form.cleaned_data["helpful"],
            on=timezone.localdate(),
        )
    return redirect(f"{page.get_url(request)}?{THANKS}#phan-hoi")


def _is_first(request: HttpRequest, page_id: int, now: datetime) -> bool:
    """Whether this browser has not answered for the page today; kept is a hash."""
    browser = request.headers.get("User-Agent", "")
    subject = f"{page_id} {client_group(request)} {browser}"
    try:
        guard.check("feedback", request, now, PER_ADDRESS)
        guard.check("feedback-page", request, now, ONCE, subject=subject)
    except guard.TooMany:
        return False
    return True
