"""The words of a page and where each stands: fields, blocks, cells."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page

from documents.citing.markup import Run, plain_run, runs
from portal.text import Path, block_texts


@dataclass(frozen=True, slots=True)
class Text:
    """What an editor typed in one place of a page."""

    field: str
    path: Path
    source: str
    is_html: bool = False

    def runs(self) -> list[Run]:
        if self.is_html:
            return runs(self.source)
        return [plain_run(self.source)] if self.source.strip() else []


def has_texts(page_type: type[Page]) -> bool:
    """Whether pages of the type have a body of their own, unlike listings."""
    return any(isinstance(field, StreamField) for field in _own_fields(page_type))


def texts(page: Page) -> Iterator[Text]:
    """All the texts that readers of the page see, in the order of its fields."""
    for field in _own_fields(type(page)):
        value = getattr(page, field.name)
        if isinstance(field, StreamField):
            block = field.stream_block
            for text in block_texts(block, block.get_prep_value(value)):
                yield Text(field.name, text.path, text.source, text.is_html)
        elif isinstance(field, models.TextField) and field.editable and value:
            yield Text(field.name, (), value)


def replace(page: Page, text: Text, source: str) -> None:
    """Put other words in the place of a text; nothing is saved."""
    field = page._meta.get_field(text.field)
    if not isinstance(field, StreamField):
        setattr(page, text.field, source)
        return
    block = field.stream_block
    raw = deepcopy(block.get_prep_value(getattr(page, text.field)))
    *way, last = text.path
    place = raw
    for step in way:
        place = place[step]
    place[last] = source
    setattr(page, text.field, block.to_python(json.loads(json.dumps(raw))))


def _own_fields(page_type: type[Page]) -> Iterator[models.Field]:
    for field in page_type._meta.get_fields():
        if isinstance(field, models.Field) and field.model is not Page:
            yield field
