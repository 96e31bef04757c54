"""Pages beside an initiative: those that solve something alike, those presenting it.

The rooms above know the showcase and not the other way round; whatever they link or
list, Wagtail's index of references has.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, PageQuerySet, ReferenceIndex

from documents.law.search_words import telling_words
from documents.models.initiatives import InitiativePage
from portal.keys import among
from portal.page_cache.values import until_published
from portal.page_tree import view_restrictions
from portal.page_tree.public_queries import public_rows

_CANDIDATES = 200
_MOST = 3
# A front page or a listing shows everything: that presents nothing.
_LEAST_DEPTH = 4


def likeness(one: str, other: str) -> float:
    """What part of their telling words two texts share: 0 to 1."""
    first, second = set(telling_words(one)), set(telling_words(other))
    return len(first & second) / len(first | second) if first and second else 0.0


def similar(page) -> tuple[InitiativePage, ...]:
    """At most three public ones of its field, the likest first. Two queries."""
    if not page.field_id:
        return ()
    own = f"{page.title}\n{page.summary}\n{page.problem}"
    return _similar(page.field_id, page.pk or 0, own)


@until_published(maxsize=256)
def _similar(field: int, page: int, own: str) -> tuple[InitiativePage, ...]:
    rows = public_rows(_others, field, page)
    scored = [
        (likeness(own, f"{title}\n{summary}\n{problem}"), pk)
        for pk, title, summary, problem in rows
    ]
    keys = tuple(pk for _score, pk in sorted(scored, reverse=True)[:_MOST])
    found = {other.pk: other for other in public_rows(_listed, keys)}
    return tuple(found[key] for key in keys if key in found)


def _others(field: int, page: int) -> QuerySet:
    rows = InitiativePage.objects.live().public().filter(field_id=field)
    rows = rows.exclude(pk=page).order_by("-first_published_at", "-pk")
    return rows.values_list("pk", "title", "summary", "problem")[:_CANDIDATES]


def _listed(keys: tuple[int, ...]) -> QuerySet:
    return InitiativePage.objects.filter(pk__in=among(keys)).for_listing()


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
