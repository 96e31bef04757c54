"""Why an act of a list is not, or not wholly, in force: one line, one query."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from documents.acts.names import capitalised, place_words
from documents.law.effects import TEXT_KINDS, Reason, Status, status
from documents.models.effects import RegulationEffect
from documents.models.status import to_regulation
from documents.models.wording import reason_message

_WHOLE = (Status.IN_FORCE, Status.APPLIED, Status.UNKNOWN)
_MOST = 2
# What an act is named and linked by.
_LINKED_BY = ("symbol", "path", "depth", "url_path", "live", "content_type")


@dataclass(frozen=True, slots=True)
class RowReason:
    """`message` in words; `act` is the one that says so, if it is another one."""

    message: str
    act: object = None


def add_reasons(acts: Iterable, on: date) -> None:
    """Give each act of a page of results `reasons`, the first few, and `others`.

    The acts come from `for_results`, which reads what they are judged by.

    Acts under review or wholly in force get none: their sign says it all.
    """
    acts = list(acts)
    not_whole = {act.pk: act for act in acts if act.status.code not in _WHOLE}
    for act in acts:
        act.reasons, act.others = [], 0
    if not not_whole:
        return
    rows: dict[int, list] = {pk: [] for pk in not_whole}
    effects = RegulationEffect.objects.in_force_for(not_whole)
    for row in effects.only_deciding(*_LINKED_BY):
        rows[row.target_id].append(row)
    for pk, act in not_whole.items():
        found = _latest(status(to_regulation(act, rows[pk]), on).reasons)
        by_id = {row.pk: row.source for row in rows[pk]}
        act.reasons = [_shown(reason, by_id) for reason in found[:_MOST]]
        act.others = len(found[_MOST:])


def _latest(reasons: Iterable[Reason]) -> list[Reason]:
    """Of several changes of the text of one place the last, as the act itself says."""
    kept: dict[Hashable, Reason] = {}
    for reason in reasons:
        effect = reason.effect
        is_text = effect is not None and effect.kind in TEXT_KINDS
        place = effect.provision if effect and is_text else ""
        kept.pop(place, None)
        kept[place or id(reason)] = reason
    return list(kept.values())


def _shown(reason: Reason, sources: dict) -> RowReason:
    effect = reason.effect
    if effect is None:
        return RowReason(reason_message(reason).rstrip("."))
    name = capitalised(place_words(effect.provision))
    message = reason_message(reason).rstrip(".")
    if name:
        message = _("%(provision)s: %(message)s") % {
            "provision": name,
            "message": message[:1].lower() + message[1:],
        }
    return RowReason(message, sources[effect.id])
