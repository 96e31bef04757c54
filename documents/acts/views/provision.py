"""One provision of an act on a day, at an address of its own: `dieu-5/khoan-2/`."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import register_converter, reverse
from django.utils import timezone

from documents.acts import timeline
from documents.acts.addresses import ProvisionConverter, provision_address
from documents.acts.names import act_words, attached_words, capitalised, place_words
from documents.acts.text import blocks, provision_name
from documents.acts.views.days import requested_day
from documents.acts.views.regulation import RegulationOnDay
from documents.law.effects import consolidate
from documents.law.effects.consolidated import ConsolidatedProvision
from documents.law.effects.placement import subtree_end
from documents.law.provisions import Level
from documents.models.regulations import RegulationPage
from documents.models.status import shown_status
from portal.page_views import page_view

TEMPLATE = "documents/regulation_provision.html"
_MOST_DAYS = 12
register_converter(ProvisionConverter, "provision")


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A provision beside or around the one shown."""

    name: str
    url: str


@page_view(RegulationPage, "<provision:place>/", name="provision")
def provision_response(act, request: HttpRequest, place: str) -> HttpResponse:
    """The words of that day with who made them; 404 with a way on where there are none.

    An anchor of the act's page is led to the address it has here.
    """
    today = timezone.localdate()
    asked = requested_day(request.GET.get("ngay"), today)
    view = RegulationOnDay(act, asked.on)
    pieces = view.text.provisions
    by_address = {
        provision_address(piece.provision): index for index, piece in enumerate(pieces)
    }
    day = "" if asked.on == today else f"?ngay={asked.on.isoformat()}"
    base = act.get_url(request)
    index = by_address.get(place)
    context = {
        "page": act,
        "asked": asked,
        "is_today": asked.on == today,
        "act_url": f"{base}{day}",
        "json_url": reverse("act_json", args=[act.slug]) + day,
        "akn_url": reverse("act_xml", args=[act.slug]) + day,
    }
    if index is None:
        anchored = next((p for p in pieces if p.anchor == place), None)
        if anchored:
            return redirect(f"{base}{provision_address(anchored.provision)}/{day}")
        context |= _missing(view, by_address, place, base, day)
        return render(request, TEMPLATE, context, status=404)
    context |= _shown(view, index, base, day, today)
    return render(request, TEMPLATE, context)


def _shown(view: RegulationOnDay, index: int, base: str, day: str, today: date) -> dict:
    pieces = view.text.provisions
    piece = pieces[index]
    own = pieces[index : subtree_end(pieces, index)]
    shown = blocks(replace(view.text, provisions=own), view.effects, view.stored)
    for block in shown:
        if block.effect:
            block.act = view.by_id[block.effect.id].source
    part, attached = attached_words(view.act)
    around = _around(pieces, piece)
    siblings = [p for p in pieces if _beside(p, piece)]
    at = siblings.index(piece)
    return {
        "name": _name(piece),
        "anchor": piece.anchor,
        "url": f"{base}{provision_address(piece.provision)}/",
        "status": shown_status(view.status.status),
        "blocks": shown,
        "stops": timeline.stops(_changes(view, around, own), view.on, today),
        "around": [_link(p, base, day) for p in around],
        "before": _link(siblings[at - 1], base, day) if at else None,
        "after": _link(siblings[at + 1], base, day) if siblings[at + 1 :] else None,
        "cite": {
            "act": act_words(view.act, None if view.on == today else view.on),
            "part": part,
            "attached": attached,
        },
    }


def _missing(
    view: RegulationOnDay, by_address: dict[str, int], place: str, base: str, day: str
) -> dict:
    """The nearest provision around it that is there, and a day on which it is."""
    outer = place
    while "/" in outer and outer not in by_address:
        outer = outer.rpartition("/")[0]
    index = by_address.get(outer)
    near = None if index is None else view.text.provisions[index]
    return {
        "place": capitalised(place_words(_anchor(place)) or place),
        "near": _link(near, base, day) if near else None,
        "days": [
            (on, f"{base}{place}/?ngay={on.isoformat()}")
            for on in _days_with(view, place)
        ],
        "has_text": bool(view.act.text),
    }


def _days_with(view: RegulationOnDay, place: str) -> list[date]:
    """The nearest day on which the text has the place, if it ever has it.

    Only what reaches the place can have brought or taken it: few days are looked at.
    """
    anchor = _anchor(place)
    days = {
        day
        for effect in view.effects
        if effect.on and effect.provision and anchor.startswith(effect.provision)
        for day in (effect.on, effect.on - timedelta(days=1))
    }
    nearest = sorted(days, key=lambda day: (abs(day - view.on), day))[:_MOST_DAYS]
    for on in nearest:
        pieces = consolidate(view.stored, view.effects, on).provisions
        if any(provision_address(piece.provision) == place for piece in pieces):
            return [on]
    return []


def _anchor(place: str) -> str:
    """As the act's page would have it: `quy-dinh/dieu-1` is `quy-dinh--dieu-1`."""
    first, _slash, rest = place.partition("/")
    if rest and not place_words(first):
        return f"{first}--{rest.replace('/', '-')}"
    return place.replace("/", "-")


def _around(pieces, piece: ConsolidatedProvision) -> list[ConsolidatedProvision]:
    """What it lies in, outermost first."""
    by_anchor = {one.anchor: one for one in pieces}
    found: list[ConsolidatedProvision] = []
    outer = by_anchor.get(piece.parent)
    while outer:
        found.insert(0, outer)
        outer = by_anchor.get(outer.parent)
    return found


def _beside(one: ConsolidatedProvision, piece: ConsolidatedProvision) -> bool:
    same = one.provision.level is piece.provision.level
    return (
        same
        and one.provision.part == piece.provision.part
        and (one.parent == piece.parent or one.provision.level is Level.ARTICLE)
    )


def _changes(view: RegulationOnDay, around, own) -> list[timeline.DatedChange]:
    """Those of the provision, of what lies in it and of what it lies in."""
    anchors = {piece.anchor for piece in (*around, *own)}
    return [
        change
        for change in view.changes()
        if not change.provision or change.provision in anchors
    ]


def _name(piece: ConsolidatedProvision) -> str:
    words = place_words(piece.anchor)
    if piece.provision.level is Level.ATTACHMENT and piece.provision.title:
        return piece.provision.title.capitalize()
    return capitalised(words) if words else provision_name(piece.provision)


def _link(piece: ConsolidatedProvision, base: str, day: str) -> PlaceLink:
    address = f"{base}{provision_address(piece.provision)}/{day}"
    return PlaceLink(_name(piece), address)
