"""What a page's reader is shown of the acts its text names."""

from dataclasses import dataclass, field

from wagtail.models import Page

from documents.citing import index
from documents.citing.linking import Link, Links
from documents.citing.texts import has_texts
from documents.citing.wording import short_status
from documents.models import PageCitation, RegulationPage


@dataclass(frozen=True, slots=True)
class Shown:
    """`links` for the words of the page, `regulations` in the order of mention."""

    links: Links = ()
    regulations: list[RegulationPage] = field(default_factory=list)


def citations_shown(page: Page, request) -> Shown:
    """For a reader from the index, in as many queries for one mention as for many.

    A draft that is previewed is read on the spot.
    """
    if not has_texts(type(page)):
        return Shown()
    if getattr(request, "is_preview", False):
        rows = index.rows_of(page)
    else:
        rows = PageCitation.objects.filter(page_id=page.pk, regulation__isnull=False)
    found = {
        (row.symbol, row.territory): row.regulation_id
        for row in rows
        if row.regulation_id
    }
    if not found:
        return Shown()
    acts = RegulationPage.objects.for_listing().in_bulk(set(found.values()))
    cited = {pk: acts[pk] for pk in dict.fromkeys(found.values()) if pk in acts}
    addresses = {pk: act.get_url(request) or "" for pk, act in cited.items()}
    links = [
        _link(symbol, territory, cited[pk], addresses[pk])
        for (symbol, territory), pk in found.items()
        if pk in cited
    ]
    return Shown(tuple(links), list(cited.values()))


def _link(symbol: str, territory: str, act: RegulationPage, url: str) -> Link:
    status = act.status
    return Link(
        symbol=symbol,
        territory=territory,
        number=act.symbol,
        url=url,
        card=act.pk,
        css=status.css,
        label=short_status(status),
    )
