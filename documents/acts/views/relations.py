"""What an act does to others and they to it, in both directions."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from documents.acts import graph
from documents.acts.related import own_effects, related_acts
from documents.law.effects import EffectKind, ReviewState
from documents.law.effects.printed_days import printed
from documents.models.wording import EFFECT_LABELS, PASSIVE_LABELS
from portal.vietnamese.dates import short_date


@dataclass(frozen=True, slots=True)
class ShownRelation:
    """One line of "relations": the verb, the other act, which way it reads."""

    verb: str
    regulation: object
    outgoing: bool
    row: object

    @property
    def until(self) -> str:
        """The day on which it ends, or begins what was put off; empty where none is."""
        row: Any = self.row
        if not row.until:
            return ""
        kind = EffectKind(row.kind)
        words = (
            _("takes effect on %(day)s")
            if kind is EffectKind.POSTPONES
            else _("up to and including %(day)s")
        )
        return words % {"day": short_date(printed(kind, row.until))}


def relations_of(act, reaching: Iterable) -> list[ShownRelation]:
    """What this act does to others, then what the `reaching` effects do to it."""
    acts = related_acts(act)
    outgoing = [
        ShownRelation(EFFECT_LABELS[r.kind], acts[r.target_id], True, r)
        for r in own_effects(act)
        if r.target_id in acts
    ]
    incoming = [
        ShownRelation(PASSIVE_LABELS[r.kind], acts[r.source_id], False, r)
        for r in reaching
        if r.review != ReviewState.REJECTED and r.source_id in acts
    ]
    return [*outgoing, *incoming]


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
