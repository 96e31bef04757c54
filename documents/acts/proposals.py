"""The verbs on changes an act's draft proposes: accept, refuse, restore, follow."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page, Revision

from documents.acts.proposal_states import (
    OwnEffect,
    Read,
    key_of,
    proposals_of,
    stand_among,
)
from documents.acts.proposal_targets import targets_in
from documents.law.amendments import propose_effects
from documents.law.effects import ReviewState
from documents.models import (
    EffectProposal,
    ProposalState,
    RegulationEffect,
    RegulationPage,
)


@transaction.atomic
def accept(
    page_id: int,
    keys: Iterable[str],
    user: Any,
    *,
    now: datetime,
    act: RegulationPage | None = None,
    days: Mapping[str, date] | None = None,
) -> int:
    """Put the proposals with these keys among the draft's effects, confirmed.

    `act` is the one an editor chose for those whose act the text does not settle,
    `days` has for keys of those that want one the day that a text would print.
    Returns how many; those that cannot stand there are left as they are. The effects
    count when the act is published.
    """
    draft = _draft(page_id)
    wanted = set(keys)
    read = [one for one in proposals_of(draft) if one.key in wanted]
    if act is not None:
        read = with_act(read, act, draft)
    days = days or {}
    read = [
        one.with_day(days[one.key]) if one.wants_day and one.key in days else one
        for one in read
    ]
    taken: list[str] = []
    effects = list(draft.effects.all())
    for one in read:
        if one.can_be_accepted:
            effect = _effect(one, draft)
            if effect is not None:
                effect.sort_order = len(effects)
                effects.append(effect)
                taken.append(one.key)
    if taken:
        draft.effects = effects
        # Before the draft is saved: what is decided tells apart those of equal words.
        _decide(page_id, taken, ProposalState.ACCEPTED, user, now)
        draft.save_revision(user=user, log_action=True, clean=False)
    return len(taken)


def with_act(
    read: Iterable[Read], act: RegulationPage, draft: RegulationPage
) -> list[Read]:
    """Those that want an act, as if the text named this one."""
    wanting = [one for one in read if one.wants_act]
    targets = targets_in([one.proposal for one in wanting], act, draft)
    pairs = zip(wanting, targets, strict=True)
    return [replace(one, target=target) for one, target in pairs]


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
    own = [
        OwnEffect(
            e["kind"],
            e["target"],
            e["provision"],
            e.get("phrase") or "",
            e.get("quote") or "",
        )
        for e in content.get("effects") or ()
        if e.get("review") != ReviewState.REJECTED
    ]
    symbols = [one.act.symbol if one.act else "" for one in found.values()]
    stand = stand_among(list(found.values()), symbols, own, known)
    new = []
    for key in found:
        stands = key in stand
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
        until=one.until,
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


def _draft(page_id: int) -> RegulationPage:
    """The latest draft, locked against a second editor's click."""
    page = Page.objects.select_for_update().get(pk=page_id)
    return page.get_latest_revision_as_object()
