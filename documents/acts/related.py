"""The acts that stand beside one, and how it acts on them: asked for once per page."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from documents.law.effects import ReviewState
from documents.models.regulations import RegulationPage
from portal.keys import among
from portal.page_tree.public_queries import public_rows


def own_effects(act) -> list:
    """The rows of what this act does to others, in its own order, without rejected."""
    if not hasattr(act, "_own_effects"):
        rows = act.effects.all()
        act._own_effects = [row for row in rows if row.review != ReviewState.REJECTED]
    return act._own_effects


def related_acts(act) -> dict[int, object]:
    """Published acts it acts on or that act on it, as lists show them, by their key."""
    if not hasattr(act, "_related_acts"):
        keys = {row.target_id for row in own_effects(act)}
        keys |= {
            row.source_id
            for row in act.reaching_effects()
            if row.review != ReviewState.REJECTED
        }
        act._related_acts = listed_acts(keys - {None, act.pk}, timezone.localdate())
    return act._related_acts


def listed_acts(keys: Iterable[int], on: date) -> dict[int, RegulationPage]:
    """The published ones of these acts with their status that day; none costs none."""
    wanted = tuple(keys)
    found = public_rows(_listed, wanted, of=(on,)) if wanted else ()
    return {act.pk: act for act in found}


def _listed(on: date, keys: tuple[int, ...]) -> QuerySet:
    return RegulationPage.objects.for_listing(on).filter(pk__in=among(keys))
