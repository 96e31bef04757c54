"""One act on a day: its status with reasons, its text, its relations, its changes."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from documents.acts import banner, timeline
from documents.acts.issue_facts import gazette_words
from documents.acts.names import act_words, attached_words, capitalised, place_words
from documents.acts.text import blocks, contents, provision_name, stored_provisions
from documents.acts.views.cited_by import cited_by
from documents.acts.views.days import RequestedDay, requested_day
from documents.acts.views.relations import relation_graph, relations_of
from documents.acts.views.status_facts import act_status_facts
from documents.law.effects import (
    EffectKind,
    Reason,
    ReviewState,
    Status,
    StatusOn,
    begins_on,
    consolidate,
    ends_on,
    status,
)
from documents.models.files import files_of
from documents.models.issuers import signed_issuers
from documents.models.regulations import RegulationPage
from documents.models.status import shown_status, to_regulation
from documents.models.wording import (
    reason_message,
    status_label,
)
from portal.page_views import page_context

# Of more than five, four are shown and the rest folded.
MOST_PLACES = 4
# Of what is over, nobody needs to know what was to become of it.
_NO_STATUS = (EffectKind.SUPPLEMENTS, EffectKind.CORRECTS)
_IN_USE = frozenset(
    {
        Status.NOT_YET,
        Status.PUT_OFF,
        Status.IN_FORCE,
        Status.PARTLY_ENDED,
        Status.SUSPENDED,
        Status.PARTLY_SUSPENDED,
    }
)


@dataclass(frozen=True, slots=True)
class ShownReason:
    """Why the status is what it is: the words, the clause, the act that says so."""

    message: str
    quote: str = ""
    clause: str = ""
    provision: str = ""
    anchor: str = ""
    act: object = None


class RegulationOnDay:
    """Everything shown of an act on one day, from rows fetched once."""

    def __init__(self, act, on: date) -> None:
        self.act, self.on = act, on
        self.rows = act.reaching_effects()
        self.by_id = {row.pk: row for row in self.rows}
        rules = to_regulation(act, self.rows)
        self.rules = rules
        self.effects = rules.effects
        # What causes these ended before their day came: they never count.
        self.void = {effect.id for effect in self.effects if effect.is_void}
        self.status: StatusOn = status(rules, on)
        self.stored = stored_provisions(act.text)
        self.text = consolidate(self.stored, self.effects, on)

    @property
    def begins_on(self) -> date | None:
        """The day the act takes effect, as that stands on the day of the view."""
        return begins_on(self.rules, self.on)

    @property
    def ends_on(self) -> date | None:
        """The first day after its term, as that stands on the day of the view."""
        return ends_on(self.rules, self.on)

    def reasons(self) -> list[ShownReason]:
        return [self._reason(reason) for reason in self.status.reasons]

    def changed_places(self) -> list[banner.Line]:
        """The provisions that have changed or will, in the act's order."""
        changes = [
            banner.Change(
                row.provision,
                EffectKind(row.kind),
                reason.on or row.effective_on,
                row.source,
                row.clause,
                is_ahead=row.kind == EffectKind.POSTPONES,
            )
            for reason in self.status.reasons
            if reason.effect and (row := self.by_id.get(reason.effect.id))
            if self.name_of(row.provision) and place_words(row.provision)
        ]
        if self.status.status in _IN_USE:
            changes += [*self._other_changes(), *self._changes_ahead()]
        return banner.lines(changes, [p.anchor for p in self.text.provisions])

    def _other_changes(self) -> list[banner.Change]:
        """What was added or corrected: it gives an act no other status."""
        known = {one.effect.id for one in self.status.reasons if one.effect}
        rows = [
            self.by_id[effect.id]
            for effect in self.effects
            if effect.kind in _NO_STATUS and effect.id not in known | self.void
            if effect.target == self.rules.id and effect.counts_on(self.on)
        ]
        return [
            _change(row)
            for row in rows
            if row.effective_on and place_words(row.provision)
        ]

    def _changes_ahead(self) -> list[banner.Change]:
        return [
            _change(row, is_ahead=True)
            for row in self.rows
            if row.review == ReviewState.CONFIRMED
            if row.kind in banner.VERBS and place_words(row.provision)
            if row.effective_on and row.effective_on > self.on
            if row.pk not in self.void
        ]

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
        """Khoản 2 Điều 4 của Quy chế, whether or not the text is there."""
        if words := place_words(anchor):
            return capitalised(words)
        piece = self._piece(anchor) if anchor else None
        return provision_name(piece.provision) if piece else ""

    def changes(self) -> list[timeline.DatedChange]:
        """All that ever happened to the act, in order."""
        return timeline.changes(self)


def _most_places(places: list[banner.Line]) -> int:
    return len(places) if len(places) <= MOST_PLACES + 1 else MOST_PLACES


@page_context(RegulationPage)
def act_context(act, request: HttpRequest) -> dict:
    """What the page of an act shows; `?ngay=` asks for another day."""
    today = timezone.localdate()
    asked: RequestedDay = requested_day(request.GET.get("ngay"), today)
    view = RegulationOnDay(act, asked.on)
    shown = blocks(view.text, view.effects, view.stored) if act.text else []
    for block in shown:
        if block.effect:
            block.act = view.by_id[block.effect.id].source
    chip = shown_status(view.status.status)
    unshown = [*view.text.pending, *view.text.unplaced, *view.text.missing]
    relations = relations_of(act, view.rows)
    is_today = asked.on == today
    places = view.changed_places()
    part, attached = attached_words(act)
    signed = signed_issuers(act)
    day = "" if is_today else f"?ngay={asked.on.isoformat()}"
    return {
        "status": chip,
        "status_label": status_label(view.status),
        "reasons": [one for one in view.reasons() if not one.provision],
        "begins_on": view.begins_on,
        "ends_on": view.ends_on,
        "places": places,
        "places_ahead": sum(line.is_ahead for line in places),
        "has_places_ahead": any(
            one.is_ahead for line in places for one in (line, *line.more)
        ),
        "places_shown": places[: _most_places(places)],
        "asked": asked,
        "is_today": is_today,
        "blocks": shown,
        "contents": contents(shown),
        # A draft that is previewed has the key of what is published.
        "kept_as": (act.pk, asked.on) if hasattr(act, "chain") else None,
        "stops": timeline.stops(view.changes(), asked.on, today),
        "unshown": [view.by_id[effect.id] for effect in unshown] if act.text else [],
        "missing": {effect.id for effect in view.text.missing},
        "relations": relations,
        "graph": relation_graph(relations),
        "cited_by": cited_by(act),
        "cite": {
            "act": act_words(act, None if is_today else asked.on),
            "part": part,
            "attached": attached,
        },
        "files": files_of(act),
        "field_list": [field.name for field in act.fields.all()],
        "audience_list": [line for line in act.audiences.splitlines() if line.strip()],
        "jump": next((block.anchor for block in shown if block.state), ""),
        "json_url": reverse("act_json", args=[act.slug]) + day,
        "akn_url": reverse("act_xml", args=[act.slug]) + day,
        "signers": [row for row in signed if row.signed_by],
        "is_joint": len(signed) > 1,
        "gazette": gazette_words(act),
        "feed_url": f"{act.get_url(request)}rss/",
        "atom_url": f"{act.get_url(request)}atom/",
        "rest_in_force": chip.code == "partly_ended",
        "status_facts": None if act.text else act_status_facts(act, view, chip),
    }


def _change(row, *, is_ahead: bool = False) -> banner.Change:
    """An effect of the act's rows as its banner says it."""
    return banner.Change(
        row.provision,
        EffectKind(row.kind),
        row.effective_on,
        row.source,
        row.clause,
        is_ahead=is_ahead,
    )
