"""The words of pages' bodies: where each stands, and all as plain text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wagtail.blocks import (
    ChoiceBlock,
    ListBlock,
    MultipleChoiceBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.rich_text import get_text_for_indexing

_SPACES = re.compile(r"\s+")

# Steps into a body's raw data: positions in lists, names in mappings.
Path = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class BlockText:
    """What an editor typed in one place of a body; `path` leads to it."""

    path: Path
    source: str
    is_html: bool = False


def plain_text(stream) -> str:
    """The words of a StreamField value, one line per block."""
    block = stream.stream_block
    raw = block.get_prep_value(stream)
    lines = (text_of(block, [child]) for child in raw)
    return "\n".join(filter(None, lines))


def text_of(block, raw) -> str:
    """The words of a block's raw data on one line."""
    return _line(block_texts(block, raw))


def _line(texts: Iterator[BlockText]) -> str:
    words = (
        get_text_for_indexing(text.source) if text.is_html else text.source
        for text in texts
    )
    return _SPACES.sub(" ", " ".join(words)).strip()


def block_texts(block, raw, path: Path = ()) -> Iterator[BlockText]:
    """What people read in a block, from its raw data, in the order of its fields."""
    if raw is None:
        return
    if isinstance(block, StreamBlock):
        for place, child in enumerate(raw):
            if known := block.child_blocks.get(child["type"]):
                yield from block_texts(known, child["value"], (*path, place, "value"))
    elif isinstance(block, TypedTableBlock):
        yield from _table_texts(block, raw, path)
    elif isinstance(block, StructBlock):
        # An anchor of another page is no word: a block names such fields itself.
        unread = getattr(block, "unread", ())
        for name, child in block.child_blocks.items():
            if name in unread:
                continue
            yield from block_texts(child, raw.get(name), (*path, name))
    elif isinstance(block, ListBlock):
        for place, item in enumerate(raw):
            wrapped = isinstance(item, Mapping) and item.get("type") == "item"
            value, step = (item["value"], ("value",)) if wrapped else (item, ())
            yield from block_texts(block.child_block, value, (*path, place, *step))
    elif isinstance(block, RichTextBlock):
        yield BlockText(path, raw, is_html=True)
    elif isinstance(raw, str) and _are_words(block, raw):
        yield BlockText(path, raw)


def _are_words(block, raw: str) -> bool:
    """Whether people read it: a choice or an address is not for reading."""
    is_choice = isinstance(block, ChoiceBlock | MultipleChoiceBlock)
    return not is_choice and bool(block.get_searchable_content(raw))


def _table_texts(block, raw: dict, path: Path) -> Iterator[BlockText]:
    if raw.get("caption"):
        yield BlockText((*path, "caption"), raw["caption"])
    kinds = [block.child_blocks.get(column["type"]) for column in raw["columns"]]
    for place, column in enumerate(raw["columns"]):
        if column.get("heading"):
            yield BlockText((*path, "columns", place, "heading"), column["heading"])
    for number, row in enumerate(raw["rows"]):
        for place, (kind, value) in enumerate(zip(kinds, row["values"], strict=False)):
            if kind is not None:
                steps = (*path, "rows", number, "values", place)
                yield from block_texts(kind, value, steps)


def reading_minutes(text: str, words_per_minute: int = 220) -> int:
    """Return how long a reader needs, in whole minutes, at least one.

    Vietnamese is written in syllables: 220 a minute is an unhurried pace.
    """
    return max(1, round(len(text.split()) / words_per_minute))
