"""What makes an act that act: number, issuer, type and year of signing."""

from collections.abc import Iterator
from itertools import islice

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.law.symbols import parse_symbol
from portal import vietnamese
from portal.slugs import ascii_slug, free_slug, numbered


def read_symbol(act) -> None:
    """Write the number in its canonical form, with what is looked up and sorted by."""
    typed = " ".join(vietnamese.nfc(act.symbol or "").split())
    symbol = parse_symbol(typed)
    act.symbol = str(symbol) if symbol else typed
    if symbol and typed != act.symbol and not act.symbol_as_printed:
        act.symbol_as_printed = typed
    act.symbol_folded = symbol.folded if symbol else vietnamese.fold(act.symbol)
    act.number = symbol.number if symbol else None
    signed = act.signed_on.year if hasattr(act.signed_on, "year") else None
    act.year = (symbol.year if symbol else None) or signed
    act.text = vietnamese.nfc((act.text or "").replace("\r\n", "\n"))
    act.folded = vietnamese.fold(f"{act.symbol} {act.title}")


def check_identity(act) -> None:
    """Refuse a second record of one act, naming the first."""
    if not (act.symbol and act.type_id and act.issuer_id):
        return
    same = type(act).objects.filter(
        symbol=act.symbol,
        type_id=act.type_id,
        issuer_id=act.issuer_id,
        year=act.year,
        alias_of=None,
    )
    other = same.exclude(pk=act.pk).only("symbol", "title").first()
    if other is None or act.alias_of_id:
        return
    message = _("The library already has %(symbol)s of this issuer: “%(title)s”.")
    facts = {"symbol": other.symbol, "title": other.title}
    raise ValidationError({"symbol": message % facts})


def settle_slug(act) -> None:
    """Make the address from the number, anew until the act is first published.

    Drafts are saved while a number is still being typed. An address that an editor
    chose stays.
    """
    if act.symbol and (not act.slug or _was_made(act)):
        others = type(act).objects.exclude(pk=act.pk)
        act.slug = free_slug(slugs(act), others)


def _was_made(act) -> bool:
    """Whether the address stems from the number the draft had before."""
    if act.pk is None:
        return False
    drafts = type(act).objects.filter(first_published_at=None)
    stored = drafts.only("symbol", "slug", "year", "issuer")
    before = stored.filter(pk=act.pk).exclude(symbol=act.symbol).first()
    if before is None or before.slug != act.slug:
        return False
    return not before.symbol or before.slug in islice(slugs(before), 3)


def slugs(act) -> Iterator[str]:
    """Addresses for the act, the best first, without end.

    The number; with the territory where another act has that, the year, a count.
    """
    symbol = parse_symbol(act.symbol)
    slug = symbol.slug if symbol else ascii_slug(act.symbol)
    yield slug
    if act.issuer_id:
        issuer, territory = act.issuer, act.issuer.territory
        place = territory.name if territory else issuer.name
        slug = f"{slug}-{ascii_slug(place)}"
        yield slug
    yield f"{slug}-{act.year}"
    yield from islice(numbered(slug), 1, None)
