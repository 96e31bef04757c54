"""The pictures of a page whose alt text serves nobody, and the words to say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListBlockValidationError, ListValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage

from portal.images.alt_text import AltProblem, problem

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


def alt_findings(page) -> list[AltFinding]:
    """What is wrong with the alt texts of a page: its pictures, blocks and rows."""
    rows = [page]
    for relation in get_all_child_relations(type(page)):
        rows.extend(getattr(page, relation.get_accessor_name()).all())
    return [finding for row in rows for finding in _row_findings(row, page.title)]


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
            if finding := picture_finding(image, "", caption, title):
                yield finding


def picture_finding(
    image: AbstractImage, alt: str, caption: str, title: str
) -> AltFinding | None:
    """What is wrong with a picture under these words; without `alt`, with its own."""
    code = problem(
        alt or image.default_alt_text,
        caption=caption,
        title=title,
        filename=image.filename,
    )
    return AltFinding(image.title, code) if code else None


def _own_picture(value) -> AbstractImage | None:
    """The picture a value is, or shows with an alt text and a caption of its own."""
    if isinstance(value, AbstractImage):
        return value
    if isinstance(value, StructValue):
        images = (child for child in value.values() if isinstance(child, AbstractImage))
        return next(images, None)
    return None


def _shown_finding(image: AbstractImage, value, title: str) -> AltFinding | None:
    words = value if isinstance(value, StructValue) else {}
    caption = words.get("caption") or image.caption
    return picture_finding(image, words.get("alt") or "", caption, title)


def _block_findings(value, title: str) -> Iterator[AltFinding]:
    if image := _own_picture(value):
        if finding := _shown_finding(image, value, title):
            yield finding
        return
    for _key, child in _children(value):
        yield from _block_findings(child, title)


def block_error(value, title: str) -> ValidationError | None:
    """The findings of a body as the nested error its editor shows in place."""
    if image := _own_picture(value):
        finding = _shown_finding(image, value, title)
        if finding is None:
            return None
        error = ValidationError(finding.message)
        if isinstance(value, StructValue):
            return StructBlockValidationError({"alt": error})
        return error
    errors = {
        key: error
        for key, child in _children(value)
        if (error := block_error(child, title))
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
