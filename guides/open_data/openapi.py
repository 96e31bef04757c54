"""The addresses for programs as an OpenAPI 3.1 description.

Built of the same tables as what it describes: filters, fields of the files. What is
promised here is what `guides/tests/test_openapi.py` holds the answers to.
"""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from guides.open_data.addresses import Address, below_pages
from guides.open_data.collections import COLLECTIONS, Collection
from guides.open_data.schemas import SCHEMAS, array, field_schema, ref

#: Of this description; raised when an address or a field goes or changes its meaning.
VERSION = "1.0.0"
_LIBRARY_FILTERS = ("hieu-luc", "loai", "co-quan", "nam", "linh-vuc", "toan-van")
_SHOWCASE_FILTERS = (
    "linh-vuc",
    "loai",
    "cap",
    "chi-phi",
    "thoi-gian",
    "nhan-rong",
    "noi",
    "nam",
    "don-vi",
)

Json = dict[str, Any]


def description(*, site_url: str, name: str, terms_url: str, email: str) -> Json:
    """The whole document; `terms_url` is the page that states the licence."""
    info: Json = {
        "title": name,
        "version": VERSION,
        "description": _(
            "Open data of the portal: no key is needed, and no personal data is in it. "
            "A status always has the day it is of; the signed acts decide. Of an act, "
            "effective_from and expires_on are the days it states itself; begins_on "
            "and ends_on the first days it applies and no longer applies once other "
            "acts put it off or made its term longer, null until they are verified."
        ),
        "license": {"name": _("Terms of open data"), "url": terms_url},
    }
    if email:
        info["contact"] = {"email": email}
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": site_url}],
        "paths": _paths(),
        "components": {
            "schemas": SCHEMAS | {one.name: _row(one) for one in COLLECTIONS},
            "responses": _responses(),
        },
    }


def _paths() -> Json:
    act = reverse("act_json", args=["x"]).replace("/x.json", "/{slug}.json")
    paths = {
        reverse("library_json"): _operation(
            "listActs",
            _("The list of acts; its filters are the parameters of the page"),
            _json_answer("ActList"),
            _listing(_LIBRARY_FILTERS, ("moi", "cu", "so")),
            may_be_missing=True,
        ),
        act: _operation(
            "readAct",
            _("One act with its text, relations and files, on a day"),
            _json_answer("Act"),
            _act_on_day(),
            may_be_missing=True,
        ),
        act.replace(".json", ".xml"): _operation(
            "readActText",
            _("The text of an act on a day, as Akoma Ntoso 3.0"),
            _answer("application/akn+xml"),
            _act_on_day(),
            may_be_missing=True,
        ),
        reverse("showcase_json"): _operation(
            "listInitiatives",
            _("The list of initiatives; its filters are the parameters of the page"),
            _json_answer("InitiativeList"),
            _listing(_SHOWCASE_FILTERS, ("moi", "cu")),
            may_be_missing=True,
        ),
        reverse("search_json"): _operation(
            "search",
            _("The search of all kinds of content"),
            _json_answer("SearchResults"),
            _listing(("muc",), ("moi", "cu")),
            is_braked=True,
        ),
        reverse("search_suggest"): _operation(
            "suggest",
            _("What may be meant by a beginning: words, titles, what they are, where"),
            _json_answer("Suggestions"),
            [_query("q", _("The beginning")), _query("muc", _("A kind of content"))],
            is_braked=True,
        ),
        reverse("sitemap"): _operation(
            "siteMap",
            _("Index of the site maps: every public address, by kind"),
            _answer("application/xml"),
            [],
        ),
        reverse("openapi"): _operation(
            "describe", _("This description"), _answer("application/json", {}), []
        ),
    }
    for collection in COLLECTIONS:
        paths |= _files(collection)
    for address in below_pages():
        paths[address.url] = _feed(address)
    return paths


def _act_on_day() -> list[Json]:
    return [
        {
            "name": "slug",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "example": "36-2018-qd-ubnd",
        },
        _query("ngay", _("The day: 2026-11-28; any other text is today's")),
    ]


def _files(collection: Collection) -> Json:
    def operation(ending: str, content: Json) -> Json:
        return _operation(
            f"download-{collection.name}-{ending}",
            f"{collection.title} ({ending}), {_('made each night')}",
            content,
            [],
            may_be_missing=True,
        )

    line = {**_TEXT, "x-line": ref(collection.name)}
    table, lines = (f"{collection.name}.{ending}" for ending in ("csv", "jsonl"))
    return {
        reverse("bulk_file", args=[table]): operation("csv", _answer("text/csv")),
        reverse("bulk_file", args=[lines]): operation(
            "jsonl",
            {"content": {"application/jsonl": line}},
        ),
    }


def _row(collection: Collection) -> Json:
    return {
        "type": "object",
        "required": list(collection.fields),
        "properties": {name: field_schema(name) for name in collection.fields},
    }


def _feed(address: Address) -> Json:
    kinds = {
        "RSS": "application/rss+xml",
        "Atom": "application/atom+xml",
        "iCalendar": "text/calendar",
    }
    name = "feed" + address.url.title().replace("/", "").replace(".", "")
    return _operation(
        name.replace("-", ""), address.gives, _answer(kinds[address.format]), []
    )


_TEXT: Json = {"schema": {"type": "string"}}


def _answer(media_type: str, schema: Json | None = None) -> Json:
    shown = {"schema": schema} if schema is not None else _TEXT
    return {"content": {media_type: shown}}


def _json_answer(name: str) -> Json:
    return _answer("application/json", ref(name))


def _operation(
    name: str,
    summary: str,
    content: Json,
    parameters: list[Json],
    *,
    may_be_missing: bool = False,
    is_braked: bool = False,
) -> Json:
    responses: Json = {"200": {"description": summary, **content}}
    if may_be_missing:
        responses["404"] = {"$ref": "#/components/responses/Missing"}
    if is_braked:
        responses["429"] = {"$ref": "#/components/responses/TooMany"}
    operation: Json = {"operationId": name, "summary": summary, "responses": responses}
    if parameters:
        operation["parameters"] = parameters
    return {"get": operation}


def _query(name: str, about: str) -> Json:
    return {
        "name": name,
        "in": "query",
        "description": about,
        "schema": {"type": "string"},
    }


def _listing(filters: tuple[str, ...], sorts: tuple[str, ...]) -> list[Json]:
    """Words, filters, order and page. What no list knows is left aside, not refused."""
    choice = _("A value of this name among the facets of the answer; may be repeated")
    many = array({"type": "string"})
    return [
        _query("q", _("Words to be found")),
        *(
            {"name": name, "in": "query", "description": choice, "schema": many}
            for name in filters
        ),
        _query("sap-xep", _("The order: ") + ", ".join(sorts)),
        _query("trang", _("The page, from 1; beyond the last it is the last")),
    ]


def _responses() -> Json:
    waits = {
        "description": _("Seconds to wait"),
        "schema": {"type": "integer", "minimum": 1},
    }
    return {
        "Missing": {
            "description": _("There is nothing at this address"),
            **_answer("text/html"),
        },
        "TooMany": {
            "description": _("Too many requests; ask again later"),
            "headers": {"Retry-After": waits},
            **_json_answer("Wait"),
        },
    }
