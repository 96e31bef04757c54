"""News: topics, the index readers browse, the article they read."""

from datetime import date

from django.db import models
from django.db.models import Count
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from documents.models.citation_panel import CitationsPanel
from home.models.panels import ImportFindingsPanel
from portal.blocks import BodyBlock
from portal.fields import StreamField
from portal.models import PortalPage, PortalPageManager, PortalPageQuerySet
from portal.text import plain_text, reading_minutes


@register_snippet
class NewsTopic(models.Model):
    """A heading news is browsed by."""

    title = models.CharField(_("title"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)

    panels = [FieldPanel("title"), FieldPanel("slug")]

    class Meta:
        verbose_name = _("news topic")
        verbose_name_plural = _("news topics")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


#: The picture has a credit of its own, which counts where this one is empty.
_CREDIT = FieldPanel(
    "cover_credit", help_text=_("Empty: the credit written with the picture itself.")
)


class ArticlePageQuerySet(PortalPageQuerySet):
    def for_listing(self, covers: str = ""):
        return super().for_listing(
            "published_on", "topic__title", "topic__slug", covers=covers
        )

    def for_reading(self):
        return super().for_reading().select_related("topic")

    def newest(self):
        return self.order_by("-published_on", "-pk")

    def facet_rows(self):
        """How many articles a topic has in a year: rows of count, slug, title, year."""
        columns = ("topic__slug", "topic__title", "published_on__year")
        counted = self.order_by().values(*columns).annotate(count=Count("pk"))
        return counted.values_list("count", *columns)

    def related_to(self, article: int, topic: int | None):
        """The same topic first, newest first; never the article itself."""
        same = models.Case(models.When(topic_id=topic, then=0), default=1)
        return self.exclude(pk=article).order_by(same, "-published_on", "-pk")


class NewsIndexPage(PortalPage):
    """All news, by topic and year."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ArticlePage"]
    template = "home/news_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("news index")

    def articles(self):
        return ArticlePage.objects.child_of(self).for_listing(covers="card").newest()


class ArticlePage(PortalPage):
    """A piece of news."""

    published_on = models.DateField(
        _("date of publication"), default=timezone.localdate
    )
    topic = models.ForeignKey(
        NewsTopic,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("topic"),
    )
    author_unit = models.CharField(
        _("written by"),
        max_length=200,
        blank=True,
        help_text=_("The division or unit that wrote it."),
    )
    cover_caption = models.CharField(_("cover caption"), max_length=255, blank=True)
    cover_credit = models.CharField(_("cover credit"), max_length=255, blank=True)
    key_points = StreamField(
        [("point", blocks.CharBlock(label=_("Key point"), max_length=200))],
        verbose_name=_("key points"),
        blank=True,
        max_num=5,
        help_text=_("Two to five sentences for a reader in a hurry."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    import_findings = models.JSONField(default=list, blank=True, editable=False)

    objects = PortalPageManager.from_queryset(ArticlePageQuerySet)()

    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "home/article_page.html"
    schema_type = "NewsArticle"

    content_panels = [
        ImportFindingsPanel(),
        *PortalPage.content_panels,
        FieldPanel("key_points"),
        MultiFieldPanel(
            [
                FieldPanel("cover"),
                FieldRowPanel([FieldPanel("cover_caption"), _CREDIT]),
            ],
            heading=_("Cover picture"),
        ),
        FieldPanel("body"),
        CitationsPanel(),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("published_on"), FieldPanel("topic")]),
                FieldPanel("author_unit"),
            ],
            heading=_("Publication"),
        ),
    ]
    search_fields = [
        *PortalPage.search_fields,
        index.FilterField("published_on"),
        index.FilterField("topic_id"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def lead(self) -> str:
        return self.summary

    @property
    def key_point_list(self) -> list[str]:
        return [str(block.value) for block in self.key_points]

    @cached_property
    def body_text(self) -> str:
        return plain_text(self.body)

    @property
    def reading_minutes(self) -> int:
        return reading_minutes(f"{self.summary} {self.body_text}")

    @property
    def listed_on(self) -> date:
        return self.published_on

    def search_text(self) -> str:
        return "\n".join([*self.key_point_list, self.body_text])
