"""Questions the library answers in a constant number of queries."""

from datetime import date

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from documents.enums import Confidence
from documents.law.effects import EffectKind, Scope, Status
from documents.law.effects.model import ENDING_KINDS, PASSING_KINDS
from documents.models.effects import RegulationEffect
from documents.models.issuers import JointIssuer
from portal.kept_sql import KeptRule
from portal.models import PortalPageQuerySet

_ENDING = tuple(kind.value for kind in ENDING_KINDS)
_CHANGING = (
    EffectKind.AMENDS.value,
    EffectKind.REPLACES_PHRASE.value,
    EffectKind.RENAMES.value,
    *_ENDING,
)
_PASSING = tuple(kind.value for kind in PASSING_KINDS)


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


class RegulationPageQuerySet(PortalPageQuerySet):
    def for_listing(self, on: date | None = None):
        """Rows of a listing with their status that day, or today."""
        listed = super().for_listing(
            "symbol", "signed_on", "type__name", "issuer__name", "effective_from"
        )
        return listed.with_joint_issuers().with_status(on or timezone.localdate())

    def for_results(self, on: date):
        """Rows of a listing, with what the reasons for their status are judged by.

        Who issued a joint act beside its leading issuer is asked for act by act, unless
        `with_known_issuers` has given the names.
        """
        listed = super().for_listing(
            "symbol", "type__name", "issuer__name", "joint_keys", *_JUDGED_BY
        )
        return listed.with_status(on)

    def for_cards(self):
        """A handful of acts with what their status is judged by, in three queries.

        The rules in SQL serve thousands of rows; for a few, writing that SQL costs
        more than judging them here.
        """
        listed = super().for_listing(
            "symbol", "type__name", "issuer__name", *_JUDGED_BY
        )
        effects = RegulationEffect.objects.in_force().only_deciding()
        listed = listed.with_joint_issuers()
        return listed.prefetch_related(Prefetch("effects_in", effects))

    def for_reading(self):
        """Without the effects that reach it: `reaching_effects` asks once for them."""
        return super().for_reading().select_related("type", "issuer__territory")

    def with_joint_issuers(self):
        """Acts with the names of those that issued them together: one query more."""
        rows = JointIssuer.objects.select_related("issuer")
        rows = rows.only("regulation_id", "sort_order", "issuer__name")
        return self.prefetch_related(Prefetch("joint_issuers", rows))

    def issued_by(self, issuers):
        """Acts of any of these, a joint act under each of its issuers."""
        together = JointIssuer.objects.filter(issuer__in=issuers)
        return self.filter(
            Q(issuer__in=issuers) | Q(pk__in=together.values("regulation"))
        )

    def with_effects(self):
        """Acts with the effects reaching them: one query more, however many acts."""
        effects = RegulationEffect.objects.published().with_source()
        return self.prefetch_related(Prefetch("effects_in", effects))

    def with_status(self, on: date):
        """`status_code` by the rules of `documents.law.effects.status`, in SQL."""
        return self.annotate(status_code=_kept_status(on))

    def newest(self):
        """By date of signing; invented acts come after the real ones."""
        return self.order_by("is_sample", F("signed_on").desc(nulls_last=True), "-pk")


# What of an act itself the rules read; its effects are found by its key.
_READ = (
    "pk",
    "override_status",
    "confidence",
    "effective_from",
    "expires_on",
    "is_normative",
)


def _kept_status(on: date) -> KeptRule:
    """The status that day; its SQL, 17,000 letters long, is written once."""
    return KeptRule(
        status_expression,
        on,
        model="documents.RegulationPage",
        columns=_READ,
        output_field=CharField(),
    )


def status_expression(on: date) -> Case:
    """The first rule that fits decides, as in the pure function.

    What effects decide is read in one look at an act's effects, the weightiest
    first: thousands of acts are judged so for one page of a listing.
    """
    ended = Q(expires_on__lte=on) & ~Q(Exists(_extensions(on)))
    replaced = Exists(_changes(on).filter(kind=EffectKind.REPLACES, scope=Scope.WHOLE))
    begins_later = Q(effective_from__gt=on)
    rules = (
        (~Q(override_status=""), F("override_status")),
        (~Q(confidence=Confidence.VERIFIED), Value(Status.UNKNOWN)),
        (Q(effective_from=None), Value(Status.UNKNOWN)),
        (ended & Q(is_normative=True), Value(Status.ENDED)),
        (ended & Q(replaced), Value(Status.REPLACED)),
        (ended, Value(Status.TIME_OVER)),
        (begins_later & Q(is_normative=True), _ended_first(on, _NORMATIVE)),
        (begins_later, _ended_first(on, _OTHER)),
        (Q(is_normative=True), _weightiest(on, _NORMATIVE, Status.IN_FORCE)),
    )
    return Case(
        *(When(rule, then=code) for rule, code in rules),
        default=_weightiest(on, _OTHER, Status.APPLIED),
        output_field=CharField(),
    )


_WHOLE, _PART = Q(scope=Scope.WHOLE.value), Q(scope=Scope.PART.value)
_ANY = Q()
_ENDED = (Status.ENDED, Status.REPLACED, Status.TIME_OVER)
_SUSPENDING = Q(kind=EffectKind.SUSPENDS.value)
_POSTPONING = Q(kind=EffectKind.POSTPONES.value)
# Put off to a day that nobody has named yet.
_OPENLY = _WHOLE & _POSTPONING & Q(until=None)
_REPLACING = Q(kind=EffectKind.REPLACES.value)
# What an effect makes of an act, from the one that outweighs all others down.
_NORMATIVE = (
    (_WHOLE & Q(kind__in=_ENDING), Status.ENDED),
    (_OPENLY, Status.PUT_OFF),
    (_WHOLE & _POSTPONING, Status.NOT_YET),
    (_WHOLE & _SUSPENDING, Status.SUSPENDED),
    (_PART & _SUSPENDING, Status.PARTLY_SUSPENDED),
    (Q(kind__in=_CHANGING), Status.PARTLY_ENDED),
)
_OTHER = (
    (_WHOLE & _REPLACING, Status.REPLACED),
    (_WHOLE & Q(kind__in=_ENDING), Status.TIME_OVER),
    (_OPENLY, Status.PUT_OFF),
    (_WHOLE & _POSTPONING, Status.NOT_YET),
    (_WHOLE & _SUSPENDING, Status.SUSPENDED),
    (_PART & _SUSPENDING, Status.PARTLY_SUSPENDED),
    (Q(kind__in=_CHANGING), Status.APPLIED),
)


def _changes(on: date):
    """The effects on an act of the outer query that count that day."""
    begun = Q(effective_on__lte=on)
    own_part = Q(effective_on=None, source=F("target"))
    lasting = Q(kind__in=_CHANGING) & (
        ~Q(kind__in=_PASSING) | Q(until=None) | Q(until__gt=on)
    )
    held = _SUSPENDING & (Q(until=None) | Q(until__gt=on))
    later = _POSTPONING & _WHOLE & Q(until__gt=on)
    later |= _OPENLY & ~Exists(_named_days(on))
    return (
        RegulationEffect.objects.in_force()
        .filter(
            (lasting | held) & begun | later & (begun | own_part),
            target=OuterRef("pk"),
        )
        .that_begin(on)
    )


def _named_days(on: date):
    """What names the day to which an effect of the outer query puts its act off."""
    first = Value(date.min, output_field=DateField())
    begun = Q(effective_on__lte=on) | Q(effective_on=None, source=F("target"))
    return (
        RegulationEffect.objects.in_force()
        .alias(counts_from=Coalesce("effective_on", first))
        .filter(
            _POSTPONING & _WHOLE & begun,
            target=OuterRef("target"),
            until__isnull=False,
            counts_from__gte=Coalesce(OuterRef("effective_on"), first),
        )
        .that_begin(on)
    )


def _extensions(on: date):
    """What keeps an act of the outer query in force that day after its term."""
    return (
        RegulationEffect.objects.in_force()
        .filter(
            Q(until=None) | Q(until__gt=on),
            target=OuterRef("pk"),
            kind=EffectKind.EXTENDS,
            scope=Scope.WHOLE,
            effective_on__lte=on,
        )
        .that_begin(on)
    )


def _ended_first(on: date, rules: tuple) -> Coalesce:
    """Of an act that has not begun: ended before it began, put off, still to come."""
    ends = tuple(rule for rule in rules if rule[1] in (*_ENDED, Status.PUT_OFF))
    deciding = (_WHOLE & Q(kind__in=_ENDING)) | _OPENLY
    return _weightiest(on, ends, Status.NOT_YET, deciding)


def _weightiest(on: date, rules: tuple, otherwise: Status, among: Q = _ANY) -> Coalesce:
    weights = Case(
        *(When(rule, then=Value(place)) for place, (rule, _code) in enumerate(rules)),
        default=Value(len(rules)),
        output_field=IntegerField(),
    )
    codes = Case(
        *(When(rule, then=Value(code.value)) for rule, code in rules),
        output_field=CharField(),
    )
    first = _changes(on).filter(among).order_by(weights).values(code=codes)[:1]
    return Coalesce(Subquery(first), Value(otherwise.value))
