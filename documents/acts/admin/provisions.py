"""The places of an act, to choose from where an effect names one of them."""

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks

from documents.law.provisions import Level
from documents.law.typed_provisions import place_typed
from documents.models import RegulationPage

# A code has some 700 articles; beyond this many places articles alone are listed.
MOST = 4_000
_LONGEST = 90
_NAMED = (Level.PREAMBLE, Level.CLOSING, Level.ATTACHMENT)


def provision_list(request: HttpRequest, page_id: int) -> JsonResponse:
    """`[{"place": "khoản 2 Điều 5", "heading": …}, …]` in the order of the text."""
    act = get_object_or_404(RegulationPage.objects.public(), pk=page_id)
    rows = act.provisions.exclude(kind__in=_NAMED)
    if rows.count() > MOST:
        rows = rows.exclude(kind__in=(Level.CLAUSE, Level.POINT))
    found = rows.values_list("anchor", "heading", "text")[:MOST]
    listed = [
        {"place": place_typed(anchor), "heading": _opening(heading or text)}
        for anchor, heading, text in found
    ]
    return JsonResponse({"places": listed})


def _opening(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


@hooks.register("register_admin_urls")
def provision_urls() -> list:
    address = "van-ban/<int:page_id>/dieu-khoan/"
    return [path(address, provision_list, name="provision_list")]


@hooks.register("insert_editor_js")
def provision_script() -> str:
    return format_html(
        '<script src="{}" data-address="{}" defer></script>',
        static("documents/admin/provisions.js"),
        reverse("provision_list", args=(0,)),
    )
