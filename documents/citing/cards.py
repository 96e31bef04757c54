"""Acts as cards: a few columns and a judged status, never whole pages."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from documents.citing.links import RegulationCard
from documents.law.effects import Status, status
from documents.models.effect_querysets import DECIDING, FATE
from documents.models.effects import RegulationEffect
from documents.models.issuers import JointIssuer
from documents.models.regulations import RegulationPage
from documents.models.status import shown_status, to_regulation
from portal.keys import among
from portal.page_tree.public_queries import public_rows

# The status in the one to four words that stand beside a number.
_SHORT = {
    Status.UNKNOWN: _("under review"),
    Status.NOT_YET: _("not yet in force"),
    Status.PUT_OFF: _("put off, no day yet"),
    Status.IN_FORCE: _("in force"),
    Status.PARTLY_ENDED: _("partly ended"),
    Status.ENDED: _("no longer in force"),
    Status.SUSPENDED: _("suspended"),
    Status.PARTLY_SUSPENDED: _("partly suspended"),
    Status.APPLIED: _("being applied"),
    Status.REPLACED: _("replaced"),
    Status.TIME_OVER: _("term ended"),
}
_ACT = (
    "pk",
    "symbol",
    "title",
    "url_path",
    "type__name",
    "issuer__name",
    "issuer__level",
    "joint_keys",
    "is_sample",
    "is_normative",
    "signed_on",
    "effective_from",
    "effective_quote",
    "expires_on",
    "confidence",
    "override_status",
    "override_source",
)
# Plain values: the target is its key.
_EFFECT = (
    "pk",
    "source_id",
    "target_id",
    *(column for column in DECIDING if column != "target"),
    "source__signed_on",
    *FATE,
)


def cards_by_key(
    keys: Iterable, *, on: date, root_path: str
) -> dict[Any, RegulationCard]:
    """The published ones of the acts with these keys as cards; no query for none.

    `root_path` is the `url_path` of the site's front page. Two queries, and one more
    where an act is joint, however many acts.
    """
    wanted = tuple(set(keys))
    rows = public_rows(_published, wanted) if wanted else ()
    return {card.pk: card for card, _beside in _judged(rows, on, root_path)}


def cards_named_in(
    page_id: int, *, on: date, root_path: str
) -> list[tuple[RegulationCard, tuple[str, str]]]:
    """Each act that the page's text names, as it is written there, with its territory.

    In the order of the text; an act named twice comes twice.
    """
    return _judged(public_rows(_named_in, page_id), on, root_path)


def _published(keys: tuple[int, ...]) -> QuerySet:
    acts = RegulationPage.objects.live().public()
    return acts.filter(pk__in=among(keys)).values_list(*_ACT)


def _named_in(page: int) -> QuerySet:
    acts = RegulationPage.objects.live().public().filter(citations__page_id=page)
    return acts.order_by("citations__position").values_list(
        *_ACT, "citations__symbol", "citations__territory"
    )


def _judged(
    found: Iterable[tuple], on: date, root_path: str
) -> list[tuple[RegulationCard, tuple]]:
    width = len(_ACT)
    rows = [(_namespace(_ACT, row[:width]), row[width:]) for row in found]
    effects = _effects_on({act.pk for act, _beside in rows})
    together = _joint_names({act.pk for act, _beside in rows if act.joint_keys})
    made: dict[int, RegulationCard] = {}
    for act, _beside in rows:
        if act.pk not in made:
            issuers = ", ".join((act.issuer.name, *together[act.pk]))
            made[act.pk] = _card(act, issuers, effects[act.pk], on, root_path)
    return [(made[act.pk], beside) for act, beside in rows]


def latest_change(page_id: int, *, after: date, on: date) -> RegulationEffect | None:
    """The last of `changes_of` the page, with its act."""
    changes = changes_of(page_id, after=after, on=on)
    return changes.select_related("target").order_by("-effective_on", "pk").first()


def changes_of(
    page: int | OuterRef, *, after: date | Combinable, on: date
) -> QuerySet[RegulationEffect]:
    """Changes of acts the page names that took effect in those days.

    Only confirmed effects of published acts count; `after` is not of those days. Where
    a page names an act twice, its change comes twice.
    """
    return RegulationEffect.objects.in_force().filter(
        target__citations__page=page, effective_on__gt=after, effective_on__lte=on
    )


def _namespace(names: tuple[str, ...], values: tuple) -> SimpleNamespace:
    """The values under their names; `issuer__level` becomes `.issuer.level`."""
    found = SimpleNamespace()
    for name, value in zip(names, values, strict=True):
        outer, _sep, inner = name.partition("__")
        if not inner:
            setattr(found, name, value)
            continue
        if not hasattr(found, outer):
            setattr(found, outer, SimpleNamespace())
        setattr(getattr(found, outer), inner, value)
    return found


def _effects_on(targets: set[int]) -> defaultdict[int, list[SimpleNamespace]]:
    """The confirmed effects of published acts, by the act they reach."""
    found: defaultdict[int, list[SimpleNamespace]] = defaultdict(list)
    for values in public_rows(_effects, tuple(targets)) if targets else ():
        row = _namespace(_EFFECT, values)
        found[row.target_id].append(row)
    return found


def _effects(targets: tuple[int, ...]) -> QuerySet:
    rows = RegulationEffect.objects.in_force().filter(target__in=among(targets))
    return rows.with_fate().values_list(*_EFFECT)


def _joint_names(acts: set[int]) -> defaultdict[int, list[str]]:
    """Who issued these joint acts beside the leading issuer; no query for none."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = JointIssuer.objects.filter(regulation__in=acts).order_by("sort_order", "pk")
    names = rows.values_list("regulation", "issuer__name") if acts else ()
    for act, name in names:
        found[act].append(name)
    return found


def _card(act, issuers: str, effects: list, on: date, root_path: str) -> RegulationCard:
    shown = shown_status(status(to_regulation(act, effects), on).status)
    return RegulationCard(
        pk=act.pk,
        number=act.symbol,
        url=reverse("wagtail_serve", args=[act.url_path[len(root_path) :]]),
        title=act.title,
        type=act.type.name,
        issuer=issuers,
        signed_on=act.signed_on,
        is_sample=act.is_sample,
        css=shown.css,
        label=str(shown.label),
        short=str(_SHORT[Status(shown.code)]),
    )
