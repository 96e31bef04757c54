"""Effects as they are asked for: confirmed, published, and how their source fares."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from wagtail.models import Page

from documents.law.effects import EffectKind, ReviewState, Scope
from documents.law.effects.model import ENDING_KINDS

# The columns a status rests on, besides the day its source was signed.
DECIDING = (
    "kind",
    "target",
    "scope",
    "provision",
    "effective_on",
    "until",
    "clause",
    "quote",
    "review",
    "new_text",
    "phrase",
)

# What `with_fate` adds to them.
FATE = ("source_ended_on", "source_held_from", "source_held_until")


class RegulationEffectQuerySet(models.QuerySet):
    def confirmed(self):
        """Effects that an editor has confirmed; no other counts."""
        return self.filter(review=ReviewState.CONFIRMED)

    def published(self):
        """Effects that published acts cause.

        Their page is looked up by its key: a join would read the act as well, and that
        for each of thousands of effects.
        """
        live = Page.objects.order_by().filter(pk=OuterRef("source"), live=True)
        return self.filter(Exists(live))

    def in_force(self):
        """Confirmed effects of published acts: what a status may rest on."""
        return self.confirmed().published()

    def in_force_for(self, acts: Iterable[int]):
        """Those on the acts with these keys."""
        return self.in_force().filter(target__in=acts)

    def with_source(self):
        """Each with the act that causes it, as it is named, and how that one fares."""
        return self.select_related("source__type", "source__issuer").with_fate()

    def with_fate(self):
        """Each with the day its source ended whole, and its longest suspension by then.

        One look deep: what ended or suspended the source is taken at its word.
        """
        on_source = (
            type(self)(self.model)
            .in_force()
            .filter(target=OuterRef("source"), scope=Scope.WHOLE)
        )
        ended = on_source.filter(kind__in=ENDING_KINDS, effective_on__isnull=False)
        held = on_source.filter(
            kind=EffectKind.SUSPENDS, effective_on__lte=OuterRef("effective_on")
        ).order_by(F("until").desc(nulls_first=True))
        ended_on = ended.order_by("effective_on").values("effective_on")
        return self.annotate(
            source_ended_on=Subquery(ended_on[:1]),
            source_held_from=Subquery(held.values("effective_on")[:1]),
            source_held_until=Subquery(held.values("until")[:1]),
        )

    def that_begin(self, on: date):
        """Without those whose source ended before their day or is suspended since."""
        on_source = (
            type(self)(self.model)
            .in_force()
            .filter(
                target=OuterRef("source"),
                scope=Scope.WHOLE,
                effective_on__lte=OuterRef("effective_on"),
            )
        )
        held = Q(kind=EffectKind.SUSPENDS, effective_on__lte=on)
        held &= Q(until=None) | Q(until__gt=on)
        stopped = Exists(on_source.filter(Q(kind__in=ENDING_KINDS) | held))
        # What ends with its source does so because that has ended.
        return self.filter(Q(kind=EffectKind.ENDS_WITH) | ~stopped)

    def only_deciding(self, *columns: str):
        """What a status rests on, and these columns of the act that causes it."""
        source = [f"source__{name}" for name in ("signed_on", *columns)]
        return self.select_related("source").only(*DECIDING, *source).with_fate()
