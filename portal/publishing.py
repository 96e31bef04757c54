"""A page goes to readers only when each of its pictures has words in its place.

Drafts are saved as they are. The rule is kept like a required field: in the form of
the page whenever Wagtail validates it in full, and once more at the act of
publishing, for the ways round the form (approval in a workflow, many pages at once).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail import hooks
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListBlockValidationError, ListValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage

from portal.alt_text import AltProblem, problem

WORDING = {
    AltProblem.EMPTY: _(
        "Picture “%(picture)s” has no alt text. "
        "Say what it shows, for those who cannot see it."
    ),
    AltProblem.PATH: _(
        "The alt text of picture “%(picture)s” is a file path or address, "
        "left there by Word. Replace it with what the picture shows."
    ),
    AltProblem.FILE_NAME: _(
        "The alt text of picture “%(picture)s” is a file name. "
        "Replace it with what the picture shows."
    ),
    AltProblem.NUMBERED: _(
        "“Picture 1” and the like tell nothing: "
        "write in the alt text what picture “%(picture)s” shows."
    ),
    AltProblem.SAME_AS_CAPTION: _(
        "The alt text of picture “%(picture)s” repeats its caption, "
        "so it would be read out twice. Say what is to be seen."
    ),
    AltProblem.SAME_AS_TITLE: _(
        "The alt text of picture “%(picture)s” repeats the title of the page. "
        "Say what is to be seen."
    ),
    AltProblem.TOO_LONG: _(
        "The alt text of picture “%(picture)s” is longer than 250 characters. "
        "Put the essence here and the rest into the text."
    ),
}


@dataclass(frozen=True)
class AltFinding:
    """One picture whose alt text keeps its page from being published."""

    picture: str
    problem: AltProblem

    @property
    def message(self) -> str:
        return WORDING[self.problem] % {"picture": self.picture}


class AltTextRefused(ValidationError):
    """Raised at the act of publishing; nothing has been published then."""

    def __init__(self, page, findings: list[AltFinding]) -> None:
        super().__init__([finding.message for finding in findings])
        self.page = page


def alt_findings(page) -> list[AltFinding]:
    """What is wrong with the alt texts of a page: its pictures, blocks and rows."""
    rows = [page]
    for relation in get_all_child_relations(type(page)):
        rows.extend(getattr(page, relation.get_accessor_name()).all())
    return [finding for row in rows for finding in _row_findings(row, page.title)]


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
                if error := _block_error(value, title):
                    self.add_error(field.name, error)
            elif isinstance(value, AbstractImage):
                caption = cleaned.get(f"{field.name}_caption") or value.caption
                if finding := _finding(value, "", caption, title):
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


def _row_findings(row: models.Model, title: str) -> Iterator[AltFinding]:
    for field in row._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _block_findings(getattr(row, field.name), title)
        elif isinstance(field, models.ForeignKey) and issubclass(
            field.related_model, AbstractImage
        ):
            image = getattr(row, field.name)
            if image is None:
                continue
            caption = getattr(row, f"{field.name}_caption", "") or image.caption
            if finding := _finding(image, "", caption, title):
                yield finding


def _finding(
    image: AbstractImage, alt: str, caption: str, title: str
) -> AltFinding | None:
    code = problem(
        alt or image.default_alt_text,
        caption=caption,
        title=title,
        filename=image.filename,
    )
    return AltFinding(image.title, code) if code else None


def _struct_finding(value: StructValue, title: str) -> AltFinding | None:
    images = [child for child in value.values() if isinstance(child, AbstractImage)]
    if not images:
        return None
    caption = str(value.get("caption") or "") or images[0].caption
    return _finding(images[0], value.get("alt") or "", caption, title)


def _block_findings(value, title: str) -> Iterator[AltFinding]:
    if isinstance(value, AbstractImage):
        if finding := _finding(value, "", value.caption, title):
            yield finding
    elif isinstance(value, StructValue) and (finding := _struct_finding(value, title)):
        yield finding
    else:
        for _key, child in _children(value):
            yield from _block_findings(child, title)


def _block_error(value, title: str) -> ValidationError | None:
    """The findings of a body as the nested error its editor shows in place."""
    if isinstance(value, AbstractImage):
        finding = _finding(value, "", value.caption, title)
        return ValidationError(finding.message) if finding else None
    if isinstance(value, StructValue) and (finding := _struct_finding(value, title)):
        return StructBlockValidationError({"alt": ValidationError(finding.message)})
    errors = {
        key: error
        for key, child in _children(value)
        if (error := _block_error(child, title))
    }
    if not errors:
        return None
    if isinstance(value, StreamValue):
        return StreamBlockValidationError(block_errors=errors)
    if isinstance(value, ListValue):
        return ListBlockValidationError(block_errors=errors)
    return StructBlockValidationError(errors)


def _children(value) -> list[tuple]:
    if isinstance(value, StreamValue):
        return [(index, child.value) for index, child in enumerate(value)]
    if isinstance(value, ListValue):
        return list(enumerate(value))
    if isinstance(value, StructValue):
        return list(value.items())
    return []
