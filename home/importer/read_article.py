"""From the bytes of a page to one recognised article. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from documents.law.citations import Library
from home.importer.article import LONG_LEAD, Block, Finding, ImportedArticle
from home.importer.errors import ImportRefused
from home.importer.read.archive import refuse_old_office
from home.importer.read.decode import decode_page, real_type
from home.importer.read.markup import Page, read_markup
from home.importer.read.pictures import Loader, find_pictures
from home.importer.read.plaintext import read_text
from home.importer.read.webarchive import is_web_archive, read_web_archive
from home.importer.read.word import read_word
from home.importer.read.word_leaks import clean_leaks
from home.importer.recognise.attendance import find_attendance
from home.importer.recognise.chrome import is_capitals
from home.importer.recognise.dates import impossible_dates
from home.importer.recognise.event_days import DATED_PARAGRAPHS, find_event_days
from home.importer.recognise.layout import Layout, lay_out
from home.importer.recognise.people import (
    find_guests,
    find_mentioned,
    find_speakers,
    first_sentences,
    sentences,
    with_offices,
)
from home.importer.recognise.places import find_localities, find_venue
from home.importer.recognise.references import (
    NO_LIBRARY,
    find_references,
    without_references,
)
from home.importer.recognise.spelling import find_slips
from portal.office_files import is_zip

MARKUP_SUFFIXES = {".htm", ".html", ".xhtml", ".mht", ".mhtml"}
PAGE_SUFFIXES = {".txt", ".text"} | MARKUP_SUFFIXES
WORD_SUFFIXES = {".docx"}
SUFFIXES = PAGE_SUFFIXES | WORD_SUFFIXES

# About 300 pages: what is longer is no article.
MAX_TEXT = 600_000
MAX_BLOCKS = 10_000
# A notice of one line has these; a stray label has not.
FEWEST_WORDS = 4
LONG_TITLE = 150

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|div|p|table|article|main|section|meta|span|h[1-6])"
    r"(?=[\s>/])",
    re.IGNORECASE,
)


def read_article(
    raw: bytes,
    name: str = "",
    *,
    localities: Sequence[str] = (),
    library: Library = NO_LIBRARY,
    loaders: Iterable[Loader] = (),
) -> ImportedArticle:
    """What a saved page, a pasted text or a Word file holds.

    `name` is the file's, and must tell the truth about its type; `localities` are
    the names to recognise, `library` the documents citations are checked against;
    `loaders` find the pictures the page points at. Raises ImportRefused with the
    reason when there is nothing to make an article of.
    """
    page, pictures, findings = _read(raw, PurePath(name).suffix.lower())
    if len(page.blocks) > MAX_BLOCKS or sum(map(_size, page.blocks)) > MAX_TEXT:
        raise ImportRefused("too_complex")
    blocks, leaks = clean_leaks(page.blocks)
    layout = lay_out(Page(blocks, page.head))
    if _words(layout) < FEWEST_WORDS:
        raise ImportRefused("no_article")
    layout.blocks = find_pictures(layout.blocks, [pictures.get, *loaders])
    article = _recognise(layout, localities, library)
    article.findings = [*findings, *leaks, *layout.findings, *article.findings]
    return article


def _read(raw: bytes, suffix: str) -> tuple[Page, dict[str, bytes], list[Finding]]:
    """Blocks of the file after what it truly is, refused when its name lies."""
    if not raw.strip():
        raise ImportRefused("empty")
    refuse_old_office(raw)
    if is_zip(raw):
        if suffix in PAGE_SUFFIXES:
            raise ImportRefused("type_differs", extension=suffix, kind="ZIP")
        return read_word(raw)
    if suffix in WORD_SUFFIXES:
        kind = real_type(raw) or "TXT/HTML"
        raise ImportRefused("type_differs", extension=suffix, kind=kind)
    pictures: dict[str, bytes] = {}
    if is_web_archive(raw):
        raw, pictures = read_web_archive(raw)
    decoded = decode_page(raw)
    if suffix in MARKUP_SUFFIXES or _MARKUP.search(decoded.text[:20_000]):
        page = read_markup(decoded.text, decoded.convert)
    else:
        page = Page(read_text(decoded.text, decoded.convert))
    return page, pictures, decoded.findings


def _recognise(
    layout: Layout, localities: Sequence[str], library: Library
) -> ImportedArticle:
    article = ImportedArticle(
        title=layout.title,
        lead=layout.lead,
        blocks=layout.blocks,
        captions=layout.captions,
        published_on=layout.published_on,
        author=layout.author,
        source=layout.source,
    )
    if not article.title:
        opening = next(sentences(article.lead or article.body[0]))
        article.title = first_sentences(opening.rstrip(" ./"), LONG_TITLE)
        article.findings.append(Finding("no_title", article.title))
    paragraphs = [text for text in (article.lead, *article.body) if text]
    everything = "\n".join([article.title, *paragraphs])
    article.citations, slips = find_references(everything, library)
    article.event_dates, assumed = find_event_days(article)
    seen = "\n".join([everything, *article.captions])
    article.localities = find_localities(seen, localities)
    article.venue = find_venue("\n".join(paragraphs[:DATED_PARAGRAPHS]))
    _recognise_people(article, paragraphs)
    article.attendance = find_attendance(paragraphs)
    known = {finding.excerpt for finding in slips}
    article.findings += assumed
    article.findings += slips
    article.findings += [
        finding
        for finding in impossible_dates(without_references(everything))
        if finding.excerpt not in known
    ]
    article.findings += find_slips(paragraphs)
    article.findings += _findings_of_form(article)
    return article


def _recognise_people(article: ImportedArticle, paragraphs: Sequence[str]) -> None:
    """Who spoke, who came, and who else is named, captions included."""
    seen = [*paragraphs, *article.captions]
    article.speakers = with_offices(find_speakers(paragraphs), seen)
    article.guests = with_offices(find_guests(paragraphs, article.speakers), seen)
    article.mentioned = find_mentioned(seen, [*article.speakers, *article.guests])


def _findings_of_form(article: ImportedArticle) -> Iterable[Finding]:
    """What a careful editor would see at a glance."""
    if is_capitals(article.title):
        yield Finding("capitals_title", article.title)
    if len(article.title) > LONG_TITLE:
        yield Finding("long_title", article.title, {"length": len(article.title)})
    if len(article.lead) > LONG_LEAD:
        yield Finding("long_lead", data={"limit": LONG_LEAD})
    if not article.body:
        yield Finding("no_body")
    if article.published_on is None:
        yield Finding("no_publication_date")
    for block in article.blocks:
        if block.kind == "image" and not block.data:
            yield Finding("picture_missing", _about(block))


def _words(layout: Layout) -> int:
    """Words under the title."""
    texts = [layout.lead, *(block.text for block in layout.blocks)]
    return sum(any(map(str.isalpha, word)) for t in texts for word in t.split())


def _size(block: Block) -> int:
    return len(block.text)


def _about(block: Block) -> str:
    """The words by which an editor can tell which picture is meant."""
    return block.caption or block.alt or PurePath(block.source[:200]).name
