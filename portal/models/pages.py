"""The abstract page every room's page types grow from."""

from datetime import date, datetime

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminPageChooser
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from portal import page_views
from portal.forms.pages import PortalPageForm
from portal.images.alt_check import AltTextPublishMixin
from portal.models.page_queries import PortalPageManager
from portal.page_tree import view_restrictions
from portal.search.fields import PhrasesField
from portal.sites import site_of
from portal.slugs import free_page_slug
from portal.vietnamese import fold

#: How many other pages a page names: the more there are, the less each is chosen.
MOST_RELATED = 6


class PortalPage(AltTextPublishMixin, RoutablePageMixin, Page):
    """Title, lead and cover for listings; PDF, caching and metadata for readers."""

    summary = models.TextField(
        _("lead"),
        blank=True,
        max_length=600,
        help_text=_(
            "One to three sentences. Opens the page and stands for it in listings."
        ),
    )
    cover = models.ForeignKey(
        "portal.PortalImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
    )
    is_sample = models.BooleanField(
        _("sample content"),
        default=False,
        help_text=_("Readers see the label “minh họa”: the content is made up."),
    )

    asked_as = PhrasesField(
        _("readers also ask"),
        blank=True,
        help_text=_(
            "One phrase a line, at most a hundred and fifty, in everyday words the "
            "page itself does not use: beside levels of payment, “how much money for "
            "an initiative”. Only search reads them; readers never see them."
        ),
    )

    # How long a shared cache may keep the page; 0 where its form has a key of its own.
    cache_seconds = 60
    schema_type = "WebPage"
    # Whether its template shows what readers also need.
    shows_related = True
    pdf_template = "pdf/page.html"
    base_form_class = PortalPageForm

    objects = PortalPageManager()

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
    ]
    promote_panels = [
        *Page.promote_panels,
        # As high as what is written: no phrase hides in a box that scrolls by itself.
        FieldPanel("asked_as", widget=AdminAutoHeightTextInput(attrs={"rows": 4})),
        InlinePanel(
            "related_pages",
            # Many an organiser may choose a page that only others edit.
            panels=[
                FieldPanel("other", widget=AdminPageChooser(show_edit_link=False)),
            ],
            heading=_("Readers also need"),
            label=_("page"),
            help_text=_(
                "What a reader of this page needs next, or finds the same matter in: "
                "the act behind a guide, the form, the article about an initiative. "
                "The most needed first, at most six. Readers see them below the page, "
                "and a search that leads here shows them next."
            ),
            max_num=MOST_RELATED,
        ),
    ]
    settings_panels = [
        MultiFieldPanel([FieldPanel("is_sample")], heading=_("Label")),
        *Page.settings_panels,
    ]

    search_fields = [*Page.search_fields, index.AutocompleteField("folded_names")]

    class Meta:
        abstract = True

    def folded_names(self) -> str:
        """What it is found by in the admin, without marks."""
        return fold(self.title)

    def save(self, *args, **kwargs):
        _keep_order(self)
        return super().save(*args, **kwargs)

    def full_clean(self, *args, **kwargs) -> None:
        _fill_slug(self)
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        _fill_slug(self)
        super().minimal_clean()

    @property
    def updated_at(self) -> datetime | None:
        """When readers last got something new, in UTC."""
        return self.last_published_at or self.first_published_at

    @property
    def full_title(self) -> str:
        """What it is called where nothing stands around it: results, shared links."""
        return self.title

    @property
    def description(self) -> str:
        """What search engines and shared links show under the title."""
        return self.search_description or self.summary

    @property
    def listed_on(self) -> date | None:
        """The day a listing or search result names beside the page."""
        return timezone.localdate(self.updated_at) if self.updated_at else None

    def search_text(self) -> str:
        """The plain words a reader may look for, besides title and lead."""
        return ""

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.portal_page = self  # breadcrumbs start from it
        response = super().serve(request, *args, **kwargs)
        if (
            request.method in ("GET", "HEAD")
            and response.status_code == 200
            and not request.user.is_authenticated
            and not response.has_header("Cache-Control")
        ):
            # Wagtail turns this into "private" where the page lies in a closed
            # section: its hook runs around this method.
            if self.cache_seconds:
                patch_cache_control(response, public=True, **self._may_be_kept())
            else:
                patch_cache_control(response, private=True, no_store=True)
        return response

    def _may_be_kept(self) -> dict[str, int]:
        """For how many seconds, and how many more while a fresh one is fetched.

        What shows seats, and so says less than a minute, has none more.
        """
        lasts = {"max_age": self.cache_seconds}
        if self.cache_seconds >= 60:
            lasts["stale_while_revalidate"] = self.cache_seconds
        return lasts

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        request.portal_page = self
        return super().serve_preview(request, mode_name)

    def get_view_restrictions(self):
        """As Wagtail's, but free of queries where no closed section is near.

        A copy of a closed page is closed too, wherever it stands: then, and for
        a page that no request led to, Wagtail's own way decides.
        """
        chain = getattr(self, "chain", None)
        if chain is None or any(page.alias_of_id for page in chain):
            return super().get_view_restrictions()
        if not view_restrictions.may_be_closed(self.path):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | page_views.context_of(self, request)

    @classmethod
    def get_subpage_urls(cls) -> tuple:
        return (*super().get_subpage_urls(), *page_views.patterns_of(cls))

    def parent_url(self, request: HttpRequest) -> str:
        """The address of the page above, known already where a request led here."""
        chain = getattr(self, "chain", ())
        if len(chain) > 1:
            root = site_of(request).root_page
            return chain[-2].url(root)
        return self.get_parent().get_url(request) or ""

    def structured_data(self, request: HttpRequest) -> dict:
        """The page as schema.org data, as the room of its type says it."""
        return page_views.schema_of(self, request)


def _fill_slug(page: Page) -> None:
    """Make the address of the title, as Wagtail would, but keep every đ as d."""
    if page.title and page.path and page.depth > 1 and not page.slug:
        page.slug = free_page_slug(page.title, page.get_parent(), page)


def _keep_order(page: Page) -> None:
    """Number rows that have no number as they stand in their list.

    A form numbers its rows; lists set in code have none, and PostgreSQL may hand out
    rows of equal rank in any order.
    """
    for rows in getattr(page, "_cluster_related_objects", {}).values():
        if all(getattr(row, "sort_order", 0) is None for row in rows):
            for place, row in enumerate(rows):
                row.sort_order = place
