"""Type and issuers that a number names, to offer where nobody has chosen them yet."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from django.utils.translation import gettext as _

from documents.law.names import is_issuer, is_known, with_marks
from documents.law.symbols import Symbol
from documents.law.symbols.issuers import issuer_codes
from documents.models import DocumentType, Issuer
from portal.vietnamese import fold

MOST = 5
"""So many readings are offered side by side; of more the editor chooses in the list."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the form holds already, as keys: nothing of it is ever proposed anew."""

    type: int | None = None
    issuer: int | None = None
    joint: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class SymbolProposal:
    """What one click fills in; `joint` are those beside the leading issuer."""

    label: str
    type: DocumentType | None = None
    issuer: Issuer | None = None
    joint: tuple[Issuer, ...] = ()


@dataclass(frozen=True, slots=True)
class SymbolReading:
    """`said` is what the number names, in words, and empty where nothing follows;
    `notes` what it leaves open.
    """

    said: str = ""
    proposals: tuple[SymbolProposal, ...] = ()
    notes: tuple[str, ...] = ()


def read(
    symbol: Symbol,
    types: Mapping[str, DocumentType],
    issuers: Iterable[Issuer],
    entered: FormFacts,
) -> SymbolReading:
    """What the number names and `entered` lacks, of the types and issuers listed.

    `types` are by abbreviation. No code is read as another one that exists, and a
    number that is one of two territories' is offered as each.
    """
    type_ = types.get(symbol.type) or types.get(with_marks(symbol.type))
    proposals = []
    if type_ and not entered.type:
        label = _("Document type: %(name)s") % {"name": type_.name}
        proposals.append(SymbolProposal(label, type=type_))
    named = _NamedIssuers(issuer_codes(symbol), list(issuers), entered)
    proposals += named.proposals()
    notes = tuple(named.notes())
    if not proposals and not notes:
        return SymbolReading()
    return SymbolReading(_said(symbol, type_), tuple(proposals), notes)


def _said(symbol: Symbol, type_: DocumentType | None) -> str:
    facts = [
        type_.name if type_ else "",
        _("year %(year)s") % {"year": symbol.year} if symbol.year else "",
        ", ".join(issuer_codes(symbol)),
    ]
    known = " · ".join(filter(None, facts))
    return _("The number says: %(facts)s.") % {"facts": known}


@dataclass(frozen=True, slots=True)
class _Place:
    """A code of the number, and the issuers it may mean."""

    code: str
    choices: tuple[Issuer, ...]

    def has(self, keys: Container[int | None]) -> bool:
        return any(issuer.pk in keys for issuer in self.choices)


class _NamedIssuers:
    """The places of a number that nobody has entered an issuer for."""

    def __init__(
        self, codes: Sequence[str], issuers: Sequence[Issuer], entered: FormFacts
    ) -> None:
        first, *others = [_Place(code, _meant(code, issuers)) for code in codes] or [
            _Place("", ())
        ]
        known = {entered.issuer, *entered.joint}
        beside = [place for place in others if not place.has(known)]
        self._is_led = not entered.issuer
        # Where somebody has chosen another issuer than the number names, or another
        # order, theirs stands.
        fits = not first.has(entered.joint) and (
            self._is_led or first.has({entered.issuer})
        )
        lead = [first] if self._is_led and first.code else []
        self._places = [*lead, *beside] if fits else []
        self._readings = self._found() if not lead or first.choices else []

    def proposals(self) -> list[SymbolProposal]:
        """One for each reading; none where they are too many to tell apart."""
        return [] if len(self._readings) > MOST else [*map(self._offer, self._readings)]

    def notes(self) -> list[str]:
        listed = _("“%(code)s” is not in the list of issuers.")
        found = [listed % {"code": p.code} for p in self._places if not p.choices]
        if len(self._readings) > MOST:
            choose = _("%(count)s issuers are abbreviated “%(code)s”: choose one.")
            found += [
                choose % {"count": len(place.choices), "code": place.code}
                for place in self._places
                if len(place.choices) > 1
            ]
        elif any(issuer.territory_id for one in self._readings for issuer in one):
            found.append(_("It does not say of which place: compare with the act."))
        return found

    def _found(self) -> list[tuple[Issuer, ...]]:
        """Each way to read the places together, up to one more than are offered."""
        choices = [place.choices for place in self._places if place.choices]
        return list(islice(product(*choices), MOST + 1)) if choices else []

    def _offer(self, issuers: tuple[Issuer, ...]) -> SymbolProposal:
        names = {"names": ", ".join(map(_name, issuers))}
        if not self._is_led:
            label = _("Issued together with: %(names)s") % names
            return SymbolProposal(label, joint=issuers)
        lead, *joint = issuers
        label = _("Issuers: %(names)s") if joint else _("Issuer: %(names)s")
        return SymbolProposal(label % names, issuer=lead, joint=tuple(joint))


def _meant(code: str, issuers: Sequence[Issuer]) -> tuple[Issuer, ...]:
    """Those of this abbreviation; where it is none of any, those it is but for marks,
    as long as they share one.
    """
    exact = tuple(one for one in issuers if one.abbreviation == code)
    if exact or is_known(code) or is_issuer(code):
        return exact
    alike = tuple(one for one in issuers if fold(one.abbreviation) == fold(code))
    return alike if len({one.abbreviation for one in alike}) == 1 else ()


def _name(issuer: Issuer) -> str:
    """With the place where the name alone does not say it."""
    place = issuer.territory.name if issuer.territory else ""
    return issuer.name if place in issuer.name else f"{issuer.name} ({place})"
