"""The picture that other sites and chats show beside a shared link.

Each room says in its views what of a page stands on it; every other page has its title.
Chats keep a picture for months, so nothing that ages may be on one: no seats left, no
legal force, no counts.

    @share_card(EventPage)
    def conference_card(event) -> ShareCard: ...
"""

from portal.share_cards.cards import Line, ShareCard, card_of, share_card

__all__ = ["ShareCard", "Line", "card_of", "share_card"]
