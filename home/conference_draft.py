"""The drafted news of a conference as an article that an editor goes on with."""

from collections.abc import Iterable
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

from events.reports.article import Article, Block, Heading, Items, Paragraph
from events.reports.facts import Picture
from home.models import ArticlePage, NewsIndexPage
from portal.models import PortalImage, User
from portal.slugs import free_page_slug

_CAPTION = 255


#: In the history of the conference or series the article is about.
DRAFTED = "home.news_drafted"


def drafts_about(pages: Iterable[int]) -> QuerySet[ArticlePage]:
    """The articles drafted from these conferences or series, the latest first."""
    noted = PageLogEntry.objects.filter(page__in=list(pages), action=DRAFTED)
    ids = {data["article"] for data in noted.values_list("data", flat=True)}
    return ArticlePage.objects.filter(pk__in=ids).order_by("-pk")


def create(
    article: Article, *, about: Page, parent: NewsIndexPage, owner: User
) -> ArticlePage:
    """An unpublished article under the news; the pictures are those of the facts.

    The history of the page it is `about` says that it was drafted.
    """
    pictures = PortalImage.objects.in_bulk(
        [block.image_id for block in article.blocks if isinstance(block, Picture)]
        + ([article.cover.image_id] if article.cover else [])
    )
    page = ArticlePage(
        title=article.title,
        summary=article.summary,
        key_points=[("point", point[:200]) for point in article.key_points],
        live=False,
        has_unpublished_changes=True,
        owner=owner,
    )
    page.body = _stream(article.blocks, pictures)
    if article.cover and (cover := pictures.get(article.cover.image_id)):
        page.cover = cover
        page.cover_caption = article.cover.caption[:_CAPTION]
        page.cover_credit = article.cover.credit[:_CAPTION]
    with transaction.atomic():
        # Somebody else may have added children since `parent` was read.
        parent = NewsIndexPage.objects.get(pk=parent.pk)
        page.slug = free_page_slug(article.title, parent, page)
        parent.add_child(instance=page)
        page.save_revision(user=owner)
        log(about, DRAFTED, user=owner, data={"article": page.pk, "title": page.title})
    return page


def _stream(blocks: tuple[Block, ...], pictures: dict[int, PortalImage]) -> list[dict]:
    """Raw stream data; neighbouring paragraphs and lists are one text block."""
    stream: list[dict] = []
    for is_text, group in groupby(
        blocks, lambda block: isinstance(block, Paragraph | Items)
    ):
        if is_text:
            markup = "".join(map(_markup, group))
            stream.append({"type": "paragraph", "value": markup})
            continue
        for block in group:
            if isinstance(block, Heading):
                value: dict = {"text": block.text[:160], "level": "h2"}
                stream.append({"type": "heading", "value": value})
            elif isinstance(block, Picture) and block.image_id in pictures:
                value = {
                    "image": block.image_id,
                    "alt": block.alt[:250],
                    "caption": block.caption[:_CAPTION],
                    "credit": block.credit[:_CAPTION],
                }
                stream.append({"type": "image", "value": value})
    return stream


def _markup(block: Block) -> SafeString:
    if isinstance(block, Items):
        points = format_html_join("", "<li>{}</li>", ((one,) for one in block.points))
        return SafeString(f"<ul>{points}</ul>")
    return SafeString(f"<p>{conditional_escape(block.text)}</p>")
