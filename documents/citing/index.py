"""Keeps, for every published page, which acts its text names."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page, PageQuerySet

from documents.citing.library import (
    LAW_TYPES,
    PublishedRegulations,
    published_laws,
)
from documents.citing.reader import law_mentions, mentions, resolve_mentions
from documents.citing.texts import texts
from documents.law.citations import Citation, resolve
from documents.law.citations.known_laws import KnownLaw, is_law_key, key_of, keys_of
from documents.law.symbols import parse_symbol
from documents.models import PageCitation, RegulationPage
from portal.models import PortalPage
from portal.page_tree import view_restrictions
from portal.text import Path
from portal.vietnamese import fold

_LONGEST_KEY = 160

Place = tuple[tuple[str, Path], int, int]
"""The field and the block of a text, its run, and where in that a mention begins."""


def rows_of(page: Page) -> list[PageCitation]:
    """The index rows for the page's text as it is in memory; nothing is saved."""
    places = {(text.field, text.path): at for at, text in enumerate(texts(page))}
    placed = [*_numbers(page), *_laws(page)]
    placed.sort(key=lambda one: (places[one[0][0]], *one[0][1:]))
    rows = [row for _place, row in placed]
    for position, row in enumerate(rows):
        row.position = position
    return rows


def _numbers(page: Page) -> Iterable[tuple[Place, PageCitation]]:
    found = mentions(page)
    settled = resolve_mentions(found, suggest=False)
    for mention, resolution in zip(found, settled, strict=True):
        text, citation = mention.text, mention.citation
        place = (text.field, text.path), mention.run_number, citation.start
        yield (
            place,
            PageCitation(
                page_id=page.pk,
                regulation_id=resolution.document.id if resolution.document else None,
                symbol=str(citation.symbol),
                symbol_folded=citation.symbol.folded,
                territory=citation.issuer_territory[:120],
                as_printed=citation.as_printed[:200],
            ),
        )


def law_rows(page: Page) -> list[PageCitation]:
    """Those of the laws that the page names by title and day."""
    return [row for _place, row in _laws(page)]


def _laws(page: Page) -> Iterable[tuple[Place, PageCitation]]:
    """Laws by title and day, found by their key; a page does not name itself."""
    named = [(one, key_of(one.law)) for one in law_mentions(page)]
    named = [(one, key) for one, key in named if 0 < len(key) <= _LONGEST_KEY]
    known = published_laws({key for _one, key in named})
    for one, key in named:
        law = one.law
        meant = known.get(key)
        if meant == page.pk:
            continue
        place = (one.text.field, one.text.path), one.run_number, law.start
        printed = f"{law.type_word} {law.title}"[:200]
        yield (
            place,
            PageCitation(
                page_id=page.pk,
                regulation_id=meant,
                symbol=key,
                symbol_folded=key,
                as_printed=printed,
            ),
        )


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
    """Decide anew what the mentions of an act's number or title, old or new, mean.

    The work grows with the ways the number is written, not with the pages.
    """
    own = {fold(act.symbol), *_law_keys(act)}
    concerned = Q(regulation=act) | Q(symbol_folded__in=own)
    groups = (
        PageCitation.objects.filter(concerned)
        .values_list("symbol", "territory")
        .order_by("symbol", "territory")
        .distinct()
    )
    laws = {symbol for symbol, _territory in groups if is_law_key(symbol)}
    known = published_laws(laws)
    for key in laws:
        PageCitation.objects.filter(symbol=key).update(regulation=known.get(key))
    cited = [_citation(*group) for group in groups if group[0] not in laws]
    library = PublishedRegulations(cited, suggest=False)
    for resolution in resolve(cited, library):
        PageCitation.objects.filter(
            symbol=str(resolution.citation.symbol),
            territory=resolution.citation.issuer_territory,
        ).update(regulation=resolution.document.id if resolution.document else None)


def _law_keys(act: RegulationPage) -> tuple[str, ...]:
    """How texts may name it without its number, if it is a law."""
    if act.type.abbreviation not in LAW_TYPES or act.signed_on is None:
        return ()
    return keys_of(KnownLaw(act.pk, act.type.name, act.title, act.signed_on))


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
