"""The field of an act's number: what it names is offered, never filled in unasked."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import page_permission_policy

from documents.acts.symbol_proposals import FormFacts, SymbolReading, read
from documents.law.symbols import parse_symbol
from documents.models import (
    DocumentType,
    Issuer,
    RegulationIndexPage,
    RegulationPage,
)
from portal.vietnamese import nfc

# Longer than any number that is printed; the field itself takes less.
LONGEST = 100


def symbol_proposals(request: HttpRequest) -> JsonResponse:
    """`{"said": "…", "notes": ["…"], "proposals": [{"label": "…", "type": …, "issuer":
    …, "joint": […]}]}`: of what `so` names what the form has not got.

    The form's own are `loai`, `co-quan` and `cung` (several). A type or an issuer is as
    a chooser takes it. Writes nothing.
    """
    if not _enters_acts(request.user):
        raise PermissionDenied
    reading = _reading(request)
    address = AdminURLFinder(request.user).get_edit_url
    return JsonResponse(
        {
            "said": reading.said,
            "notes": reading.notes,
            "proposals": [
                {
                    "label": one.label,
                    "type": _chosen(one.type, address),
                    "issuer": _chosen(one.issuer, address),
                    "joint": [_chosen(issuer, address) for issuer in one.joint],
                }
                for one in reading.proposals
            ],
        }
    )


def _reading(request: HttpRequest) -> SymbolReading:
    typed = request.GET.get("so", "")
    symbol = parse_symbol(nfc(typed)) if len(typed) <= LONGEST else None
    if symbol is None:
        return SymbolReading()
    entered = FormFacts(
        type=_key(request.GET.get("loai", "")),
        issuer=_key(request.GET.get("co-quan", "")),
        joint=frozenset(_keys(request.GET.getlist("cung"))),
    )
    types = {row.abbreviation: row for row in DocumentType.objects.all()}
    return read(symbol, types, Issuer.objects.select_related("territory"), entered)


def _enters_acts(user) -> bool:
    """Whether they may add or change an act anywhere in the library."""
    pages = page_permission_policy.instances_user_has_any_permission_for(
        user, {"add", "change"}
    )
    return pages.type(RegulationIndexPage, RegulationPage).exists()


def _chosen(row: DocumentType | Issuer | None, address) -> dict | None:
    if row is None:
        return None
    return {"id": row.pk, "string": str(row), "edit_url": address(row)}


def _key(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _keys(texts: Iterable[str]) -> list[int]:
    return [key for key in map(_key, texts) if key]


@hooks.register("register_admin_urls")
def symbol_urls() -> list:
    return [path("van-ban/so-ky-hieu/", symbol_proposals, name="symbol_proposals")]


@hooks.register("insert_editor_js")
def symbol_assets() -> str:
    return format_html(
        '<link rel="stylesheet" href="{}">'
        '<script src="{}" data-address="{}" data-offers="{}" data-taken="{}" defer>'
        "</script>",
        static("documents/admin/symbol.css"),
        static("documents/admin/symbol.js"),
        reverse("symbol_proposals"),
        _("Fill in what the number names"),
        _("Filled in."),
    )
