"""Who names an act or an initiative: acts, news, events, initiatives."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from documents.acts.related import listed_acts
from documents.citing.index import pages_citing
from documents.models.regulations import RegulationPage
from portal.keys import among
from portal.page_cache.values import until_published
from portal.page_tree.public_queries import public_rows

MOST = 24
# What an address and a line of the list are made of.
_COLUMNS = (
    "title",
    "path",
    "depth",
    "url_path",
    "live",
    "content_type_id",
    "first_published_at",
)


@dataclass(frozen=True, slots=True)
class CitingPage:
    """A public page that names it; `symbol` and `status` are of acts only.

    `in_words` stands where the day of a conference is not known.
    """

    kind: str
    title: str
    url: str
    on: date | None
    is_sample: bool
    symbol: str = ""
    status: object = None
    in_words: str = ""


@dataclass(frozen=True, slots=True)
class CitedBy:
    """The newest of them, by kind; `more` when there are others."""

    groups: tuple[tuple[str, tuple[CitingPage, ...]], ...] = ()
    more: bool = False

    def __bool__(self) -> bool:
        return bool(self.groups)


def cited_by(act) -> CitedBy:
    """In one query and one more for each kind of page, however many name the act."""
    return _cited_by(act.pk, timezone.localdate()) if act.pk else CitedBy()


@until_published(maxsize=256)
def _cited_by(act: int, on: date) -> CitedBy:
    """With the status that acts have on the day."""
    return by_kind(pages_citing(act))


def by_kind(pages) -> CitedBy:
    """The newest of the pages, sorted by kind; a query for each kind beside theirs."""
    newest = pages.only(*_COLUMNS).order_by("-first_published_at", "-pk")
    found = list(newest[: MOST + 1])
    by_type: dict[int, list] = defaultdict(list)
    for page in found[:MOST]:
        by_type[page.content_type_id].append(page)
    groups = [
        _group(ContentType.objects.get_for_id(type_id).model_class(), pages)
        for type_id, pages in by_type.items()
    ]
    return CitedBy(tuple(filter(None, groups)), len(found) > MOST)


def _group(model, pages: list) -> tuple[str, tuple[CitingPage, ...]] | None:
    if model is None:
        return None
    kind = capfirst(str(model._meta.verbose_name))
    ids = [page.pk for page in pages]
    if model is RegulationPage:
        acts = listed_acts(ids, timezone.localdate())
        shown = [_act(kind, acts[pk]) for pk in ids if pk in acts]
    else:
        own = {page.pk: page for page in public_rows(_whole, tuple(ids), of=(model,))}
        shown = [_page(kind, page, own[page.pk]) for page in pages if page.pk in own]
    return kind, tuple(shown)


def _whole(model, keys: tuple[int, ...]) -> QuerySet:
    return model.objects.filter(pk__in=among(keys))


def _act(kind: str, act) -> CitingPage:
    return CitingPage(
        kind,
        act.title,
        act.url,
        act.signed_on,
        act.is_sample,
        act.symbol,
        act.status,
    )


def _page(kind: str, page, own) -> CitingPage:
    """With the day of what it tells: an article's, a conference's own."""
    on = getattr(own, "listed_on", None)
    in_words = getattr(own, "date_text", "")
    title = getattr(own, "full_title", page.title)
    return CitingPage(
        kind,
        title,
        page.url,
        None if in_words else on,
        own.is_sample,
        in_words=in_words,
    )
