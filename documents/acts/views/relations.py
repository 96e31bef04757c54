"""What an act does to others and they to it, in both directions."""

from collections.abc import Iterable
from dataclasses import dataclass

from documents.acts import graph
from documents.models.wording import EFFECT_LABELS, PASSIVE_LABELS


@dataclass(frozen=True, slots=True)
class ShownRelation:
    """One line of "relations": the verb, the other act, which way it reads."""

    verb: str
    regulation: object
    outgoing: bool
    row: object


def relations_of(act, reaching: Iterable) -> list[ShownRelation]:
    """What this act does to others, then what the `reaching` effects do to it."""
    own = [
        r for r in act.effects.all() if r.review != "rejected" and r.target_id != act.pk
    ]
    others = [r for r in reaching if r.review != "rejected" and r.source_id != act.pk]
    targets = _acts(act, {row.target_id for row in own})
    sources = _acts(act, {row.source_id for row in others})
    outgoing = [
        ShownRelation(EFFECT_LABELS[r.kind], targets[r.target_id], True, r)
        for r in own
        if r.target_id in targets
    ]
    incoming = [
        ShownRelation(PASSIVE_LABELS[r.kind], sources[r.source_id], False, r)
        for r in others
        if r.source_id in sources
    ]
    return [*outgoing, *incoming]


def _acts(act, keys: set[int]) -> dict:
    return type(act).objects.for_listing().in_bulk(keys)


def relation_graph(relations: list[ShownRelation]) -> graph.Graph | None:
    """The relations drawn; a thread says what the acting act does."""
    if not relations:
        return None
    return graph.draw(
        graph.Related(
            key=line.regulation.pk,
            name=line.regulation.symbol,
            url=line.regulation.url,
            verb=str(EFFECT_LABELS[line.row.kind]),
            outgoing=line.outgoing,
            css=line.regulation.status.css,
            status=str(line.regulation.status.label),
        )
        for line in relations
    )
