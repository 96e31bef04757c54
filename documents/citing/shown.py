"""What a page's reader is shown of the acts its text names."""

from dataclasses import dataclass, field

from django.db.models import F
from wagtail.models import Page

from documents.citing import index
from documents.citing.linking import Card, Link, Links
from documents.citing.texts import has_texts
from documents.citing.wording import short_status
from documents.models import RegulationPage


@dataclass(frozen=True, slots=True)
class Shown:
    """`links` for the words, one card and one of `regulations` for each act named."""

    links: Links = ()
    cards: tuple[Card, ...] = ()
    regulations: list[RegulationPage] = field(default_factory=list)


def citations_shown(page: Page, request) -> Shown:
    """For a reader from the index, in as many queries for one mention as for many.

    A draft that is previewed is read on the spot.
    """
    if not has_texts(type(page)):
        return Shown()
    if getattr(request, "is_preview", False):
        found, cited = _named_in_draft(page)
    else:
        found, cited = _named_in_index(page)
    cards = {pk: _card(act, request) for pk, act in cited.items()}
    links = (
        Link(symbol, territory, cards[pk])
        for (symbol, territory), pk in found.items()
        if pk in cards
    )
    return Shown(tuple(links), tuple(cards.values()), list(cited.values()))


_Mentions = dict[tuple[str, str], int]


def _named_in_index(page: Page) -> tuple[_Mentions, dict[int, RegulationPage]]:
    """Which act each mention means, and the acts, as they are first named."""
    mentions = RegulationPage.objects.for_cards().filter(citations__page_id=page.pk)
    acts = mentions.annotate(
        named=F("citations__symbol"),
        named_territory=F("citations__territory"),
        named_at=F("citations__position"),
    ).order_by("named_at")
    found, cited = {}, {}
    for act in acts:
        found.setdefault((act.named, act.named_territory), act.pk)
        cited.setdefault(act.pk, act)
    return found, cited


def _named_in_draft(page: Page) -> tuple[_Mentions, dict[int, RegulationPage]]:
    found = {
        (row.symbol, row.territory): row.regulation_id
        for row in index.rows_of(page)
        if row.regulation_id
    }
    acts = RegulationPage.objects.for_cards().in_bulk(set(found.values()))
    return found, {pk: acts[pk] for pk in dict.fromkeys(found.values()) if pk in acts}


def _card(act: RegulationPage, request) -> Card:
    status = act.status
    return Card(
        pk=act.pk,
        number=act.symbol,
        url=act.get_url(request) or "",
        title=act.title,
        type=act.type.name,
        issuer=act.issuer.name,
        signed_on=act.signed_on,
        is_sample=act.is_sample,
        css=status.css,
        label=str(status.label),
        short=short_status(status),
    )
