"""Changes an act's draft proposes in others, and what became of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from documents.acts.proposal_targets import (
    Obstacle,
    Target,
    is_named,
    known_target,
    targets_of,
    wants_day,
)
from documents.law.amendments import Doubt, Proposal, propose_effects
from documents.law.effects import ReviewState
from documents.law.effects.printed_days import counted
from documents.models import EffectProposal, ProposalState, RegulationPage
from portal.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Read:
    """A proposal of a draft with its target in the library and what became of it.

    `on` is the day the effect would count from, None where nobody knows it yet;
    `until` is that of an `Effect`.
    """

    key: str
    proposal: Proposal
    target: Target
    state: ProposalState
    on: date | None
    until: date | None = None

    @property
    def can_be_accepted(self) -> bool:
        return self.state is not ProposalState.ACCEPTED and not self.target.obstacle

    @property
    def wants_act(self) -> bool:
        """Whether an editor has to say which act of the library is meant."""
        return self.state is ProposalState.WAITING and self.target.wants_act

    @property
    def wants_day(self) -> bool:
        """Whether an editor has to say until when."""
        target = self.target
        open_yet = target.wants_act or target.obstacle is Obstacle.NO_DAY
        waits = self.state is ProposalState.WAITING
        return waits and open_yet and wants_day(self.proposal)

    def with_day(self, day: date) -> "Read":
        """As if the text printed this day."""
        target = self.target
        if target.obstacle is Obstacle.NO_DAY:
            target = replace(target, obstacle=None)
        return replace(self, target=target, until=counted(self.proposal.kind, day))


class OwnEffect(NamedTuple):
    """What of an effect tells which proposal it came from, and until when it counts."""

    kind: str
    target: int
    provision: str
    phrase: str
    quote: str
    until: date | None = None


def proposals_of(draft: RegulationPage) -> list[Read]:
    """What the draft's text proposes, in its order; queries do not grow with it."""
    found = propose_effects(draft.text, symbol=draft.symbol, signed_on=draft.signed_on)
    rows = EffectProposal.objects.filter(regulation_id=draft.pk)
    states = dict(rows.values_list("key", "state"))
    targets = targets_of(found, draft)
    symbols = [target.symbol for target in targets]
    stand = stand_among(found, symbols, own_effects(draft), states)
    keys = [key_of(proposal) for proposal in found]
    open_ones = [k for k, one in zip(keys, targets, strict=True) if one.wants_act]
    chosen = _acts({stand[key].target for key in open_ones if key in stand})
    read = []
    for key, proposal, target in zip(keys, found, targets, strict=True):
        state = ProposalState(states.get(key, ProposalState.WAITING))
        until = proposal.until
        if effect := stand.get(key):
            state = ProposalState.ACCEPTED
            until = effect.until
            if target.wants_act and (act := chosen.get(effect.target)):
                target = known_target(proposal, act)
            if target.obstacle is Obstacle.NO_DAY and until:
                target = replace(target, obstacle=None)
        elif state is ProposalState.ACCEPTED:
            state = ProposalState.WAITING
        on = _day(proposal, draft)
        read.append(Read(key, proposal, target, state, on, until))
    return read


def key_of(proposal: Proposal) -> str:
    return sha256("\n".join(proposal.key).encode()).hexdigest()


def own_effects(draft: RegulationPage) -> list[OwnEffect]:
    """Those of the draft that nobody has rejected."""
    return [
        OwnEffect(
            one.kind, one.target_id, one.provision, one.phrase, one.quote, one.until
        )
        for one in draft.effects.all()
        if one.review != ReviewState.REJECTED
    ]


def stand_among(
    found: Sequence[Proposal],
    symbols: Sequence[str],
    own: Sequence[OwnEffect],
    states: Mapping[str, str],
) -> dict[str, OwnEffect]:
    """The keys of the proposals that stand among the effects, each with its effect.

    `symbols` are the numbers of the acts meant. Where the text gives none an editor
    chose the act, so the effect is known by its words: of several proposals with the
    same words, by those that were accepted before.
    """
    numbers = _symbols({effect.target for effect in own})
    by_act = {
        (
            one.kind,
            fold(numbers.get(one.target, "")),
            _place(one.provision),
            one.phrase,
        ): one
        for one in own
    }
    by_words: dict[tuple[str, ...], list[OwnEffect]] = {}
    for one in own:
        words = (one.kind, _place(one.provision), one.phrase, one.quote)
        by_words.setdefault(words, []).append(one)
    stand = {}
    unnamed = []
    for proposal, symbol in zip(found, symbols, strict=True):
        place = _place(proposal.provision)
        mark = (proposal.kind.value, fold(symbol), place, proposal.phrase)
        if mark in by_act:
            stand[key_of(proposal)] = by_act[mark]
        elif not is_named(proposal):
            unnamed.append(proposal)
    unnamed.sort(key=lambda one: states.get(key_of(one)) != ProposalState.ACCEPTED)
    for proposal in unnamed:
        place = _place(proposal.provision)
        words = (proposal.kind.value, place, proposal.phrase, proposal.quote)
        if left := by_words.get(words):
            stand[key_of(proposal)] = left.pop(0)
    return stand


def _acts(keys: set[int]) -> dict[int, RegulationPage]:
    """The acts editors chose for what the text leaves open."""
    return RegulationPage.objects.only("symbol", "title").in_bulk(keys) if keys else {}


def _symbols(targets: set[int]) -> dict[int, str]:
    if not targets:
        return {}
    acts = RegulationPage.objects.filter(pk__in=targets)
    return dict(acts.values_list("pk", "symbol"))


def _day(proposal: Proposal, draft: RegulationPage) -> date | None:
    """Its own day, else the one the editor entered, else the one the text says."""
    if proposal.has_own_day or Doubt.OF_ITSELF in proposal.doubts:
        return proposal.on
    return draft.effective_from or proposal.on


def _place(anchor: str) -> str:
    """The place within its text: which text it is in was settled on acceptance."""
    return anchor.rpartition("--")[2]
