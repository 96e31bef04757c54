"""The shapes of the answers for programs, as JSON Schema."""

from typing import Any

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
MAYBE_TEXT: Json = {"type": ["string", "null"]}
DAY: Json = {"type": "string", "format": "date"}
MAYBE_DAY: Json = {"type": ["string", "null"], "format": "date"}
COUNT: Json = {"type": "integer", "minimum": 0}
YES_NO: Json = {"type": "boolean"}
MAYBE_NUMBER: Json = {"type": ["integer", "null"]}
URL: Json = {"type": "string", "format": "uri"}

_DAYS = (
    "signed_on",
    "gazette_on",
    "effective_from",
    "expires_on",
    "begins_on",
    "ends_on",
    "effective_on",
    "until",
)
_OTHERS: dict[str, Json] = {
    "status_on": DAY,
    "url": URL,
    "is_sample": YES_NO,
    "year": MAYBE_NUMBER,
    "cost_vnd": MAYBE_NUMBER,
    "applied_elsewhere": COUNT,
    "unit": MAYBE_TEXT,
    "place": MAYBE_TEXT,
    "level": MAYBE_TEXT,
    "effort": MAYBE_TEXT,
}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def array(items: Json) -> Json:
    return {"type": "array", "items": items}


def field_schema(name: str) -> Json:
    """Of a field of the bulk files."""
    return MAYBE_DAY if name in _DAYS else _OTHERS.get(name, TEXT)


def _object(optional: Json | None = None, /, **required: Json) -> Json:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
    }


def _listed(results: str) -> Json:
    return _object(
        count=COUNT,
        page={"type": "integer", "minimum": 1},
        pages={"type": "integer", "minimum": 1},
        nearest=YES_NO,
        read_as=MAYBE_TEXT,
        complete=YES_NO,
        results=array(ref(results)),
        facets=ref("Facets"),
    )


_STATUS = {"code": TEXT, "label": TEXT}
_BRIEF = {
    "symbol": TEXT,
    "title": TEXT,
    "url": URL,
    "status": _object(**_STATUS),
    "type": TEXT,
    "issuer": TEXT,
    "issuers": array(TEXT),
    "signed_on": MAYBE_DAY,
    "is_sample": YES_NO,
}
_ISSUER = {"name": TEXT, "territory": MAYBE_TEXT}
_REASON = _object(
    message=TEXT, quote=TEXT, clause=TEXT, anchor=MAYBE_TEXT, by=MAYBE_TEXT
)

SCHEMAS: dict[str, Json] = {
    "Facets": {
        "type": "object",
        "additionalProperties": array(
            _object(value=TEXT, title=TEXT, count=COUNT, current=YES_NO)
        ),
    },
    "ActInList": _object(**_BRIEF, summary=TEXT),
    "ActBrief": _object(**_BRIEF),
    "ActList": _listed("ActInList"),
    "Act": _object(
        {"problem": TEXT},
        **{
            **_BRIEF,
            "issuer": _object(**_ISSUER),
            "issuers": array(_object(**_ISSUER, signer=TEXT, signer_title=TEXT)),
            "status": _object(**_STATUS, reasons=array(_REASON)),
        },
        on=DAY,
        stable_url={"type": ["string", "null"], "format": "uri"},
        short_name=TEXT,
        summary=TEXT,
        is_normative=YES_NO,
        published_on=MAYBE_DAY,
        effective_from=MAYBE_DAY,
        effective_quote=TEXT,
        expires_on=MAYBE_DAY,
        begins_on=MAYBE_DAY,
        ends_on=MAYBE_DAY,
        confidence=TEXT,
        checked_on=MAYBE_DAY,
        signer=TEXT,
        signer_title=TEXT,
        gazette_number=TEXT,
        gazette_on=MAYBE_DAY,
        source_url=TEXT,
        fields=array(TEXT),
        provisions=array(ref("Provision")),
        text_is_complete=YES_NO,
        relations=array(ref("Relation")),
        changes=array(_object(on=DAY, label=TEXT)),
        files=array(ref("File")),
        cited_by=array(ref("Citing")),
    ),
    "Provision": _object(
        anchor=TEXT,
        url=URL,
        level=TEXT,
        label=TEXT,
        title=TEXT,
        parent=MAYBE_TEXT,
        text=MAYBE_TEXT,
        state=TEXT,
        changed_on=MAYBE_DAY,
        suspended=YES_NO,
    ),
    "Relation": _object(
        direction={"enum": ["in", "out"]},
        kind=TEXT,
        verb=TEXT,
        scope=TEXT,
        provision=TEXT,
        effective_on=MAYBE_DAY,
        clause=TEXT,
        review=TEXT,
        act=ref("ActBrief"),
    ),
    "File": _object(
        role=TEXT,
        url=URL,
        sha256=TEXT,
        size=MAYBE_NUMBER,
        pages=MAYBE_NUMBER,
        has_text_layer={"type": ["boolean", "null"]},
    ),
    "Citing": _object(
        kind=TEXT,
        title=TEXT,
        symbol=MAYBE_TEXT,
        url=URL,
        on=MAYBE_DAY,
        is_sample=YES_NO,
    ),
    "Initiative": _object(
        code=TEXT,
        title=TEXT,
        url=URL,
        summary=TEXT,
        problem=TEXT,
        field=TEXT,
        unit=MAYBE_TEXT,
        place=MAYBE_TEXT,
        level=MAYBE_TEXT,
        year=MAYBE_NUMBER,
        cost_vnd=MAYBE_NUMBER,
        effort=MAYBE_TEXT,
        proof=MAYBE_TEXT,
        applied_elsewhere=COUNT,
        is_sample=YES_NO,
    ),
    "InitiativeList": _listed("Initiative"),
    "SearchResult": _object(
        {"symbol": TEXT, "status": TEXT, "part": TEXT, "beside": YES_NO},
        kind=TEXT,
        title=TEXT,
        url=URL,
        snippet=TEXT,
        date=MAYBE_DAY,
        is_sample=YES_NO,
    ),
    "SearchResults": _object(
        count=COUNT,
        complete=YES_NO,
        page={"type": "integer", "minimum": 1},
        pages={"type": "integer", "minimum": 1},
        read_as=MAYBE_TEXT,
        services=array(_object(title=TEXT, url=URL, about=TEXT)),
        results=array(ref("SearchResult")),
        facets=ref("Facets"),
    ),
    "Suggestions": {
        "type": "array",
        # What was typed, then titles, kinds and addresses (OpenSearch suggestions).
        "items": {"anyOf": [TEXT, array(TEXT)]},
        "minItems": 4,
        "maxItems": 4,
    },
    "Wait": _object(error=TEXT, retry_after={"type": "integer", "minimum": 1}),
}
