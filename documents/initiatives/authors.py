"""The authors of an initiative: those the public may know, and all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from documents.initiatives.figures import number_text
from documents.law.shares import WHOLE, share_excess
from documents.models.private import AuthorPrivate, ConfidentialPart, InitiativeAuthor


@dataclass(frozen=True, slots=True)
class PublicAuthor:
    """An author who agreed to be named, as any reader may see them."""

    name: str
    unit: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class AuthorFacts:
    """Everything known of an author, on its way into the private rows."""

    name: str
    share: Decimal
    unit_then: str = ""
    consent: bool = False
    consented_on: date | None = None
    birth_date: date | None = None
    phone: str = ""


def public_authors(initiative_id: int) -> list[PublicAuthor]:
    """One query; whoever withdraws their consent is gone at once."""
    rows = InitiativeAuthor.objects.filter(initiative_id=initiative_id, consent=True)
    names = ("name", "unit_then", "share")
    return [PublicAuthor(*values) for values in rows.values_list(*names)]


def check_shares(shares: Iterable[Decimal]) -> None:
    """Raises ValidationError with the sum unless it is 100 percent."""
    found = list(shares)
    if excess := share_excess(found):
        message = _("The shares add up to %(sum)s%%; they have to make exactly 100%%.")
        raise ValidationError(message % {"sum": number_text(WHOLE + excess)})


@transaction.atomic
def replace_authors(initiative_id: int, authors: Iterable[AuthorFacts]) -> None:
    """Put these authors in the place of all there were.

    Raises ValidationError and changes nothing when the shares do not make 100.
    """
    authors = list(authors)
    check_shares(author.share for author in authors)
    InitiativeAuthor.objects.filter(initiative_id=initiative_id).delete()
    for position, author in enumerate(authors):
        row = InitiativeAuthor.objects.create(
            initiative_id=initiative_id,
            position=position,
            name=author.name,
            unit_then=author.unit_then,
            share=author.share,
            consent=author.consent,
            consented_on=author.consented_on,
        )
        if author.birth_date or author.phone:
            AuthorPrivate.objects.create(
                author=row, birth_date=author.birth_date, phone=author.phone
            )


def store_confidential(initiative_id: int, text: str, *, now) -> None:
    """Store what the makers keep to themselves; empty words delete it."""
    if not text:
        ConfidentialPart.objects.filter(pk=initiative_id).delete()
        return
    ConfidentialPart.objects.update_or_create(
        pk=initiative_id, defaults={"text": text, "changed_at": now}
    )
