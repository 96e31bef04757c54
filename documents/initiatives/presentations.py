"""Events and news in which an initiative was presented.

The rooms above know the showcase and not the other way round; whatever they link or
list, Wagtail's index of references has.
"""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageQuerySet, ReferenceIndex

from portal.page_tree import view_restrictions

# A front page or a listing shows everything: that presents nothing.
_LEAST_DEPTH = 4


def pages_presenting(page) -> PageQuerySet:
    """Public pages that link to the initiative or list it, the newest first."""
    if not page.pk:
        return Page.objects.none()
    rows = ReferenceIndex.get_references_to(page).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    keys = {int(key) for key in rows.values_list("object_id", flat=True)}
    return (
        Page.objects.live()
        .filter(
            view_restrictions.outside(view_restrictions.closed_sections()), pk__in=keys
        )
        .filter(depth__gte=_LEAST_DEPTH)
        .exclude(pk=page.pk)
        .order_by("-first_published_at", "-pk")
    )
