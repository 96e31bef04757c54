"""“Was this useful?”, answered without saying who."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page

from portal.models import PageFeedback

THANKS = "cam-on"


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
    if form.is_valid() and not form.cleaned_data["website"]:
        PageFeedback.objects.count_answer(
            page_id=page.pk,
            helpful=form.cleaned_data["helpful"],
            on=timezone.localdate(),
        )
    return redirect(f"{page.get_url(request)}?{THANKS}#phan-hoi")
