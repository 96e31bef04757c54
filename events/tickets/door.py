"""What the ticket's own address offers whoever receives people, said by the door.

    @offers_door
    def at_the_door(request, ticket, now) -> DoorOffer | None: ...

The floor above fills it in: a ticket knows nothing of the door.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from events.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True)
class DoorOffer:
    """`scan_url` takes the form that checks the ticket in; empty where none may be.

    `why` then says the reason. `door_url` is the whole reception desk, empty where
    there is none; `code` is what a scan of the ticket reads.
    """

    door_url: str
    scan_url: str
    code: str
    nonce: str
    why: str = ""


Offer = Callable[[HttpRequest, Ticket, datetime], DoorOffer | None]
_offers: list[Offer] = []


def offers_door(offer: Offer) -> Offer:
    """Have the function asked whenever a ticket's page is opened."""
    if offer not in _offers:
        _offers.append(offer)
    return offer


def door_of(request: HttpRequest, ticket: Ticket, now: datetime) -> DoorOffer | None:
    """What is offered to whoever asks; None to everybody but those at the door."""
    found = (offer(request, ticket, now) for offer in _offers)
    return next((one for one in found if one), None)
