"""A handful of initiatives as cards: the problem, the proof, what it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from documents.initiatives.figures import money_text, with_unit
from documents.models.initiative_rows import InitiativeBenefit

_BENEFIT = ("initiative", "what", "baseline", "result", "unit", "sort_order")
_CARD = (
    "problem",
    "cost",
    "effort",
    "level",
    "year",
    "unit__name",
    "locality__name",
    "locality__kind",
)


@dataclass(frozen=True, slots=True)
class CardProof:
    """What an initiative brought, in words: `before` and `after` may be empty."""

    what: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        if not self.after:
            return self.what
        change = f"{self.before} → {self.after}" if self.before else self.after
        return f"{self.what}: {change}"


@dataclass(frozen=True, slots=True)
class InitiativeCard:
    """One initiative of a listing; `page` names and addresses it."""

    page: object
    proof: CardProof | None
    cost: str
    effort: str
    applied: int


def cards(pages, keys: Sequence[int], applied: dict[int, int]) -> list[InitiativeCard]:
    """In the order of the keys; two queries, however many."""
    proofs = InitiativeBenefit.objects.only(*_BENEFIT).order_by("sort_order", "pk")
    rows = (
        pages.filter(pk__in=keys)
        .for_listing(*_CARD)
        .prefetch_related(Prefetch("benefits", proofs))
    )
    by_key = {page.pk: page for page in rows}
    return [_card(by_key[key], applied.get(key, 0)) for key in keys if key in by_key]


def _card(page, applied: int) -> InitiativeCard:
    return InitiativeCard(
        page=page,
        proof=_proof(page.benefits.all()),
        cost=_("Nothing to buy") if page.cost == 0 else money_text(page.cost),
        effort=page.get_effort_display(),
        applied=applied,
    )


def _proof(benefits) -> CardProof | None:
    """The first benefit with a number, else the first one's name."""
    named = None
    for benefit in benefits:
        if benefit.result is None:
            named = named or CardProof(benefit.what)
            continue
        after = with_unit(benefit.result, benefit.unit)
        if benefit.baseline is None:
            return CardProof(benefit.what, after=after)
        return CardProof(benefit.what, with_unit(benefit.baseline, benefit.unit), after)
    return named
