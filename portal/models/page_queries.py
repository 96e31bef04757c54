"""What lists and readers fetch of pages, and no more."""

from django.db.models import Prefetch
from wagtail.models import PageManager, PageQuerySet

from portal.images.presets import shown_specs
from portal.models.images import PortalRendition
from portal.page_tree import view_restrictions

_LISTED = (
    "title",
    "slug",
    "path",
    "depth",
    "url_path",
    "live",
    "content_type",
    "search_description",
    "first_published_at",
    "last_published_at",
    "summary",
    "is_sample",
    "cover",
)
# What editing needs of a page and reading does not: a third of its columns.
_UNREAD = (
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "owner",
    "asked_as",
    "translation_key",
    "cover__collection",
    "cover__created_at",
    "cover__file_hash",
    "cover__file_size",
    "cover__uploaded_by_user",
)
_COVER = tuple(
    f"cover__{name}"
    for name in (
        "file",
        "width",
        "height",
        "description",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
)


class PortalPageQuerySet(PageQuerySet):
    def public(self):
        """Pages outside every closed section, asked for once per request."""
        return self.filter(
            view_restrictions.outside(view_restrictions.closed_sections())
        )

    def for_reading(self):
        """One page with what its template reads beside it."""
        found = self.select_related("cover").defer(*_UNREAD)
        return found.prefetch_related(_covers("article", "og"))

    def for_listing(self, *fields: str, covers: str = ""):
        """What rows and cards read and nothing else; a type names what it adds.

        A page has some forty columns, and fetching all of them costs more than
        the row is worth. A name with `__` joins the related row; `covers` names
        the preset in which cover pictures are shown.
        """
        names = [*_LISTED, *fields, *(_COVER if covers else ())]
        joined = {name.partition("__")[0] for name in names if "__" in name}
        found = self.live().public().select_related(*joined).only(*names)
        return found.prefetch_related(_covers(covers)) if covers else found


def _covers(*presets: str) -> Prefetch:
    """Cover pictures' files, of the sizes that are going to be shown."""
    files = PortalRendition.objects.filter(filter_spec__in=shown_specs(*presets))
    return Prefetch("cover__renditions", files)


PortalPageManager = PageManager.from_queryset(PortalPageQuerySet)
