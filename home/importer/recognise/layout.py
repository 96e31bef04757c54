"""Which block is the title, which the lead, what belongs to the article at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from home.importer.article import Block, Finding
from home.importer.read.markup import Page
from home.importer.recognise import chrome
from home.importer.recognise.captions import place_captions
from home.importer.recognise.publication import (
    day_in_line,
    facts_of,
    is_near,
    split_day,
)
from home.importer.recognise.signatures import is_writer, take_signature

# A saved page keeps its article in the containers meant for it when they hold
# this much of the text; otherwise the theme uses those names for something else.
CONTENT_SHARE = 0.5
MIN_CONTENT = 200
# How many blocks below the title tell when the thing happened.
NEAR_TITLE = 5
# Among so many last ones a day alone is that of publication.
LAST_LINES = 3
ENDS_SENTENCE = (".", "!", "?", "…", ".”", '."', ".)", "./", ":")
# How a lead opens and a title does not, even when its full stop was forgotten.
LEAD_OPENERS = re.compile(
    r"\d{1,2}\s?(?:giờ|h)\s|(?:(?:từ|trong|vào)\s.{0,12})?(?:ngày|sáng|chiều|tối"
    r"|vừa qua|thực hiện|nhằm|để|được sự|căn cứ|theo|tại)(?!\w)",
    re.IGNORECASE,
)
HEAD_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
HEAD_DATES = ("article:published_time", "datepublished", "dc.date", "date", "time")


@dataclass
class Layout:
    """The parts of the article, and what was taken away."""

    title: str = ""
    lead: str = ""
    blocks: list[Block] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    published_on: date | None = None
    author: str = ""
    source: str = ""
    findings: list[Finding] = field(default_factory=list)


def lay_out(page: Page) -> Layout:
    """Strip the furniture and name the parts."""
    layout = Layout(published_on=_head_date(page.head))
    blocks, repeated = chrome.without_teasers(_in_content(page.blocks))
    start, title = _find_title(blocks, page.head)
    title, behind = split_day(title)
    layout.title = title.rstrip(" ./") if title.endswith("./.") else title
    above, below = blocks[: max(start, 0)], blocks[start + 1 :]
    removed = [b.text for b in (*repeated, *above) if b.text]
    for block in above:
        facts = facts_of(block.text) if block.kind == "text" else None
        if facts and facts.certain:
            layout.published_on = layout.published_on or facts.published_on
        if facts:
            layout.author = layout.author or facts.author
    kept, cut = _without_tail(below)
    removed += [b.text for b in cut if b.text]
    kept = _take_facts(kept, layout, removed)
    around = (*above, *cut)
    layout.published_on = layout.published_on or behind or _day_around(around, kept)
    signed = take_signature(kept)
    layout.author = layout.author or signed.author
    layout.source = layout.source or signed.source
    removed += signed.furniture
    kept, layout.captions = place_captions(signed.blocks)
    if removed:
        # Controls are nobody's words; what may have been content is named.
        doubtful = (text for text in removed if not chrome.is_label_line(text))
        excerpt = " · ".join(doubtful)
        layout.findings.append(
            Finding("chrome_removed", excerpt, {"count": len(removed)})
        )
    _take_lead(kept, layout)
    return layout


def _in_content(blocks: Sequence[Block]) -> list[Block]:
    """Blocks outside of furniture, only those of the article's container if any."""
    outside = [b for b in blocks if "chrome" not in b.hints]
    if _length(outside) < MIN_CONTENT:
        outside = list(blocks)
    content = [b for b in outside if "content" in b.hints]
    enough = max(MIN_CONTENT, CONTENT_SHARE * _length(outside))
    if _length(content) < enough:
        return outside
    first = outside.index(content[0])
    # The title often stands above the container that holds the text.
    return [*outside[:first], *content]


def _day_around(around: Sequence[Block], below: Sequence[Block]) -> date | None:
    """The day above the title or under the text, which what is told confirms.

    Else it may be the day on which somebody opened the page.
    """
    texts = [block.text for block in below[:NEAR_TITLE]]
    for block in around:
        facts = facts_of(block.text) if block.text else None
        day = facts.published_on if facts else None
        if facts and day and (facts.certain or is_near(day, texts)):
            return day
    return None


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(b.text) for b in blocks)


def _find_title(blocks: Sequence[Block], head: dict[str, str]) -> tuple[int, str]:
    """Position and words of the title; position -1 when no block is one."""
    named = next((head[key] for key in HEAD_TITLES if head.get(key)), "")
    menus = chrome.menu_runs(blocks)
    best, best_score = -1, 3.0
    prose_seen = False
    for position, block in enumerate(blocks):
        if block.kind not in {"text", "heading"} or len(block.text) > 400:
            prose_seen = prose_seen or block.kind == "text"
            continue
        if prose_seen and not (block.level == 1 or _same_title(block.text, named)):
            continue
        score = _title_score(block, named, in_menu=position in menus)
        following = blocks[position + 1].text if position + 1 < len(blocks) else ""
        # The day of publication stands right under the title, if anywhere.
        if score and facts_of(following):
            score += 5
        if score > best_score:
            best, best_score = position, score
        prose_seen = prose_seen or _is_prose(block)
    if best >= 0:
        return best, blocks[best].text
    return -1, named if _only_title_missing(named) else ""


def _only_title_missing(named: str) -> bool:
    return len(named.split()) >= 4 and not chrome.is_masthead(named)


def _title_score(block: Block, named: str, *, in_menu: bool) -> float:
    text = block.text
    if chrome.is_label_line(text) or facts_of(text) or _is_prose(block):
        return 0
    score = float(min(len(text.split()), 15))
    score += {1: 8, 2: 5, 3: 2}.get(block.level, 0)
    score += 4 * ("title" in block.hints) - 10 * ("chrome" in block.hints)
    score += 30 * _same_title(text, named)
    if chrome.is_capitals(text):
        score -= 4
    if chrome.is_banner(text):
        score -= 9 if chrome.is_capitals(text) else 7
    if chrome.is_masthead(text):
        score -= 8
    return score - 8 * in_menu - 4 * (block.link_share > 0.8)


def _same_title(text: str, named: str) -> bool:
    """The head's title is the block's, perhaps with the portal's name after it."""
    mine, theirs = chrome.folded(text), chrome.folded(named)
    cut = theirs.removesuffix("...")[:80].rstrip()
    return len(mine) >= 10 and (
        theirs.startswith(mine) or (len(cut) >= 10 and mine.startswith(cut))
    )


def _is_prose(block: Block) -> bool:
    """A paragraph, not a line: where it begins, no title is left to come."""
    words = len(block.text.split())
    if chrome.is_capitals(block.text) or chrome.is_banner(block.text):
        return False
    return block.kind in {"text", "item"} and (
        (words >= 12 and block.text.endswith(ENDS_SENTENCE))
        or (words >= 25 and bool(LEAD_OPENERS.match(block.text)))
        or len(block.text) > 300
    )


def _without_tail(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The article and what follows it; a closing menu of links goes too."""
    seen = False
    for position, block in enumerate(blocks):
        if seen and chrome.is_tail(block):
            return list(blocks[:position]), list(blocks[position:])
        seen = seen or _is_prose(block)
    return list(blocks), []


def _take_facts(blocks: list[Block], layout: Layout, removed: list[str]) -> list[Block]:
    """Without label lines, menus and publication facts; the facts are kept."""
    menus = chrome.menu_runs(blocks)
    linked = {i for i in menus if blocks[i].link_share > 0.8}
    kept: list[Block] = []
    near_title = True
    for position, block in enumerate(blocks):
        text = block.text
        if block.kind in {"image", "table"}:
            kept.append(block)
            continue
        facts = facts_of(text)
        at_end = position >= len(blocks) - LAST_LINES
        known = facts and (facts.certain or facts.published_on is None)
        if facts and (known or near_title or at_end):
            layout.published_on = layout.published_on or facts.published_on
            layout.author = layout.author or facts.author
            layout.source = layout.source or facts.source
            if facts.credit and kept:
                kept[-1] = replace(kept[-1], credit=facts.credit)
            removed.append(text)
        elif chrome.is_label_line(text) or position in linked:
            removed.append(text)
        elif near_title and not layout.published_on and (day := day_in_line(text)):
            layout.published_on = day
            removed.append(text)
        elif near_title and not layout.author and is_writer(text):
            layout.author = text
            removed.append(text)
        else:
            kept.append(block)
            near_title = near_title and not _is_prose(block)
    return kept


def _take_lead(blocks: list[Block], layout: Layout) -> None:
    """The first paragraph is the lead, whatever pictures stand before it."""
    first = next((i for i, b in enumerate(blocks) if b.kind == "text"), -1)
    if first < 0:
        layout.blocks = blocks
        return
    layout.lead = blocks[first].text.removesuffix("/.").rstrip()
    layout.blocks = [*blocks[:first], *blocks[first + 1 :]]


def _head_date(head: dict[str, str]) -> date | None:
    for key in HEAD_DATES:
        try:
            return date.fromisoformat(head.get(key, "")[:10])
        except ValueError:
            continue
    return None
