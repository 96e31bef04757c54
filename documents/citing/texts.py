"""The words of a page and where each stands: fields, blocks, cells."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from django.db import models
from wagtail.blocks import (
    ChoiceBlock,
    ListBlock,
    MultipleChoiceBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from documents.citing.markup import Run, plain_run, runs

# Steps into a field's raw data: positions in lists, names in mappings.
Path = tuple[int | str, ...]


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
            yield from _walk(block, block.get_prep_value(value), field.name, ())
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


def _walk(block, raw, field: str, path: Path) -> Iterator[Text]:
    if raw is None:
        return
    if isinstance(block, StreamBlock):
        for place, child in enumerate(raw):
            if known := block.child_blocks.get(child["type"]):
                yield from _walk(known, child["value"], field, (*path, place, "value"))
    elif isinstance(block, TypedTableBlock):
        yield from _walk_table(block, raw, field, path)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _walk(child, raw.get(name), field, (*path, name))
    elif isinstance(block, ListBlock):
        for place, item in enumerate(raw):
            wrapped = isinstance(item, Mapping) and item.get("type") == "item"
            value, step = (item["value"], ("value",)) if wrapped else (item, ())
            yield from _walk(block.child_block, value, field, (*path, place, *step))
    elif isinstance(block, RichTextBlock):
        yield Text(field, path, raw, is_html=True)
    elif isinstance(raw, str) and _are_words(block, raw):
        yield Text(field, path, raw)


def _are_words(block, raw: str) -> bool:
    """Whether people read it: a choice or an address is not for reading."""
    is_choice = isinstance(block, ChoiceBlock | MultipleChoiceBlock)
    return not is_choice and bool(block.get_searchable_content(raw))


def _walk_table(block, raw: dict, field: str, path: Path) -> Iterator[Text]:
    if raw.get("caption"):
        yield Text(field, (*path, "caption"), raw["caption"])
    kinds = [block.child_blocks.get(column["type"]) for column in raw["columns"]]
    for place, column in enumerate(raw["columns"]):
        if column.get("heading"):
            yield Text(field, (*path, "columns", place, "heading"), column["heading"])
    for number, row in enumerate(raw["rows"]):
        for place, (kind, value) in enumerate(zip(kinds, row["values"], strict=False)):
            if kind is not None:
                steps = (*path, "rows", number, "values", place)
                yield from _walk(kind, value, field, steps)
