"""Changes of acts in the words of a letter."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from documents.acts.names import capitalised, place_words
from documents.alerts.changes import ADDED, EXPIRES, RESUMES, STARTS
from documents.enums import PASSIVE, AlertPhase, RelationKind
from documents.law.effects import EffectKind, Status
from documents.models import ActChange
from documents.models.wording import STATUS_LABELS
from portal.vietnamese.dates import short_date


@dataclass(frozen=True, slots=True)
class Line:
    """One change: the words, the act that makes it, the day it counts from."""

    words: str
    day: date | None
    is_ahead: bool
    source: object = None


def line(change: ActChange) -> Line:
    ahead = change.phase == AlertPhase.AHEAD
    words = _words(change)
    if place := place_words(change.provision):
        words = f"{capitalised(place)}: {words[:1].lower()}{words[1:]}"
    return Line(words, change.on, ahead, change.source)


def sentence(told: Line) -> str:
    """The line as one sentence, for where it stands alone."""
    words = f"{told.words} {told.source.symbol}" if told.source else told.words
    if told.day:
        day = _("from %(day)s") % {"day": short_date(told.day)}
        words = f"{words}, {day}"
    return f"{words} ({_('to come')})" if told.is_ahead else words


def _words(change: ActChange) -> str:
    fixed = {
        ADDED: _("New in the library"),
        STARTS: _("Takes effect"),
        EXPIRES: _("Term ends"),
        RESUMES: _("Suspension ends"),
    }
    if change.what in fixed:
        return fixed[change.what]
    if change.what in set(EffectKind):
        return str(PASSIVE[RelationKind(change.what)])
    label = STATUS_LABELS[Status(change.what)]
    return _("Status: %(status)s") % {"status": label}
