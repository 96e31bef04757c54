"""An act by its type, number and year: `/van-ban/nghi-dinh/13/2012`."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.acts.addresses import issuer_address, number_of
from documents.acts.suggestions import suggestions
from documents.law.symbols import parse_symbol
from documents.models import DocumentType, RegulationIndexPage, RegulationPage
from portal.slugs import ascii_slug
from portal.vietnamese import fold

TEMPLATE = "documents/regulation_number.html"
#: What the page of an act understands; the rest of an address says nothing of it.
_KEPT = ("ngay",)
# Another act of that number may come, and a page may move.
_LASTS = 300
_MOST = 50


@require_safe
def act_by_number(
    request: HttpRequest, kind: str, number: str, year: str = "", issuer: str = ""
) -> HttpResponse:
    """One act: to its page. Several: to choose. None: 404 with what comes near."""
    index = RegulationIndexPage.objects.live().public().first()
    if index is None:
        raise Http404
    types = _types(kind)
    found = _found(types, number, year, issuer)
    if len(found) == 1:
        return _to_page(RegulationPage.objects.get(pk=found[0]), request)
    acts = RegulationPage.objects.live().public()
    name = types[0].name if types else kind.replace("-", " ")
    named = " ".join(filter(None, (name, "/".join(filter(None, (number, year))))))
    base = index.get_url(request) or "/"
    near = () if found else suggestions(acts, f"{number}/{year}".strip("/"), base)
    context = {
        "title": _("Acts of this number") if found else _("No act of this number"),
        "named": named,
        "acts": acts.filter(pk__in=found).for_listing().newest() if found else (),
        "near": near.numbers if near else (),
        "index_url": base,
        "search_url": f"{base}?{urlencode({'q': named})}",
    }
    response = render(request, TEMPLATE, context, status=200 if found else 404)
    if found:
        patch_cache_control(response, public=True, max_age=_LASTS)
    return response


def _to_page(act: RegulationPage, request: HttpRequest) -> HttpResponse:
    kept = {name: request.GET[name] for name in _KEPT if name in request.GET}
    url = act.get_url(request) + (f"?{urlencode(kept)}" if kept else "")
    response = redirect(url)
    patch_cache_control(response, public=True, max_age=_LASTS)
    return response


def _types(kind: str) -> list[DocumentType]:
    """By name, else by abbreviation, which two may share: HĐ and HD."""
    wanted = ascii_slug(kind)
    every = list(DocumentType.objects.all())
    named = [one for one in every if ascii_slug(one.name) == wanted]
    return named or [one for one in every if ascii_slug(one.abbreviation) == wanted]


def _found(types: list[DocumentType], number: str, year: str, issuer: str) -> list[int]:
    read = number_of(number)
    if read is None or not types:
        return []
    wanted, suffix = read
    acts = RegulationPage.objects.live().public().filter(alias_of=None)
    acts = acts.filter(type__in=types, number=wanted)
    if year:
        acts = acts.filter(year=int(year))
    columns = ("symbol", "issuer__abbreviation", "issuer__territory__name")
    return [
        pk
        for pk, symbol, code, place in acts.order_by("pk").values_list("pk", *columns)[
            :_MOST
        ]
        if _suffix(symbol) == fold(suffix)
        and (not issuer or issuer_address(code, place) == ascii_slug(issuer))
    ]


def _suffix(symbol: str) -> str:
    read = parse_symbol(symbol)
    return fold(read.suffix) if read else ""
