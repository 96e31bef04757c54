"""A page goes to readers only when each of its pictures has words in its place.

Drafts are saved as they are. The rule is kept like a required field: in the form of
the page whenever Wagtail validates it in full, and once more at the act of
publishing, for the ways round the form (approval in a workflow, many pages at once).
"""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage

from portal.images.alt_findings import (
    AltFinding,
    alt_findings,
    block_error,
    picture_finding,
)


class AltTextRefused(ValidationError):
    """Raised at the act of publishing; nothing has been published then."""

    def __init__(self, page, findings: list[AltFinding]) -> None:
        super().__init__([finding.message for finding in findings])
        self.page = page


def require_alt_texts(page) -> None:
    """Raise AltTextRefused unless every picture of the page has an alt text."""
    if findings := alt_findings(page):
        raise AltTextRefused(page, findings)


class AltTextFormMixin:
    """For a page's form: bad alt texts are errors beside the picture they are about."""

    def clean(self):
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        title = cleaned.get("title", "")
        for field in self.instance._meta.get_fields():
            value = cleaned.get(field.name)
            if isinstance(field, StreamField):
                if error := block_error(value, title):
                    self.add_error(field.name, error)
            elif isinstance(value, AbstractImage):
                caption = cleaned.get(f"{field.name}_caption") or value.caption
                if finding := picture_finding(value, "", caption, title):
                    self.add_error(field.name, finding.message)
        return cleaned


class AltTextPublishMixin:
    """For a page: publishing by any route but a schedule asks for alt texts.

    What a schedule publishes was checked when it was approved; a picture edited
    since then must not stop the timer for every other page.
    """

    def publish(self, revision, *args, log_action=True, **kwargs):
        if log_action != "wagtail.publish.scheduled":
            require_alt_texts(revision.as_object())
        return super().publish(revision, *args, log_action=log_action, **kwargs)


@hooks.register("before_publish_page")
def check_before_publishing(request: HttpRequest, page) -> None:
    """The editor's own Publish button, which does not go through `Page.publish`."""
    require_alt_texts(page)


class AltTextRefusedMiddleware:
    """Tell the one who published why it did not happen, on the page to be mended."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, AltTextRefused):
            return None
        for message in exception.messages:
            messages.error(
                request,
                _("“%(page)s” was not published. %(reason)s")
                % {"page": exception.page.title, "reason": message},
            )
        url = reverse("wagtailadmin_pages:edit", args=(exception.page.pk,))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # The dialogue of a workflow step follows this to the page.
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)
