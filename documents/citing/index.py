"""Keeps, for every published page, which acts its text names."""

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page, PageQuerySet

from documents.citing.library import PublishedRegulations
from documents.citing.reader import mentions, resolve_mentions
from documents.law.citations import Citation, resolve
from documents.law.symbols import parse_symbol
from documents.models import PageCitation, RegulationPage
from portal.models import PortalPage
from portal.page_tree import view_restrictions
from portal.vietnamese import fold


def rows_of(page: Page) -> list[PageCitation]:
    """The index rows for the page's text as it is in memory; nothing is saved."""
    found = mentions(page)
    return [
        PageCitation(
            page_id=page.pk,
            position=position,
            regulation_id=resolution.document.id if resolution.document else None,
            symbol=str(mention.citation.symbol),
            symbol_folded=mention.citation.symbol.folded,
            territory=mention.citation.issuer_territory[:120],
            as_printed=mention.citation.as_printed[:200],
        )
        for position, (mention, resolution) in enumerate(
            zip(found, resolve_mentions(found, suggest=False), strict=True)
        )
    ]


@transaction.atomic
def update(page: Page) -> None:
    """Write the rows of a page anew, or remove them if readers do not see it."""
    page = page.specific
    remove(page.pk)
    if isinstance(page, PortalPage) and page.live:
        PageCitation.objects.bulk_create(rows_of(page), batch_size=500)


def remove(page_id: int) -> None:
    PageCitation.objects.filter(page_id=page_id).delete()


@transaction.atomic
def resolve_again(act: RegulationPage) -> None:
    """Decide anew what the mentions of an act's number, old or new, mean.

    The work grows with the ways the number is written, not with the pages.
    """
    concerned = Q(regulation=act) | Q(symbol_folded=fold(act.symbol))
    groups = (
        PageCitation.objects.filter(concerned)
        .values_list("symbol", "territory")
        .order_by("symbol", "territory")
        .distinct()
    )
    cited = [_citation(symbol, territory) for symbol, territory in groups]
    library = PublishedRegulations(cited, suggest=False)
    for resolution in resolve(cited, library):
        PageCitation.objects.filter(
            symbol=str(resolution.citation.symbol),
            territory=resolution.citation.issuer_territory,
        ).update(regulation=resolution.document.id if resolution.document else None)


def rebuild() -> int:
    """Write the rows of all published pages anew; return how many pages there are."""
    pages = Page.objects.live().order_by("pk")
    count = 0
    for page in pages.iterator(chunk_size=100):
        update(page)
        count += 1
    return count


def pages_citing(act: int) -> PageQuerySet:
    """The public pages whose text names the act with this key, newest first; not the
    act itself.
    """
    naming = PageCitation.objects.filter(regulation=act).values("page")
    return (
        Page.objects.live()
        .filter(
            view_restrictions.outside(view_restrictions.closed_sections()),
            pk__in=naming,
        )
        .exclude(pk=act)
        .order_by("-first_published_at", "-pk")
    )


def _citation(symbol: str, territory: str) -> Citation:
    """A mention as far as its meaning goes."""
    return Citation(
        symbol=parse_symbol(symbol),
        as_printed=symbol,
        start=0,
        end=len(symbol),
        whole_start=0,
        whole_end=len(symbol),
        issuer_territory=territory,
    )
