"""The rules' codes in words: labels and messages, translated when shown."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from documents.law.citations import Finding, FindingCode
from documents.law.effects import (
    EffectKind,
    Note,
    NoteCode,
    Reason,
    ReasonCode,
    ReviewState,
    Scope,
    Status,
    StatusOn,
)
from portal.vietnamese.dates import short_date

STATUS_LABELS = {
    Status.UNKNOWN: gettext_lazy("Unknown – under review"),
    Status.NOT_YET: gettext_lazy("Not yet in force"),
    Status.PUT_OFF: gettext_lazy("Put off, no new day yet"),
    Status.IN_FORCE: gettext_lazy("In force"),
    Status.PARTLY_ENDED: gettext_lazy("Partly no longer in force"),
    Status.ENDED: gettext_lazy("No longer in force"),
    Status.SUSPENDED: gettext_lazy("Suspended"),
    Status.PARTLY_SUSPENDED: gettext_lazy("Partly suspended"),
    Status.APPLIED: gettext_lazy("Being applied"),
    Status.REPLACED: gettext_lazy("Replaced"),
    Status.TIME_OVER: gettext_lazy("Term ended"),
}

EFFECT_LABELS = {
    EffectKind.AMENDS: gettext_lazy("Amends"),
    EffectKind.SUPPLEMENTS: gettext_lazy("Supplements"),
    EffectKind.REPLACES: gettext_lazy("Replaces"),
    EffectKind.REPEALS: gettext_lazy("Repeals"),
    EffectKind.REPLACES_PHRASE: gettext_lazy("Replaces a phrase of"),
    EffectKind.RENAMES: gettext_lazy("Renames a heading of"),
    EffectKind.SUSPENDS: gettext_lazy("Suspends"),
    EffectKind.CORRECTS: gettext_lazy("Corrects"),
    EffectKind.POSTPONES: gettext_lazy("Puts off"),
    EffectKind.EXTENDS: gettext_lazy("Extends the term of"),
    EffectKind.ENDS_WITH: gettext_lazy("Ends, and with it"),
    EffectKind.GUIDES: gettext_lazy("Guides"),
    EffectKind.BASED_ON: gettext_lazy("Is based on"),
    EffectKind.REFERS_TO: gettext_lazy("Refers to"),
    EffectKind.ANNOUNCES: gettext_lazy("Announces"),
}

# The same effect read from the other end.
PASSIVE_LABELS = {
    EffectKind.AMENDS: gettext_lazy("Is amended by"),
    EffectKind.SUPPLEMENTS: gettext_lazy("Is supplemented by"),
    EffectKind.REPLACES: gettext_lazy("Is replaced by"),
    EffectKind.REPEALS: gettext_lazy("Is repealed by"),
    EffectKind.REPLACES_PHRASE: gettext_lazy("Has a phrase replaced by"),
    EffectKind.RENAMES: gettext_lazy("Has a heading renamed by"),
    EffectKind.SUSPENDS: gettext_lazy("Is suspended by"),
    EffectKind.CORRECTS: gettext_lazy("Is corrected by"),
    EffectKind.POSTPONES: gettext_lazy("Is put off by"),
    EffectKind.EXTENDS: gettext_lazy("Has its term extended by"),
    EffectKind.ENDS_WITH: gettext_lazy("Ends with"),
    EffectKind.GUIDES: gettext_lazy("Is guided by"),
    EffectKind.BASED_ON: gettext_lazy("Is the basis of"),
    EffectKind.REFERS_TO: gettext_lazy("Is referred to by"),
    EffectKind.ANNOUNCES: gettext_lazy("Is announced by"),
}

REVIEW_LABELS = {
    ReviewState.PROPOSED: gettext_lazy("Proposed"),
    ReviewState.CONFIRMED: pgettext_lazy("effect", "Confirmed"),
    ReviewState.REJECTED: gettext_lazy("Rejected by an editor"),
}

SCOPE_LABELS = {
    Scope.WHOLE: gettext_lazy("The whole act"),
    Scope.PART: gettext_lazy("Some of its provisions"),
}

# Each finding in up to three forms: plain, with what is expected, with suggestions.
_FINDINGS = {
    FindingCode.WRONG_MARKS: gettext_lazy(
        "“%(printed)s” should be written “%(expected)s”."
    ),
    FindingCode.IMPOSSIBLE_DATE: gettext_lazy(
        "There is no day %(printed)s: check the original."
    ),
    FindingCode.SHORT_YEAR: gettext_lazy(
        "The year in %(printed)s has two digits only: write all four."
    ),
    FindingCode.YEAR_MISMATCH: gettext_lazy(
        "The date %(printed)s is of another year than the number."
    ),
    FindingCode.DATE_DIFFERS: gettext_lazy(
        "The text says %(printed)s, the library says %(expected)s."
    ),
    FindingCode.UNKNOWN_NUMBER: gettext_lazy(
        "The library does not have “%(printed)s”: add a record."
    ),
    FindingCode.AMBIGUOUS: gettext_lazy(
        "Several acts have the number “%(printed)s”: %(suggestions)s. Name the issuer."
    ),
    FindingCode.OTHER_ISSUER: gettext_lazy(
        "The library has this number from another issuer only: %(suggestions)s."
    ),
    FindingCode.ISSUER_DIFFERS: gettext_lazy(
        "The text names %(printed)s as issuer, the library %(expected)s."
    ),
}
_FINDINGS_WITH_DATE = {
    FindingCode.IMPOSSIBLE_DATE: gettext_lazy(
        "There is no day %(printed)s; the library says %(expected)s."
    ),
    FindingCode.SHORT_YEAR: gettext_lazy(
        "The year in %(printed)s has two digits only; the library says %(expected)s."
    ),
}
_NEAREST = gettext_lazy(
    "The library does not have “%(printed)s”. Nearest: %(suggestions)s."
)

_REASONS = {
    ReasonCode.OVERRIDE: gettext_lazy("According to: %(quote)s"),
    ReasonCode.NO_EFFECTIVE_DATE: gettext_lazy(
        "The day it takes effect has not been verified."
    ),
    ReasonCode.EFFECTIVE_FROM: gettext_lazy("Takes effect on %(date)s."),
    ReasonCode.EXPIRES_ON: gettext_lazy("Its term ended on %(date)s."),
}
_EFFECT_REASONS = {
    EffectKind.AMENDS: gettext_lazy("Amended from %(date)s."),
    EffectKind.SUPPLEMENTS: gettext_lazy("Supplemented from %(date)s."),
    EffectKind.REPLACES: gettext_lazy("Replaced from %(date)s."),
    EffectKind.REPEALS: gettext_lazy("Repealed from %(date)s."),
    EffectKind.REPLACES_PHRASE: gettext_lazy("A phrase replaced from %(date)s."),
    EffectKind.RENAMES: gettext_lazy("Renamed from %(date)s."),
    EffectKind.SUSPENDS: gettext_lazy("Suspended from %(date)s."),
    EffectKind.CORRECTS: gettext_lazy("Corrected from %(date)s."),
    EffectKind.POSTPONES: gettext_lazy("Put off: takes effect on %(date)s."),
    EffectKind.EXTENDS: gettext_lazy("Term extended from %(date)s."),
    EffectKind.ENDS_WITH: gettext_lazy("Ended from %(date)s, with the act it guided."),
}
_PUT_OFF_OPENLY = gettext_lazy("Waits for an act that names the day it takes effect.")
# Of those that say otherwise of a part.
_PART_REASONS = _EFFECT_REASONS | {
    EffectKind.AMENDS: gettext_lazy("Amended in part from %(date)s."),
    EffectKind.REPLACES: gettext_lazy("Replaced in part from %(date)s."),
    EffectKind.REPEALS: gettext_lazy("Repealed in part from %(date)s."),
    EffectKind.SUSPENDS: gettext_lazy("Suspended in part from %(date)s."),
    EffectKind.POSTPONES: gettext_lazy("A part takes effect only on %(date)s."),
}

_NOTES = {
    NoteCode.EFFECT_BEFORE_SIGNING: gettext_lazy(
        "An effect begins before the act that causes it was signed."
    ),
    NoteCode.EFFECT_WITHOUT_DATE: gettext_lazy(
        "A confirmed effect has no date, so it does not count."
    ),
    NoteCode.SUSPENSION_ENDS_BEFORE_START: gettext_lazy(
        "A suspension ends before it begins."
    ),
    NoteCode.CHANGE_ENDS_BEFORE_START: gettext_lazy(
        "A change for a time ends before it begins."
    ),
    NoteCode.NEVER_BEGINS: gettext_lazy(
        "The act that causes an effect ended before the day of the effect, so it never "
        "counts."
    ),
    NoteCode.NEW_DAY_MISSING: gettext_lazy(
        "Something is put off, but not to which day."
    ),
    NoteCode.NEW_DAY_NOT_KNOWN: gettext_lazy(
        "The act is put off to no day. Once another act names the day, enter there "
        "that it puts this one off until then."
    ),
    NoteCode.NEW_DAY_NOT_LATER: gettext_lazy(
        "The new day is not later than the one it stands for."
    ),
    NoteCode.END_DAY_MISSING: gettext_lazy(
        "The term of %(act)s is made longer, but its first day no longer in force is "
        "not entered, so it would never end. Enter there the day its own text gives."
    ),
    NoteCode.PROVISION_NOT_NAMED: gettext_lazy(
        "A partial effect does not say which provision it reaches."
    ),
    NoteCode.NEW_TEXT_MISSING: gettext_lazy(
        "The new wording has not been entered: the text does not show this change."
    ),
    NoteCode.CLAUSE_SAYS_OTHER_DAY: gettext_lazy(
        "The quoted clause gives another day than the one entered, %(days)s days apart."
    ),
    NoteCode.IN_FORCE_BEFORE_SIGNING: gettext_lazy(
        "The act takes effect %(days)s days before it was signed."
    ),
    NoteCode.IN_FORCE_TOO_SOON: gettext_lazy(
        "The act takes effect %(days)s days after signing; %(source)s asks for at "
        "least %(required)s, unless it was made by a shortened procedure."
    ),
    NoteCode.ENDS_BEFORE_START: gettext_lazy("The act ends before it takes effect."),
    NoteCode.CIRCULAR: gettext_lazy("Acts change one another in a circle: %(others)s."),
    NoteCode.PARENT_ENDED: gettext_lazy(
        "The act it rests on is no longer in force: %(others)s. Decide on this one."
    ),
}


def choices_of(labels: Mapping[StrEnum, str]) -> list[tuple[str, str]]:
    """Codes and labels as a field's `choices` take them."""
    return [(code.value, label) for code, label in labels.items()]


GAZETTE_TOO_EARLY = gettext_lazy(
    "The gazette cannot have printed the act before it was signed: one of the two "
    "days is wrong."
)

# What an editor may quote from elsewhere.
STATUS_CHOICES = [
    (code, label) for code, label in choices_of(STATUS_LABELS) if code != Status.UNKNOWN
]


def status_label(result: StatusOn) -> str:
    """The status in words, and what else holds: "supplemented" where only additions
    were made, what ended beside what is suspended, what begins later.
    """
    label = str(STATUS_LABELS[result.status])
    if result.supplemented:
        label = _("%(status)s, supplemented") % {"status": label}
    if result.partly_ended:
        label = _("%(status)s, partly no longer in force") % {"status": label}
    if result.begins_later:
        label = _("%(status)s, a part not yet") % {"status": label}
    return label


def finding_message(finding: Finding) -> str:
    """What the editor is told of one slip in a citation."""
    message = _FINDINGS[finding.code]
    if finding.expected:
        message = _FINDINGS_WITH_DATE.get(finding.code, message)
    if finding.suggestions and finding.code is FindingCode.UNKNOWN_NUMBER:
        message = _NEAREST
    return str(message) % {
        "printed": finding.printed,
        "expected": finding.expected,
        "suggestions": ", ".join(finding.suggestions),
    }


def reason_message(reason: Reason) -> str:
    """One fact a status rests on; who caused it and where is shown beside it."""
    effect = reason.effect
    if effect:
        # Of a provision that is named, it is not a part that was amended.
        is_part = effect.scope is Scope.PART and not effect.provision
        message = (_PART_REASONS if is_part else _EFFECT_REASONS)[effect.kind]
        if effect.is_put_off_openly:
            message = _PUT_OFF_OPENLY
    else:
        message = _REASONS[reason.code]
    return str(message) % {"quote": reason.quote, "date": short_date(reason.on)}


def note_message(note: Note, names: Mapping[object, str]) -> str:
    """What the editor is told of an act; `names` gives other acts' numbers by id."""
    others = ", ".join(names.get(other, str(other)) for other in note.others)
    facts = {"days": note.days, "required": note.required, "source": note.source}
    act = names.get(note.regulation, str(note.regulation))
    return str(_NOTES[note.code]) % {**facts, "others": others, "act": act}
