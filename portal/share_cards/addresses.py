"""Where the share picture of a page is found."""

from typing import NamedTuple

from django.urls import reverse

from portal.models import PortalPage, SiteSettings
from portal.page_tree import view_restrictions
from portal.share_cards.cards import HEIGHT, WIDTH, ShareCard, card_of

#: The picture of the portal itself stands under the number of no page.
PORTAL = 0


class SharePicture(NamedTuple):
    """What a page's head says of its picture."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def portal_card(settings: SiteSettings) -> ShareCard:
    """For the front page, for pages outside of the tree, and for closed ones."""
    return ShareCard(title=settings.portal_name, ground="hills")


def card_at(page: PortalPage | None, settings: SiteSettings) -> tuple[int, ShareCard]:
    """The number and the card of a page; the portal's where there is no other."""
    if page is None or not page.pk or not page.live:
        return PORTAL, portal_card(settings)
    if view_restrictions.may_be_closed(page.path):
        return PORTAL, portal_card(settings)
    return page.pk, card_of(page)


def version_of(card: ShareCard, settings: SiteSettings) -> str:
    return card.version(settings.portal_name, settings.unit_short_name)


def address(page_id: int, card: ShareCard, settings: SiteSettings) -> str:
    """The path of the picture: another one whenever the picture is another."""
    name = f"{version_of(card, settings)}.{card.extension}"
    return reverse("share_picture", args=[page_id, name])


def share_picture(page: PortalPage | None, settings: SiteSettings) -> SharePicture:
    """The picture to show beside a link to the page."""
    page_id, card = card_at(page, settings)
    return SharePicture(address(page_id, card, settings), card.alt)
