"""An act on a day as Akoma Ntoso: `van-ban/<slug>.xml?ngay=2024-06-01`."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from documents.acts.addresses import address_of_issuer
from documents.acts.akoma_ntoso import akoma_ntoso
from documents.acts.akoma_ntoso.facts import ActFacts, Modification
from documents.acts.akoma_ntoso.names import WorkName, provision_id
from documents.acts.views.act_on_day import act_on_day
from documents.acts.views.regulation import RegulationOnDay
from documents.enums import Confidence
from documents.law.effects import Effect, EffectKind, ReviewState
from documents.law.effects.model import TEXT_KINDS, TIME_KINDS
from documents.models.wording import status_label
from portal import jsonld
from portal.models import SiteSettings
from portal.slugs import ascii_slug

MEDIA_TYPE = "application/akn+xml"


@require_safe
def act_xml(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of that day, as the page of that day has it; any other word is today."""
    view, asked = act_on_day(request, slug)
    act = view.act
    content = akoma_ntoso(
        _facts(view, request), view.text, _modifications(view, request), asked.on
    )
    response = HttpResponse(content, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=act.cache_seconds)
    return response


def work_name(act) -> WorkName:
    """Type, issuer with its place, day of signing and number, as slugs."""
    day = act.signed_on.isoformat() if act.signed_on else str(act.year or "")
    return WorkName(
        kind=ascii_slug(act.type.name),
        actor=address_of_issuer(act.issuer),
        day=day,
        number=ascii_slug(act.symbol),
    )


def _facts(view: RegulationOnDay, request: HttpRequest) -> ActFacts:
    act = view.act
    is_verified = act.confidence == Confidence.VERIFIED
    house, _lines = SiteSettings.for_request(request, timezone.localdate())
    return ActFacts(
        name=work_name(act),
        symbol=act.symbol,
        title=act.title,
        issuer=act.issuer.name,
        beside=tuple((address_of_issuer(one), one.name) for one in act.issuers[1:]),
        page=jsonld.absolute(request, act.get_url(request)),
        kept_on=timezone.localdate(act.updated_at) if act.updated_at else view.on,
        signed_on=act.signed_on,
        effective_from=view.begins_on if is_verified else None,
        expires_on=view.ends_on if is_verified else None,
        status=view.status.status.value,
        status_label=str(status_label(view.status)),
        portal=house.portal_name,
    )


def _modifications(view: RegulationOnDay, request: HttpRequest) -> list[Modification]:
    """All that is confirmed, also what is still to come; in the order of their days."""
    places = {p.anchor: provision_id(p.provision) for p in view.text.provisions}
    counting = [effect for effect in view.effects if _counts(effect)]
    counting.sort(key=lambda effect: (effect.on or date.min, effect.id))
    return [
        Modification(
            effect,
            symbol=view.by_id[effect.id].source.symbol,
            page=jsonld.absolute(
                request, view.by_id[effect.id].source.get_url(request)
            ),
            place=places.get(effect.provision, ""),
        )
        for effect in counting
    ]


def _counts(effect: Effect) -> bool:
    """Whether it is confirmed, of a kind that changes text or time, and not void."""
    if effect.review is not ReviewState.CONFIRMED or effect.is_void:
        return False
    is_own = effect.kind is EffectKind.POSTPONES and effect.source == effect.target
    return effect.kind in TEXT_KINDS | TIME_KINDS and (effect.on is not None or is_own)
