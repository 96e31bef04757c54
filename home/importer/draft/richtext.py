"""Blocks as the values of a page body: what the editor finds in the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from home.importer.article import Block, Run

MAX_HEADING = 160
MAX_CAPTION = 255


def body_value(
    blocks: Iterable[Block], pictures: dict[int, dict]
) -> list[dict[str, object]]:
    """Raw stream data; `pictures` has the value of the image block at a position.

    Neighbouring paragraphs and lists become one text block, as an editor would
    have typed them.
    """
    blocks = list(blocks)
    sections = _section_level(blocks)
    stream: list[dict[str, object]] = []
    for is_text, group in groupby(enumerate(blocks), lambda pair: _flows(pair[1])):
        if is_text:
            markup = _rich_text(block for _position, block in group)
            stream.append({"type": "paragraph", "value": markup})
            continue
        for position, block in group:
            if block.kind == "heading":
                level = "h2" if block.level <= sections else "h3"
                value: object = {"text": block.text, "level": level}
            elif block.kind == "table":
                value = _table(block)
            else:
                value = pictures[position]
            stream.append({"type": block.kind, "value": value})
    return stream


def _flows(block: Block) -> bool:
    return block.kind in {"text", "item"} or _is_overlong_heading(block)


def _is_overlong_heading(block: Block) -> bool:
    return block.kind == "heading" and len(block.text) > MAX_HEADING


def _section_level(blocks: Iterable[Block]) -> int:
    """The highest heading level in use: whatever it is, it opens sections."""
    return min((b.level for b in blocks if b.kind == "heading"), default=2)


def _rich_text(blocks: Iterable[Block]) -> str:
    return "".join(_elements(blocks))


def _elements(blocks: Iterable[Block]) -> Iterator[SafeString]:
    for tag, group in groupby(blocks, _list_tag):
        if not tag:
            for block in group:
                yield format_html("<p>{}</p>", _inline(block.runs))
            continue
        items = format_html_join("", "<li>{}</li>", ((_inline(b.runs),) for b in group))
        yield format_html("<{0}>{1}</{0}>", tag, items)


def _list_tag(block: Block) -> str:
    if block.kind != "item":
        return ""
    return "ol" if block.ordered else "ul"


def _inline(runs: Iterable[Run]) -> SafeString:
    return format_html_join("", "{}", ((_styled(run),) for run in runs))


def _styled(run: Run) -> SafeString:
    text = format_html("{}", run.text)
    if run.href:
        text = format_html('<a href="{}">{}</a>', run.href, text)
    if run.bold:
        text = format_html("<b>{}</b>", text)
    if run.italic:
        text = format_html("<i>{}</i>", text)
    return text


def _table(block: Block) -> dict[str, object]:
    rows = list(block.rows)
    headings = rows.pop(0) if block.has_header else [""] * len(rows[0])
    return {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": list(row)} for row in rows],
        "caption": block.caption[:MAX_CAPTION],
    }
