"""What rows would change of acts the library has; nothing is ever taken away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from documents.importing.candidates import Candidate
from documents.importing.relations import Relation
from documents.law.effects import ReviewState
from documents.models import JointIssuer, RegulationEffect, RegulationPage
from portal.vietnamese import nfc

# What the act was found by.
_GIVEN = frozenset({"symbol", "type", "issuer"})


@dataclass(slots=True)
class RegulationUpdate:
    """`act` is its editors' latest draft with the row's facts in it, not saved.

    `keys` name the columns that say something new.
    """

    candidate: Candidate
    act: RegulationPage
    keys: list[str] = field(default_factory=list)


def update_of(one: Candidate) -> RegulationUpdate:
    """Compare cell by cell with the latest draft; an empty cell says nothing."""
    stored = one.act
    act = stored.get_latest_revision_as_object() if _has_draft(stored) else stored
    change = RegulationUpdate(one, act)
    for key, value in one.facts.items():
        if key not in _GIVEN and getattr(act, key) != _kept(value):
            setattr(act, key, value)
            change.keys.append(key)
    wanted = {row.pk for row in one.fields}
    if wanted and {row.pk for row in act.fields.all()} != wanted:
        act.fields = list(one.fields)
        change.keys.append("fields")
    if one.joint and _merge_issuers(one, act):
        change.keys.append("issuer")
    change.keys += _merge_effects(one, act)
    return change


def effects_of(one: Candidate, keys: dict) -> list[RegulationEffect]:
    """The effects of a new act; `keys` tells where acts of the file were stored."""
    return [
        effect_of(relation, keys.get(target, target))
        for relation, target in one.targets
    ]


def effect_of(relation: Relation, target_id: int) -> RegulationEffect:
    return RegulationEffect(
        kind=relation.kind.value,
        target_id=target_id,
        scope=relation.scope.value,
        provision=relation.provision,
        effective_on=relation.on,
        until=relation.until,
        review=relation.review.value,
    )


def _has_draft(act: RegulationPage) -> bool:
    return act.has_unpublished_changes and act.latest_revision_id is not None


def _kept(value):
    """As the act itself would keep it."""
    return nfc(value) if isinstance(value, str) else value


def _merge_issuers(one: Candidate, act: RegulationPage) -> bool:
    """Those the row names, in its order, then those it does not name; True if new."""
    stored = {row.issuer_id: row for row in act.joint_issuers.all()}
    before = [_said(row) for row in stored.values()]
    merged = []
    for wanted in one.joint:
        row = stored.pop(wanted.issuer_id, None) or wanted
        row.signer = wanted.signer or row.signer
        row.signer_title = wanted.signer_title or row.signer_title
        merged.append(row)
    merged += stored.values()
    if [_said(row) for row in merged] == before:
        return False
    for place, row in enumerate(merged):
        row.sort_order = place
    act.joint_issuers = merged
    return True


def _said(row: JointIssuer) -> tuple:
    return row.issuer_id, row.signer, row.signer_title


def _merge_effects(one: Candidate, act: RegulationPage) -> Iterable[str]:
    """Add what is not there yet; what editors decided of an effect stands."""
    if not one.targets:
        return ()
    stored = list(act.effects.all())
    changed: dict[str, None] = {}
    for relation, target in one.targets:
        if not isinstance(target, int):
            # An act of this file that is not stored yet: it cannot be linked already.
            changed[relation.kind.value] = None
            continue
        same = _same(stored, relation, target)
        if same is None:
            stored.append(effect_of(relation, target))
            changed[relation.kind.value] = None
        elif _fill(same, relation):
            changed[relation.kind.value] = None
    if changed:
        act.effects = stored
    return changed


def _same(
    stored: Sequence[RegulationEffect], relation: Relation, target: int
) -> RegulationEffect | None:
    """The row that says this already, or says it without the day."""
    alike = [
        row
        for row in stored
        if (row.kind, row.target_id, row.provision)
        == (relation.kind.value, target, relation.provision)
    ]
    for day in (relation.on, None):
        for row in alike:
            if row.effective_on == day:
                return row
    return alike[0] if alike and relation.on is None else None


def _fill(row: RegulationEffect, relation: Relation) -> bool:
    """Put in what was not known; True if there was anything."""
    filled = False
    if row.review == ReviewState.REJECTED:
        return False
    for name, value in (("effective_on", relation.on), ("until", relation.until)):
        if value and getattr(row, name) is None:
            setattr(row, name, value)
            filled = True
    if relation.review == ReviewState.CONFIRMED != row.review:
        row.review = ReviewState.CONFIRMED.value
        filled = True
    return filled
