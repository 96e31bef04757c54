"""Bodies as plain words: for search, reading time and citations."""

import re
from collections.abc import Iterator

from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.rich_text import get_text_for_indexing

_SPACES = re.compile(r"\s+")


def plain_text(stream) -> str:
    """Return the words of a StreamField value, one line per block."""
    return "\n".join(line for line in (_block_text(child) for child in stream) if line)


def _block_text(child) -> str:
    pieces = " ".join(_texts(child.block, child.value))
    return _SPACES.sub(" ", pieces).strip()


def _texts(block, value) -> Iterator[str]:
    if value is None:
        return
    if isinstance(block, StreamBlock):
        for child in value:
            yield from _texts(child.block, child.value)
    elif isinstance(block, TypedTableBlock):
        yield from _table_texts(value)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _texts(child, value.get(name))
    elif isinstance(block, ListBlock):
        for item in value:
            yield from _texts(block.child_block, item)
    elif isinstance(block, RichTextBlock):
        yield get_text_for_indexing(value.source)
    elif isinstance(value, str) and not hasattr(block, "field_choices"):
        yield from block.get_searchable_content(value)


def _table_texts(table) -> Iterator[str]:
    yield table.caption or ""
    yield from (column["heading"] for column in table.columns)
    for row in table.rows:
        for cell in row:
            yield from _texts(cell.block, cell.value)


def reading_minutes(text: str, words_per_minute: int = 220) -> int:
    """Return how long a reader needs, in whole minutes, at least one.

    Vietnamese is written in syllables: 220 a minute is an unhurried pace.
    """
    return max(1, round(len(text.split()) / words_per_minute))
