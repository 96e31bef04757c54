"""A recognised article becomes a draft: the only place where the importer writes."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.text import slugify

from home.importer.article import LONG_LEAD, Block, Finding, ImportedArticle
from home.importer.draft.richtext import MAX_CAPTION, body_value
from home.importer.recognise.people import first_sentences
from home.importer.wording import as_row
from home.models import ArticlePage, NewsIndexPage
from portal.images.alt_text import problem as alt_problem
from portal.images.validation import CleanPicture, accept
from portal.models import PortalImage
from portal.slugs import free_slug, numbered
from portal.vietnamese import fold

MAX_TITLE = 255
MAX_SLUG = 80
MAX_AUTHOR = 200
# What the first bytes say a picture is; its old name may say otherwise.
_EXTENSIONS = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"GIF8": "gif", b"BM": "bmp"}


def create_draft(
    article: ImportedArticle, *, parent: NewsIndexPage, owner=None
) -> ArticlePage:
    """A draft under `parent`, with pictures and findings; all of it or nothing."""
    findings = list(article.findings)
    accepted = _accept_pictures(article, findings)
    stored: list[PortalImage] = []
    try:
        with transaction.atomic():
            # Another import may have added children since `parent` was read.
            parent = NewsIndexPage.objects.get(pk=parent.pk)
            values = {}
            for position, block in enumerate(article.blocks):
                if block.kind == "image":
                    picture = accepted.get(position)
                    image = picture and _store(picture, block, article, owner)
                    if image:
                        stored.append(image)
                    values[position] = _image_value(block, image, article, findings)
            page = _page(article, values, findings, parent)
            page.owner = owner
            parent.add_child(instance=page)
            page.save_revision(user=owner)
    except Exception:
        for image in stored:
            image.file.storage.delete(image.file.name)
        raise
    return page


def _accept_pictures(
    article: ImportedArticle, findings: list[Finding]
) -> dict[int, CleanPicture]:
    """Cleaned pictures by position; decoding is done before the transaction."""
    accepted: dict[int, CleanPicture] = {}
    for position, block in enumerate(article.blocks):
        if block.kind != "image" or not block.data:
            continue
        words = slugify(fold(article.title))[:40]
        name = f"{words}-{position}.{_extension(block.data)}"
        try:
            accepted[position] = accept(SimpleUploadedFile(name, block.data))
        except ValidationError as refused:
            reason = " ".join(refused.messages)
            findings.append(
                Finding("picture_refused", block.caption, {"reason": reason})
            )
    return accepted


def _extension(data: bytes) -> str:
    if data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return "avif"
    known = (ext for sign, ext in _EXTENSIONS.items() if data.startswith(sign))
    return next(known, "bin")


def _store(
    picture: CleanPicture, block: Block, article: ImportedArticle, owner
) -> PortalImage:
    image = PortalImage(
        title=(block.caption or article.title)[:MAX_CAPTION],
        file=picture,
        description=_good_alt(block, article),
        caption=block.caption[:MAX_CAPTION],
        credit=block.credit[:MAX_CAPTION],
        uploaded_by_user=owner,
    )
    image.save()
    return image


def _good_alt(block: Block, article: ImportedArticle) -> str:
    """The page's own alt text when it describes the picture, else nothing."""
    bad = alt_problem(block.alt, caption=block.caption, title=article.title)
    return "" if bad else block.alt


def _image_value(
    block: Block,
    image: PortalImage | None,
    article: ImportedArticle,
    findings: list[Finding],
) -> dict[str, object]:
    alt = _good_alt(block, article)
    if image and not alt:
        findings.append(Finding("alt_needed", block.caption))
    return {
        "image": image.pk if image else None,
        "alt": alt,
        "caption": block.caption[:MAX_CAPTION],
        "credit": block.credit[:MAX_CAPTION],
    }


def _page(
    article: ImportedArticle,
    pictures: dict[int, dict],
    findings: list[Finding],
    parent: NewsIndexPage,
) -> ArticlePage:
    title, summary, blocks = article.title, article.lead, article.blocks
    if len(title) > MAX_TITLE:
        findings.append(Finding("title_cut", title))
        title = title[:MAX_TITLE].rsplit(" ", 1)[0]
    if len(summary) > LONG_LEAD:
        whole = Block(kind="text").with_text(summary)
        blocks = [whole, *blocks]
        pictures = {position + 1: value for position, value in pictures.items()}
        summary = first_sentences(summary, LONG_LEAD)
    if article.source:
        findings.append(Finding("source_named", article.source))
    findings += [
        Finding("table_without_header", " | ".join(b.rows[0]))
        for b in blocks
        if b.kind == "table" and not b.has_header
    ]
    if recognised := _recognised(article):
        findings.append(Finding("recognised", recognised))
    page = ArticlePage(
        title=title,
        slug=_slug(title, parent),
        summary=summary,
        author_unit=article.author[:MAX_AUTHOR],
        live=False,
        has_unpublished_changes=True,
        import_findings=list(map(as_row, findings)),
    )
    page.body = body_value(blocks, pictures)
    if article.published_on:
        page.published_on = article.published_on
    return page


def _recognised(article: ImportedArticle) -> str:
    """Facts of the gathering in one line, in the words of the text."""
    facts = [day.text for day in article.event_dates]
    facts += [article.venue] if article.venue else []
    facts += article.localities
    facts += [
        ", ".join(filter(None, (s.name, s.title, s.organisation)))
        for s in (*article.speakers, *article.guests, *article.mentioned)
    ]
    if article.attendance:
        facts.append(article.attendance.text)
    return " · ".join(facts)


def _slug(title: str, parent: NewsIndexPage) -> str:
    """Words of the title without marks, numbered when another page has them."""
    base = slugify(fold(title))[:MAX_SLUG].strip("-") or "bai-viet"
    if len(base) == MAX_SLUG:
        base = base.rpartition("-")[0] or base
    return free_slug(numbered(base), parent.get_children())
