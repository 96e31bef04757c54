"""The acts of the library that proposals are about, and whether they have the place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from documents.citing.library import PublishedRegulations
from documents.law.amendments import Doubt, Proposal
from documents.law.citations import resolve
from documents.law.effects import EffectKind, Scope
from documents.law.effects.model import DATED_KINDS
from documents.law.effects.phrases import replaced
from documents.law.structure import Provision, parse_provisions
from documents.models import RegulationPage


class Obstacle(StrEnum):
    """Why a proposal cannot be accepted as it stands."""

    NO_ACT = "no_act"
    NOT_IN_LIBRARY = "not_in_library"
    SEVERAL = "several"
    ITSELF = "itself"
    NO_PLACE = "no_place"
    NOT_IN_TEXT = "not_in_text"
    LONG_PHRASE = "long_phrase"
    PART_OF_TERM = "part_of_term"
    NO_DAY = "no_day"


@dataclass(frozen=True, slots=True)
class Target:
    """The act in the library, and the place as its own contents name it.

    `phrase_missing` says that its text, as signed, does not have the phrase: an act in
    between may have brought it, so it is said and stops nobody.
    """

    pk: int | None = None
    symbol: str = ""
    title: str = ""
    provision: str = ""
    obstacle: Obstacle | None = None
    phrase_missing: bool = False

    @property
    def wants_act(self) -> bool:
        """Whether the text leaves open which act it is: an editor may choose one."""
        unnamed = self.obstacle is Obstacle.NOT_IN_LIBRARY and not self.symbol
        return unnamed or self.obstacle in (Obstacle.NO_ACT, Obstacle.SEVERAL)


_LONGEST_PHRASE = 600


def targets_of(proposals: Sequence[Proposal], draft: RegulationPage) -> list[Target]:
    """One for each; two queries in all."""
    citations = [one.act.citation for one in proposals if one.act and one.act.citation]
    found = {}
    if citations:
        library = PublishedRegulations(citations, suggest=False)
        for resolution in resolve(citations, library):
            found[resolution.citation] = resolution
    keys = {one.document.id for one in found.values() if one.document}
    acts = {
        act.pk: act
        for act in RegulationPage.objects.filter(pk__in=keys).only(
            "pk", "symbol", "title", "text"
        )
    }
    texts = {
        pk: tuple(parse_provisions(act.text)) for pk, act in acts.items() if act.text
    }
    added = _added(proposals)
    return [_target(one, found, acts, texts, added, draft) for one in proposals]


def targets_in(
    proposals: Sequence[Proposal], act: RegulationPage, draft: RegulationPage
) -> list[Target]:
    """One for each, as if the text named this act of the library."""
    pieces = tuple(parse_provisions(act.text)) if act.text else ()
    added = _added(proposals)
    return [_target_in(one, act, pieces, added, draft) for one in proposals]


def known_target(proposal: Proposal, act: RegulationPage) -> Target:
    """Where an effect stands already."""
    return Target(act.pk, act.symbol, act.title, proposal.provision)


def is_named(proposal: Proposal) -> bool:
    """Whether the text gives the act's number."""
    return bool(proposal.act and proposal.act.citation)


def wants_day(proposal: Proposal) -> bool:
    """Whether it says nothing before an editor enters the day that the text leaves
    open.
    """
    is_open = proposal.kind in DATED_KINDS or Doubt.DAY_NOT_SAID in proposal.doubts
    return is_open and proposal.until is None


def _added(proposals: Sequence[Proposal]) -> set[tuple[str, str]]:
    """The places that are added to each act, which its text need not have."""
    return {
        (_act_key(proposal), proposal.provision)
        for proposal in proposals
        if proposal.kind is EffectKind.SUPPLEMENTS
    }


def _act_key(proposal: Proposal) -> str:
    return proposal.act.key if proposal.act else ""


def _target(proposal, found, acts, texts, added, draft: RegulationPage) -> Target:
    act = proposal.act
    if act is None:
        return Target(obstacle=Obstacle.NO_ACT)
    resolution = found.get(act.citation) if act.citation else None
    if resolution and resolution.candidates and not resolution.document:
        return Target(symbol=act.symbol, obstacle=Obstacle.SEVERAL)
    if not resolution or not resolution.document:
        return Target(symbol=act.symbol, obstacle=Obstacle.NOT_IN_LIBRARY)
    page = acts.get(resolution.document.id)
    if page is None:
        return Target(symbol=act.symbol, obstacle=Obstacle.NOT_IN_LIBRARY)
    return _target_in(proposal, page, texts.get(page.pk, ()), added, draft)


def _target_in(
    proposal: Proposal,
    page: RegulationPage,
    pieces: Sequence[Provision],
    added: set[tuple[str, str]],
    draft: RegulationPage,
) -> Target:
    known = Target(page.pk, page.symbol, page.title)
    if page.pk == draft.pk:
        return Target(page.pk, page.symbol, page.title, obstacle=Obstacle.ITSELF)
    if len(proposal.phrase) > _LONGEST_PHRASE:
        return _with(known, "", Obstacle.LONG_PHRASE)
    if proposal.kind is EffectKind.EXTENDS and proposal.scope is not Scope.WHOLE:
        return _with(known, proposal.provision, Obstacle.PART_OF_TERM)
    found = _place_in(proposal, known, pieces, added)
    if not found.obstacle and wants_day(proposal):
        return replace(found, obstacle=Obstacle.NO_DAY)
    return found


def _place_in(
    proposal: Proposal,
    known: Target,
    pieces: Sequence[Provision],
    added: set[tuple[str, str]],
) -> Target:
    if proposal.scope is Scope.WHOLE:
        missing = bool(pieces and proposal.phrase) and not _says(proposal, pieces)
        return _with(known, "", phrase_missing=missing)
    if not proposal.provision:
        return _with(known, "", Obstacle.NO_PLACE)
    if not pieces:
        return _with(known, proposal.provision)
    anchor = _anchor(proposal, pieces)
    is_added = (_act_key(proposal), proposal.provision) in added
    if anchor is None and not is_added:
        return _with(known, proposal.provision, Obstacle.NOT_IN_TEXT)
    anchor = anchor or proposal.provision
    within = [one for one in pieces if f"{one.anchor}-".startswith(f"{anchor}-")]
    missing = bool(proposal.phrase) and not _says(proposal, within)
    return _with(known, anchor, phrase_missing=missing)


def _with(
    known: Target,
    provision: str,
    obstacle: Obstacle | None = None,
    *,
    phrase_missing: bool = False,
) -> Target:
    return Target(
        known.pk, known.symbol, known.title, provision, obstacle, phrase_missing
    )


def _says(proposal: Proposal, pieces: Sequence[Provision]) -> bool:
    return any(
        replaced(piece, proposal.phrase, proposal.new_text or "") is not None
        for piece in pieces
    )


def _anchor(proposal: Proposal, pieces: Sequence[Provision]) -> str | None:
    """The place as the act's contents name it; of what is added, what it lies in.

    Amending acts often leave out which of an act's texts a place is in: where one text
    only has it, that one is meant.
    """
    adds = proposal.kind is EffectKind.SUPPLEMENTS
    anchors = {piece.anchor for piece in pieces}
    if proposal.provision in anchors:
        return proposal.provision
    part, mark, rest = proposal.provision.rpartition("--")
    same = [one for one in anchors if one.rpartition("--")[2] == rest]
    if len(same) == 1 and not (mark and part):
        return same[0]
    if len(same) == 1 and not adds:
        return same[0]
    if not adds:
        return None
    outer = rest.rsplit("-", 2)[0] if rest.count("-") > 1 else ""
    if not outer:
        return proposal.provision
    if f"{part}{mark}{outer}" in anchors:
        return proposal.provision
    around = [one for one in anchors if one.rpartition("--")[2] == outer]
    if len(around) != 1:
        return None
    around_part = around[0].rpartition("--")[0]
    return f"{around_part}--{rest}" if around_part else rest
