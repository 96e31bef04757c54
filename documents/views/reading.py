"""One act on a day: its status with reasons, its text, its relations, its changes."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.act_rules import shown_status, to_effect, to_regulation
from documents.act_text import blocks, contents, provision_name, stored_provisions
from documents.effects import Reason, StatusOn, consolidate, status
from documents.effects.model import TEXT_KINDS, EffectKind
from documents.enums import PASSIVE, RelationKind, ReviewChoice
from documents.views.days import AskedDay, asked_day
from documents.wording import reason_message, status_label

_CHANGES = TEXT_KINDS | {EffectKind.SUSPENDS}


@dataclass(frozen=True, slots=True)
class ShownReason:
    """Why the status is what it is: the words, the clause, the act that says so."""

    message: str
    quote: str = ""
    clause: str = ""
    provision: str = ""
    anchor: str = ""
    act: object = None


@dataclass(frozen=True, slots=True)
class ShownRelation:
    """One line of "relations": the verb, the other act, which way it reads."""

    verb: str
    regulation: object
    outgoing: bool
    row: object


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the act changed; the rail and the feed list them."""

    on: date
    label: str
    act: object = None
    is_current: bool = False
    is_today: bool = False


class ActOnDay:
    """Everything shown of an act on one day, from rows fetched once."""

    def __init__(self, act, on: date) -> None:
        self.act, self.on = act, on
        self.rows = act.reaching_effects()
        self.by_id = {row.pk: row for row in self.rows}
        self.effects = tuple(map(to_effect, self.rows))
        self.status: StatusOn = status(to_regulation(act, self.rows), on)
        self.stored = stored_provisions(act.text)
        self.text = consolidate(self.stored, self.effects, on)

    def reasons(self) -> list[ShownReason]:
        return [self._reason(reason) for reason in self.status.reasons]

    def _reason(self, reason: Reason) -> ShownReason:
        message = reason_message(reason)
        row = self.by_id.get(reason.effect.id) if reason.effect else None
        if row is None:
            quote = "" if reason.code == "override" else reason.quote
            return ShownReason(message, quote)
        anchor = row.provision if self._piece(row.provision) else ""
        return ShownReason(
            message,
            quote=row.quote,
            clause=row.clause,
            provision=self.name_of(row.provision),
            anchor=anchor,
            act=row.source,
        )

    def _piece(self, anchor: str):
        return next((p for p in self.text.provisions if p.anchor == anchor), None)

    def name_of(self, anchor: str) -> str:
        """Khoản 2 Điều 4 for the anchor, or the anchor itself if the text lacks it."""
        piece = self._piece(anchor) if anchor else None
        return provision_name(piece.provision) if piece else ""

    def changes(self, today: date) -> list[Change]:
        """Every day the act changed, today and the day shown among them, in order."""
        facts = [
            (row.effective_on, self._change_label(row), row.source)
            for row in self.rows
            if row.review == ReviewChoice.CONFIRMED
            and row.effective_on
            and EffectKind(row.kind) in _CHANGES
        ]
        if self.status.status != "unknown" and self.act.effective_from:
            facts.append((self.act.effective_from, _("Takes effect"), None))
            if self.act.expires_on:
                facts.append((self.act.expires_on, _("Term ends"), None))
        if not facts:
            return []
        facts.append((today, _("Today"), None))
        if self.on != today:
            facts.append((self.on, _("The day shown"), None))
        facts.sort(key=lambda fact: fact[0])
        current = [index for index, fact in enumerate(facts) if fact[0] <= self.on]
        last = current[-1] if current else None
        return [
            Change(on, label, act, index == last, on == today)
            for index, (on, label, act) in enumerate(facts)
        ]

    def _change_label(self, row) -> str:
        verb = str(PASSIVE[RelationKind(row.kind)])
        name = self.name_of(row.provision)
        return f"{verb} {row.source.symbol}" + (f": {name}" if name else "")

    def relations(self) -> list[ShownRelation]:
        """Both directions: what this act does to others, then what they do to it."""
        return [*self._outgoing(), *self._incoming()]

    def _outgoing(self) -> list[ShownRelation]:
        model = type(self.act)
        rows = [r for r in self.act.effects.all() if r.review != "rejected"]
        acts = model.objects.for_listing().in_bulk({row.target_id for row in rows})
        return [
            ShownRelation(RelationKind(r.kind).label, acts[r.target_id], True, r)
            for r in rows
            if r.target_id in acts
        ]

    def _incoming(self) -> list[ShownRelation]:
        model = type(self.act)
        rows = [r for r in self.rows if r.review != "rejected"]
        acts = model.objects.for_listing().in_bulk({row.source_id for row in rows})
        return [
            ShownRelation(PASSIVE[RelationKind(r.kind)], acts[r.source_id], False, r)
            for r in rows
            if r.source_id in acts
        ]


def act_context(act, request: HttpRequest) -> dict:
    """What the page of an act shows; `?ngay=` asks for another day."""
    today = timezone.localdate()
    asked: AskedDay = asked_day(request.GET.get("ngay"), today)
    view = ActOnDay(act, asked.on)
    shown = blocks(view.text, view.effects, view.stored) if act.text else []
    for block in shown:
        if block.effect:
            block.act = view.by_id[block.effect.id].source
    chip = shown_status(view.status.status)
    unshown = [*view.text.pending, *view.text.unplaced]
    return {
        "status": chip,
        "status_label": status_label(view.status),
        "reasons": view.reasons(),
        "asked": asked,
        "is_today": asked.on == today,
        "blocks": shown,
        "contents": contents(shown),
        "changes": view.changes(today),
        "unshown": [view.by_id[effect.id] for effect in unshown] if act.text else [],
        "relations": view.relations(),
        "files": list(act.files.select_related("document")) if act.pk else [],
        "audience_list": [line for line in act.audiences.splitlines() if line.strip()],
        "jump": next((block.anchor for block in shown if block.state), ""),
        "json_url": reverse("act_json", args=[act.slug]),
        "report_url": f"{reverse('wagtail_serve', args=[''])}lien-he/",
        "rest_in_force": chip.code == "partly_ended",
    }
