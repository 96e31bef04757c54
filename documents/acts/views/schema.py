"""Acts as schema.org describes legislation: JSON-LD in the page."""

from django.http import HttpRequest
from django.utils import timezone

from documents.acts.related import own_effects, related_acts
from documents.enums import Confidence
from documents.law.effects import EffectKind, ReviewState, Scope, begins_on
from documents.models.regulations import RegulationPage
from portal import jsonld
from portal.page_views import page_schema


@page_schema(RegulationPage)
def legislation(act, request: HttpRequest) -> dict:
    """The act as schema.org `Legislation`."""
    data = jsonld.web_page(act, request)
    data["legislationIdentifier"] = act.symbol
    data["legislationType"] = act.type.name
    data |= _issued(act)
    if act.signed_on:
        data["legislationDate"] = act.signed_on.isoformat()
    begins = begins_on(act.rules(), timezone.localdate())
    if begins and act.confidence == Confidence.VERIFIED:
        data["legislationDateOfApplicability"] = begins.isoformat()
    force = {"ok": "InForce", "part": "PartiallyInForce"}
    force |= {"off": "NotInForce", "soon": "NotInForce"}
    if act.published_on:
        data["datePublished"] = act.published_on.isoformat()
    else:
        data.pop("datePublished", None)
    for name, acts in _schema_relations(act).items():
        data[name] = [
            {
                "@type": "Legislation",
                "legislationIdentifier": other.symbol,
                "url": jsonld.absolute(request, other.get_url(request)),
            }
            for other in acts
        ]
    if named := force.get(act.status.css):
        data["legislationLegalForce"] = f"https://schema.org/{named}"
    return data


def _issued(act) -> dict:
    """By whom, for which territory, and in which issue of the gazette it was printed.

    One of several is a value, several are a list, as in JSON-LD everywhere.
    """
    issuers = act.issuers
    bodies = [
        {"@type": "GovernmentOrganization", "name": issuer.name} for issuer in issuers
    ]
    places = dict.fromkeys(one.territory.name for one in issuers if one.territory)
    data = {
        "legislationPassedBy": _one_or_all(bodies),
        "legislationJurisdiction": _one_or_all(list(places)),
    }
    issue = {
        "@type": "PublicationIssue",
        "issueNumber": act.gazette_number,
        "datePublished": act.gazette_on and act.gazette_on.isoformat(),
        "isPartOf": {"@type": "Periodical", "name": "Công báo"},
    }
    if act.gazette_number or act.gazette_on:
        data["isPartOf"] = {name: value for name, value in issue.items() if value}
    return {name: value for name, value in data.items() if value}


def _one_or_all(values: list):
    return values[0] if len(values) == 1 else values


# What schema.org calls an act's own effects on others.
_SCHEMA_NAMES = {
    EffectKind.AMENDS: "legislationChanges",
    EffectKind.SUPPLEMENTS: "legislationChanges",
    EffectKind.REPLACES_PHRASE: "legislationChanges",
    EffectKind.RENAMES: "legislationChanges",
    EffectKind.CORRECTS: "legislationChanges",
    EffectKind.POSTPONES: "legislationChanges",
    EffectKind.EXTENDS: "legislationChanges",
    EffectKind.REPLACES: "legislationRepeals",
    EffectKind.REPEALS: "legislationRepeals",
    EffectKind.GUIDES: "legislationApplies",
    EffectKind.BASED_ON: "legislationApplies",
}


def _schema_relations(act) -> dict[str, list]:
    """The published acts this one acts on, confirmed, by their name in schema.org."""
    rows = [
        row
        for row in own_effects(act)
        if row.review == ReviewState.CONFIRMED and row.kind in _SCHEMA_NAMES
    ]
    # A law that puts off a part of itself changes itself.
    acts = related_acts(act) | ({act.pk: act} if act.live else {})
    named: dict[str, dict] = {}
    for row in rows:
        # An act of which some articles go is changed, not repealed.
        name = _SCHEMA_NAMES[EffectKind(row.kind)]
        if name == "legislationRepeals" and row.scope != Scope.WHOLE:
            name = "legislationChanges"
        if row.target_id in acts:
            named.setdefault(name, {})[row.target_id] = acts[row.target_id]
    return {name: list(found.values()) for name, found in named.items()}
