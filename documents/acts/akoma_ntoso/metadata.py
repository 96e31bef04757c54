"""What Akoma Ntoso says of an act: its identity, its life, what changed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from documents.acts.akoma_ntoso.body import period_id
from documents.acts.akoma_ntoso.elements import sub
from documents.acts.akoma_ntoso.facts import ActFacts, Modification
from documents.acts.akoma_ntoso.names import COUNTRY, LANGUAGE
from documents.law.effects import Effect, EffectKind
from documents.law.effects.model import ENDING_KINDS, TEXT_KINDS

_PORTAL = "#portal"
_TEXTUAL = {
    EffectKind.REPEALS: "repeal",
    EffectKind.REPLACES: "replacement",
    EffectKind.SUPPLEMENTS: "insertion",
}
_FORCE = {
    EffectKind.POSTPONES: "postponementOfEntryIntoForce",
    EffectKind.EXTENDS: "prorogationOfForce",
    EffectKind.ENDS_WITH: "endOfEnactment",
}


@dataclass(frozen=True, slots=True)
class Event:
    """A day in the act's life; `kind` is Akoma Ntoso's."""

    id: str
    on: date
    kind: str
    source: str
    refers: str = ""


def add_identification(
    meta: Element, facts: ActFacts, on: date, component: str = "main"
) -> None:
    """Work, expression of the day and this file, of the act or of a part of it."""
    identification = sub(meta, "identification", source=_PORTAL)
    name, part = facts.name, f"/!{component}"
    work = sub(identification, "FRBRWork")
    _core(work, name.work, part, facts.page)
    # Of an act whose day of signing nobody knows the day of its record is known.
    day, means = (facts.signed_on, "signed") if facts.signed_on else (None, "recorded")
    sub(work, "FRBRdate", date=(day or facts.kept_on).isoformat(), name=means)
    for author, _slug, _name in facts.issuers:
        sub(work, "FRBRauthor", href=f"#{author}")
    sub(work, "FRBRcountry", value=COUNTRY)
    sub(work, "FRBRsubtype", value=name.kind)
    sub(work, "FRBRnumber", value=facts.symbol)
    if facts.title:
        sub(work, "FRBRname", value=facts.title)
    expression = sub(identification, "FRBRExpression")
    _core(expression, name.expression(on), part, f"{facts.page}?ngay={on.isoformat()}")
    sub(expression, "FRBRdate", date=on.isoformat(), name="viewed")
    sub(expression, "FRBRauthor", href="#portal")
    # The signed original decides.
    sub(expression, "FRBRauthoritative", value="false")
    sub(expression, "FRBRlanguage", language=LANGUAGE)
    manifestation = sub(identification, "FRBRManifestation")
    address = f"{name.expression(on)}{part}.xml"
    sub(manifestation, "FRBRthis", value=address)
    sub(manifestation, "FRBRuri", value=f"{name.expression(on)}.xml")
    sub(manifestation, "FRBRdate", date=facts.kept_on.isoformat(), name="recorded")
    sub(manifestation, "FRBRauthor", href="#portal")
    sub(manifestation, "FRBRformat", value="application/akn+xml")


def _core(level: Element, address: str, part: str, page: str) -> None:
    sub(level, "FRBRthis", value=f"{address}{part}")
    sub(level, "FRBRuri", value=address)
    sub(level, "FRBRalias", value=page, name="page")


def add_life(
    meta: Element, facts: ActFacts, changes: Sequence[Modification], held: set
) -> None:
    """Classification, events, modifications, periods and what they refer to.

    `held` are the effects that keep a piece of the text from applying that day.
    """
    if facts.status:
        status = sub(meta, "classification", source=_PORTAL)
        sub(
            status,
            "keyword",
            value=facts.status,
            showAs=facts.status_label,
            dictionary="#portal",
        )
    events = _events(facts, changes)
    if events:
        life = sub(meta, "lifecycle", source=_PORTAL)
        for event in events:
            sub(
                life,
                "eventRef",
                eId=event.id,
                date=event.on.isoformat(),
                type=event.kind,
                source=event.source,
                refersTo=event.refers,
            )
    if changes:
        analysis = sub(meta, "analysis", source=_PORTAL)
        passive = sub(analysis, "passiveModifications")
        for change in changes:
            _add_modification(passive, change, facts.name.work)
    _add_periods(meta, facts, changes, held)
    _add_references(meta, facts, changes)


def _events(facts: ActFacts, changes: Sequence[Modification]) -> list[Event]:
    events = []
    if facts.signed_on:
        events.append(Event("event_signed", facts.signed_on, "generation", "#original"))
    if facts.effective_from:
        day = facts.effective_from
        events.append(Event("event_force", day, "generation", "#original", "#inForce"))
    if facts.expires_on:
        events.append(Event("event_end", facts.expires_on, "repeal", "#original"))
    for change in changes:
        effect = change.effect
        kind = "repeal" if _ends(effect) else "amendment"
        source = f"#{change.by}"
        if effect.on:
            events.append(Event(f"event_{effect.id}", effect.on, kind, source))
        if effect.until:
            name = f"event_{effect.id}_until"
            events.append(Event(name, effect.until, "amendment", source))
    return sorted(events, key=lambda event: event.on)


def _ends(effect: Effect) -> bool:
    return effect.kind in ENDING_KINDS and not effect.provision


def _add_modification(passive: Element, change: Modification, whole: str) -> None:
    effect = change.effect
    if effect.kind in TEXT_KINDS and not _ends(effect):
        tag, kind = "textualMod", _TEXTUAL.get(effect.kind, "substitution")
    elif effect.kind is EffectKind.SUSPENDS:
        tag, kind = "efficacyMod", "inapplication"
    else:
        tag, kind = "forceMod", _FORCE.get(effect.kind, "endOfEnactment")
    begins = f"#event_{effect.id}" if effect.on else ""
    modification = sub(passive, tag, eId=f"mod_{effect.id}", type=kind)
    sub(modification, "source", href=f"#{change.by}")
    sub(modification, "destination", href=f"#{change.place}" if change.place else whole)
    if begins:
        sub(modification, "force", period=f"#{_begun_id(effect)}")


def _begun_id(effect: Effect) -> str:
    return f"begun_{effect.id}"


def _add_periods(
    meta: Element, facts: ActFacts, changes: Sequence[Modification], held: set
) -> None:
    groups = []
    if facts.effective_from:
        end = "#event_end" if facts.expires_on else ""
        groups.append(("period_inforce", "#event_force", end, "#inForce"))
    for change in changes:
        effect = change.effect
        begun = f"#event_{effect.id}" if effect.on else ""
        until = f"#event_{effect.id}_until" if effect.until else ""
        if begun:
            groups.append((_begun_id(effect), begun, "", "#inForce"))
        if effect.id in held:
            later = effect.kind is EffectKind.POSTPONES
            means = "#later" if later else "#suspended"
            groups.append((period_id(effect), begun, until, means))
    if not groups:
        return
    data = sub(meta, "temporalData", source=_PORTAL)
    for name, start, end, means in groups:
        group = sub(data, "temporalGroup", eId=name)
        sub(group, "timeInterval", start=start, end=end, refersTo=means)


def _add_references(
    meta: Element, facts: ActFacts, changes: Sequence[Modification]
) -> None:
    references = sub(meta, "references", source=_PORTAL)
    original = facts.name.original
    sub(references, "original", eId="original", href=original, showAs=facts.symbol)
    others = {change.by: change for change in changes}
    for name, change in others.items():
        sub(references, "passiveRef", eId=name, href=change.page, showAs=change.symbol)
    organization = "TLCOrganization"
    for author, slug, shown in facts.issuers:
        href = f"/akn/ontology/organization/{COUNTRY}/{slug}"
        sub(references, organization, eId=author, href=href, showAs=shown)
    sub(
        references,
        organization,
        eId="portal",
        href="/akn/ontology/organization/portal",
        showAs=facts.portal,
    )
    for name, words in _CONCEPTS.items():
        sub(
            references,
            "TLCConcept",
            eId=name,
            href=f"/akn/ontology/concept/{name}",
            showAs=words,
        )


_CONCEPTS = {
    "inForce": "Có hiệu lực",
    "suspended": "Ngưng hiệu lực",
    "later": "Chưa có hiệu lực",
}
