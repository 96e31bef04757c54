"""Questions the library answers in a constant number of queries."""

from datetime import date

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)
from django.utils import timezone

from documents.effects import EffectKind, Scope, Status
from documents.enums import Confidence, ReviewChoice
from documents.models.effects import RegulationEffect
from portal import vietnamese
from portal.models import PortalPageQuerySet

_ENDING = (EffectKind.REPLACES.value, EffectKind.REPEALS.value)
_CHANGING = (EffectKind.AMENDS.value, *_ENDING)


def reaching():
    """Effects of published acts, each with the act that causes it."""
    rows = RegulationEffect.objects.filter(source__live=True)
    return rows.select_related("source__type", "source__issuer")


_JUDGED_BY = (
    "issuer__level",
    "is_normative",
    "signed_on",
    "effective_from",
    "effective_quote",
    "expires_on",
    "confidence",
    "override_status",
    "override_source",
)


def _counting():
    """Effects that may decide a status, without the words they bring."""
    rows = RegulationEffect.objects.filter(
        source__live=True, review=ReviewChoice.CONFIRMED
    )
    return rows.select_related("source").only(
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
        "source__signed_on",
    )


class RegulationPageQuerySet(PortalPageQuerySet):
    def for_listing(self, on: date | None = None):
        """Rows of a listing with their status that day, or today."""
        listed = super().for_listing(
            "symbol", "signed_on", "type__name", "issuer__name", "effective_from"
        )
        return listed.with_status(on or timezone.localdate())

    def for_cards(self):
        """A handful of acts with what their status is judged by, in two queries.

        The rules in SQL serve thousands of rows; for a few, writing that SQL costs
        more than judging them here.
        """
        return (
            super()
            .for_listing("symbol", "type__name", "issuer__name", *_JUDGED_BY)
            .prefetch_related(Prefetch("effects_in", _counting()))
        )

    def for_reading(self):
        found = super().for_reading()
        return found.select_related("type", "issuer__territory").with_effects()

    def with_effects(self):
        """Acts with the effects reaching them: one query more, however many acts."""
        return self.prefetch_related(Prefetch("effects_in", reaching()))

    def with_status(self, on: date):
        """`status_code` by the rules of `documents.effects.status`, in SQL."""
        return self.annotate(status_code=status_expression(on))

    def newest(self):
        """By date of signing; invented acts come after the real ones."""
        return self.order_by("is_sample", F("signed_on").desc(nulls_last=True), "-pk")

    def matching(self, query: str):
        """Acts whose number or title holds every word, accents ignored."""
        found = self
        for word in vietnamese.fold(query).split():
            found = found.filter(folded__contains=word)
        return found


def status_expression(on: date) -> Case:
    """The first rule that fits decides, as in the pure function."""
    counting = RegulationEffect.objects.filter(
        target=OuterRef("pk"),
        source__live=True,
        review=ReviewChoice.CONFIRMED,
        effective_on__lte=on,
    )
    whole, part = Q(scope=Scope.WHOLE.value), Q(scope=Scope.PART.value)
    suspending = counting.filter(
        Q(until=None) | Q(until__gt=on), kind=EffectKind.SUSPENDS.value
    )
    replaced = Q(Exists(counting.filter(whole, kind=EffectKind.REPLACES.value)))
    ended = Q(expires_on__lte=on) | Q(Exists(counting.filter(whole, kind__in=_ENDING)))
    rules = (
        (~Q(override_status=""), F("override_status")),
        (~Q(confidence=Confidence.VERIFIED), Status.UNKNOWN),
        (Q(effective_from=None), Status.UNKNOWN),
        (Q(effective_from__gt=on), Status.NOT_YET),
        (ended & Q(is_normative=True), Status.ENDED),
        (Q(is_normative=False) & replaced, Status.REPLACED),
        (ended, Status.TIME_OVER),
        (Q(Exists(suspending.filter(whole))), Status.SUSPENDED),
        (Q(Exists(suspending.filter(part))), Status.PARTLY_SUSPENDED),
        (Q(is_normative=False), Status.APPLIED),
        (Q(Exists(counting.filter(kind__in=_CHANGING))), Status.PARTLY_ENDED),
    )
    whens = [
        When(rule, then=Value(code.value) if isinstance(code, Status) else code)
        for rule, code in rules
    ]
    return Case(*whens, default=Value(Status.IN_FORCE.value), output_field=CharField())
