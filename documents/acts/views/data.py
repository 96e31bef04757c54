"""Acts as open data: JSON."""

from datetime import date

from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone

from documents.acts.addresses import address_of, provision_address
from documents.acts.listing import LibraryListing
from documents.acts.views.act_on_day import act_on_day
from documents.acts.views.cited_by import cited_by
from documents.acts.views.open_data import open_data, said_of
from documents.acts.views.regulation import RegulationOnDay
from documents.acts.views.relations import relations_of
from documents.enums import Confidence
from documents.models.files import files_of
from documents.models.issuers import signed_issuers
from documents.models.regulation_index import RegulationIndexPage
from documents.models.taxonomy import Issuer
from documents.models.wording import status_label
from portal import jsonld
from portal.listing.context import facet_data


def library_json(request: HttpRequest) -> JsonResponse:
    """The listing as data; the parameters are the page's."""
    index = RegulationIndexPage.objects.live().public().first()
    if index is None:
        raise Http404
    base = index.get_url(request) or "/"
    listing = LibraryListing(request.GET, base_url=base, on=timezone.localdate())
    context = listing.context(index)
    results = [
        _brief(act, request) | {"summary": act.summary}
        for act in context["regulations"]
    ]
    page = context["regulations"]
    return open_data(
        {
            "count": context["result_count"],
            "page": page.number,
            "pages": page.paginator.num_pages,
            "nearest": context["is_nearest"],
            **said_of(context["answer"]),
            "results": results,
            "facets": facet_data(context["facets"]),
        }
    )


def act_json(request: HttpRequest, slug: str) -> JsonResponse:
    """One act on a day.

    `effective_from` and `expires_on` are the days the act itself states; `begins_on`
    and `ends_on` those that count on that day, put off or made longer by other acts.
    Days nobody has verified are not said to count.
    """
    view, asked = act_on_day(request, slug)
    act = view.act
    page = jsonld.absolute(request, act.get_url(request))
    day = f"?ngay={asked.on.isoformat()}" if asked.is_asked else ""
    relations = relations_of(act, view.rows)
    is_verified = act.confidence == Confidence.VERIFIED
    data = _facts(act, request) | {
        "on": asked.on.isoformat(),
        "begins_on": _iso(view.begins_on if is_verified else None),
        "ends_on": _iso(view.ends_on if is_verified else None),
        "status": _status(view),
        "provisions": [
            _provision(piece, f"{page}{provision_address(piece.provision)}/{day}")
            for piece in view.text.provisions
        ],
        "text_is_complete": view.text.is_complete,
        "relations": [_relation(line, request) for line in relations],
        "changes": [
            {"on": change.on.isoformat(), "label": change.label}
            for change in view.changes()
        ],
        "files": [_file(row, request) for row in files_of(act)],
        "cited_by": _citing(act, request),
    }
    if asked.problem:
        data["problem"] = asked.problem
    return open_data(data)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _brief(act, request: HttpRequest) -> dict:
    chip = act.status
    return {
        "symbol": act.symbol,
        "title": act.title,
        "url": jsonld.absolute(request, act.get_url(request)),
        "status": {"code": chip.code, "label": str(chip.label)},
        "type": act.type.name,
        "issuer": act.issuer.name,
        "issuers": [issuer.name for issuer in act.issuers],
        "signed_on": _iso(act.signed_on),
        "is_sample": act.is_sample,
    }


def _facts(act, request: HttpRequest) -> dict:
    stable = address_of(act)
    return _brief(act, request) | {
        "issuer": _issuer(act.issuer),
        "issuers": [
            _issuer(row.issuer) | {"signer": row.signer, "signer_title": row.position}
            for row in signed_issuers(act)
        ],
        "stable_url": jsonld.absolute(request, stable) if stable else None,
        "short_name": act.short_name,
        "summary": act.summary,
        "is_normative": act.is_normative,
        "published_on": _iso(act.published_on),
        "effective_from": _iso(act.effective_from),
        "effective_quote": act.effective_quote,
        "expires_on": _iso(act.expires_on),
        "confidence": act.confidence,
        "checked_on": _iso(act.checked_on),
        "signer": act.signer,
        "signer_title": act.signer_title,
        "gazette_number": act.gazette_number,
        "gazette_on": _iso(act.gazette_on),
        "source_url": act.source_url,
        "fields": [field.name for field in act.fields.all()],
    }


def _issuer(issuer: Issuer) -> dict:
    territory = issuer.territory
    return {"name": issuer.name, "territory": territory.name if territory else None}


def _status(view: RegulationOnDay) -> dict:
    reasons = [
        {
            "message": reason.message,
            "quote": reason.quote,
            "clause": reason.clause,
            "anchor": reason.anchor,
            "by": reason.act.symbol if reason.act else None,
        }
        for reason in view.reasons()
    ]
    code = view.status.status.value
    return {"code": code, "label": status_label(view.status), "reasons": reasons}


def _provision(piece, url: str) -> dict:
    made = piece.made_by
    return {
        "anchor": piece.anchor,
        "url": url,
        "level": piece.provision.level.value,
        "label": piece.provision.label,
        "title": piece.provision.title,
        "parent": piece.parent,
        "text": piece.text,
        "state": piece.state.value,
        "changed_on": _iso(made.on) if made else None,
        "suspended": piece.suspended_by is not None,
        "begins_on": _iso(piece.begins_by.until) if piece.begins_by else None,
    }


def _relation(line, request: HttpRequest) -> dict:
    row = line.row
    return {
        "direction": "out" if line.outgoing else "in",
        "kind": row.kind,
        "verb": str(line.verb),
        "scope": row.scope,
        "provision": row.provision,
        "effective_on": _iso(row.effective_on),
        "clause": row.clause,
        "review": row.review,
        "act": _brief(line.regulation, request),
    }


def _citing(act, request: HttpRequest) -> list[dict]:
    return [
        {
            "kind": kind,
            "title": page.title,
            "symbol": page.symbol or None,
            "url": jsonld.absolute(request, page.url),
            "on": _iso(page.on),
            "is_sample": page.is_sample,
        }
        for kind, pages in cited_by(act).groups
        for page in pages
    ]


def _file(row, request: HttpRequest) -> dict:
    return {
        "role": row.role,
        "url": jsonld.absolute(request, row.document.url),
        "sha256": row.document.sha256,
        "size": row.document.file_size,
        "pages": row.pages,
        "has_text_layer": row.has_text_layer,
    }
