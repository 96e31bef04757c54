"""Changes of acts in the words of a letter."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from documents.acts.names import capitalised, place_words
from documents.alerts.changes import ADDED, EXPIRES, NO_DAY, RESUMES, STARTS
from documents.enums import AlertPhase
from documents.law.effects import EffectKind, Status
from documents.models import RegulationChange
from documents.models.wording import PASSIVE_LABELS, STATUS_LABELS
from portal.vietnamese.dates import short_date


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One change: the words, the act that makes it, the day it counts from."""

    words: str
    day: date | None
    is_ahead: bool
    source: object = None


def notice_line(change: RegulationChange) -> NoticeLine:
    ahead = change.phase == AlertPhase.AHEAD
    words = _words(change)
    if place := place_words(change.provision):
        words = f"{capitalised(place)}: {words[:1].lower()}{words[1:]}"
    return NoticeLine(words, change.on, ahead, change.source)


def sentence(line: NoticeLine) -> str:
    """The line as one sentence, for where it stands alone."""
    words = f"{line.words} {line.source.symbol}" if line.source else line.words
    if line.day:
        day = _("from %(day)s") % {"day": short_date(line.day)}
        words = f"{words}, {day}"
    return f"{words} ({_('to come')})" if line.is_ahead else words


def _words(change: RegulationChange) -> str:
    fixed = {
        ADDED: _("New in the library"),
        STARTS: _("Takes effect"),
        EXPIRES: _("Term ends"),
        RESUMES: _("Suspension ends"),
        NO_DAY: _("Is put off, to no day yet, by"),
    }
    if change.what in fixed:
        return fixed[change.what]
    if change.what in set(EffectKind):
        return str(PASSIVE_LABELS[EffectKind(change.what)])
    label = STATUS_LABELS[Status(change.what)]
    return _("Status: %(status)s") % {"status": label}
