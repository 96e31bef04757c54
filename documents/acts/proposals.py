"""Changes an act's draft proposes in others: read, told apart, accepted, refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page, Revision

from documents.acts.proposal_targets import Target, targets_of
from documents.law.amendments import Doubt, Proposal, propose_effects
from documents.law.effects import EffectKind, ReviewState
from documents.models import (
    EffectProposal,
    ProposalState,
    RegulationEffect,
    RegulationPage,
)
from portal.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Read:
    """A proposal of a draft with its target in the library and what became of it.

    `on` is the day the effect would count from, None where nobody knows it yet.
    """

    key: str
    proposal: Proposal
    target: Target
    state: ProposalState
    on: date | None

    @property
    def can_be_accepted(self) -> bool:
        return self.state is not ProposalState.ACCEPTED and not self.target.obstacle


def proposals_of(draft: RegulationPage) -> list[Read]:
    """What the draft's text proposes, in its order; queries do not grow with it."""
    found = propose_effects(draft.text, symbol=draft.symbol, signed_on=draft.signed_on)
    rows = EffectProposal.objects.filter(regulation_id=draft.pk)
    states = dict(rows.values_list("key", "state"))
    own = _own_effects(draft)
    read = []
    for proposal, target in zip(found, targets_of(found, draft), strict=True):
        key = key_of(proposal)
        state = ProposalState(states.get(key, ProposalState.WAITING))
        stands = _mark(proposal.kind, target.symbol, proposal) in own
        if stands:
            state = ProposalState.ACCEPTED
        elif state is ProposalState.ACCEPTED:
            state = ProposalState.WAITING
        read.append(Read(key, proposal, target, state, _day(proposal, draft)))
    return read


def key_of(proposal: Proposal) -> str:
    return sha256("\n".join(proposal.key).encode()).hexdigest()


@transaction.atomic
def accept(page_id: int, keys: Iterable[str], user: Any, *, now: datetime) -> int:
    """Put the proposals with these keys among the draft's effects, confirmed.

    Returns how many; those that cannot stand there are left as they are. The effects
    count when the act is published.
    """
    draft = _draft(page_id)
    wanted = set(keys)
    taken: list[str] = []
    effects = list(draft.effects.all())
    for one in proposals_of(draft):
        if one.key in wanted and one.can_be_accepted:
            effect = _effect(one, draft)
            if effect is not None:
                effect.sort_order = len(effects)
                effects.append(effect)
                taken.append(one.key)
    if taken:
        draft.effects = effects
        draft.save_revision(user=user, log_action=True, clean=False)
        _decide(page_id, taken, ProposalState.ACCEPTED, user, now)
    return len(taken)


@transaction.atomic
def refuse(page_id: int, keys: Iterable[str], user: Any, *, now: datetime) -> int:
    """They are proposed no more, whatever is saved; returns how many."""
    return _turn(page_id, keys, ProposalState.REFUSED, user, now)


@transaction.atomic
def restore(page_id: int, keys: Iterable[str], user: Any, *, now: datetime) -> int:
    """Refused ones wait again; returns how many."""
    return _turn(page_id, keys, ProposalState.WAITING, user, now)


def follow(revision: Revision) -> None:
    """Keep the rows of what waits as the newest draft has it."""
    content: Mapping[str, Any] = revision.content
    page_id = int(revision.object_id)
    text = content.get("text") or ""
    rows = EffectProposal.objects.filter(regulation_id=page_id)
    known = dict(rows.values_list("key", "state"))
    signed = content.get("signed_on")
    found = {
        key_of(one): one
        for one in propose_effects(
            text,
            symbol=content.get("symbol") or "",
            # A date as long as the revision is not read back, then its text.
            signed_on=date.fromisoformat(str(signed)) if signed else None,
        )
    }
    if not known and not found:
        return
    own = _marks(
        (e["kind"], e["target"], e["provision"], e.get("phrase") or "")
        for e in content.get("effects") or ()
        if e.get("review") != ReviewState.REJECTED
    )
    new = []
    for key, proposal in found.items():
        symbol = proposal.act.symbol if proposal.act else ""
        stands = _mark(proposal.kind, symbol, proposal) in own
        state = ProposalState.ACCEPTED if stands else ProposalState.WAITING
        if key not in known:
            new.append(EffectProposal(regulation_id=page_id, key=key, state=state))
        elif known[key] != state and (stands or known[key] == ProposalState.ACCEPTED):
            rows.filter(key=key).update(state=state)
    EffectProposal.objects.bulk_create(new, batch_size=500)
    gone = [key for key in known if key not in found]
    if gone:
        stale = rows.exclude(state=ProposalState.REFUSED)
        stale.filter(key__in=gone).delete()


def _turn(
    page_id: int, keys: Iterable[str], state: ProposalState, user: Any, now: datetime
) -> int:
    wanted = set(keys)
    draft = _draft(page_id)
    read = [one for one in proposals_of(draft) if one.key in wanted]
    turned = [
        one.key for one in read if one.state not in (ProposalState.ACCEPTED, state)
    ]
    _decide(page_id, turned, state, user, now)
    return len(turned)


def _decide(
    page_id: int, keys: list[str], state: ProposalState, user: Any, now: datetime
) -> None:
    for key in keys:
        EffectProposal.objects.update_or_create(
            regulation_id=page_id,
            key=key,
            defaults={"state": state, "decided_by": user, "decided_at": now},
        )


def _effect(one: Read, draft: RegulationPage) -> RegulationEffect | None:
    """The effect of a proposal, or None where it would not stand."""
    proposal = one.proposal
    effect = RegulationEffect(
        source=draft,
        kind=proposal.kind.value,
        target_id=one.target.pk,
        scope=proposal.scope.value,
        provision=one.target.provision,
        effective_on=one.on,
        clause=proposal.clause,
        quote=proposal.quote,
        phrase=proposal.phrase,
        new_text=proposal.new_text or "",
        review=ReviewState.CONFIRMED.value,
    )
    try:
        effect.clean_fields(exclude=["source"])
        effect.clean()
    except ValidationError:
        return None
    return effect


def _day(proposal: Proposal, draft: RegulationPage) -> date | None:
    """Its own day, else the one the editor entered, else the one the text says."""
    if proposal.has_own_day or Doubt.OF_ITSELF in proposal.doubts:
        return proposal.on
    return draft.effective_from or proposal.on


def _own_effects(draft: RegulationPage) -> set[tuple[str, ...]]:
    return _marks(
        (effect.kind, effect.target_id, effect.provision, effect.phrase)
        for effect in draft.effects.all()
        if effect.review != ReviewState.REJECTED
    )


def _marks(effects: Iterable[tuple[str, int, str, str]]) -> set[tuple[str, ...]]:
    rows = list(effects)
    targets = {target for _kind, target, _provision, _phrase in rows}
    symbols = (
        dict(RegulationPage.objects.filter(pk__in=targets).values_list("pk", "symbol"))
        if targets
        else {}
    )
    return {
        (kind, fold(symbols.get(target, "")), _place(provision), phrase)
        for kind, target, provision, phrase in rows
    }


def _mark(kind: EffectKind, symbol: str, proposal: Proposal) -> tuple[str, ...]:
    return (
        kind.value,
        fold(symbol),
        _place(proposal.provision),
        proposal.phrase,
    )


def _place(anchor: str) -> str:
    """The place within its text: which text it is in was settled on acceptance."""
    return anchor.rpartition("--")[2]


def _draft(page_id: int) -> RegulationPage:
    """The latest draft, locked against a second editor's click."""
    page = Page.objects.select_for_update().get(pk=page_id)
    return page.get_latest_revision_as_object()
