"""What waits in the library and the showcase: reports, effects, what units sent."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.permissions import page_permission_policy

from documents.enums import ReportState
from documents.law.effects import ReviewState
from documents.models import (
    EffectProposal,
    ProposalState,
    RegulationEffect,
    RegulationPage,
)
from documents.models.dependants import ended_parents
from documents.models.initiative_enums import NeedState, Review, SubmissionState
from documents.models.needs import Need
from documents.models.replications import Replication
from documents.models.reports import MistakeReport
from documents.models.submissions import InitiativeSubmission
from portal.errands.registry import (
    NAMED,
    Errand,
    Link,
    Named,
    Urgency,
    names_drafts,
    states_errands,
)
from portal.errands.wording import since

DECISIONS = gettext_lazy("Waiting for your approval")


@states_errands
def reported_mistakes(user: Any, now: datetime) -> Iterator[Errand]:
    if not user.has_perm("documents.change_mistakereport"):
        return
    rows = MistakeReport.objects.filter(state=ReportState.OPEN)
    rows = rows.select_related("regulation").order_by("sent_at", "pk")
    if first := rows.first():
        yield Errand(
            rows.count(),
            _("Reported mistakes nobody has looked at"),
            Link(_("Look at it"), reverse("reported_mistakes:edit", args=[first.pk])),
            detail=_("Longest: %(title)s, sent %(when)s")
            % {"title": first.regulation.symbol, "when": since(first.sent_at, now)},
        )


@states_errands
def proposed_effects(user: Any, now: datetime) -> Iterator[Errand]:
    """Effects that count only when somebody has confirmed them."""
    acts = _editable_acts(user)
    rows = RegulationEffect.objects.filter(
        review=ReviewState.PROPOSED.value, source__in=acts.order_by().values("pk")
    )
    count = rows.count()
    if not count:
        return
    sources = acts.filter(pk__in=rows.order_by().values("source")).order_by("pk")
    named = tuple(
        Named(symbol or title, _edit(pk))
        for pk, symbol, title in sources.values_list("pk", "symbol", "title")[:NAMED]
    )
    yield Errand(
        count,
        _("Proposed effects of acts on others"),
        Link(_("Look at them"), named[0].url),
        detail=_("Read in a text or typed, confirmed by nobody yet: %(names)s")
        % {"names": ", ".join(name.title for name in named)},
        heading=DECISIONS,
    )


@states_errands
def effects_read_in_texts(user: Any, now: datetime) -> Iterator[Errand]:
    """What the texts of acts say they change, until somebody has decided on it."""
    acts = _editable_acts(user)
    rows = EffectProposal.objects.filter(
        state=ProposalState.WAITING, regulation__in=acts.order_by().values("pk")
    )
    count = rows.count()
    if not count:
        return
    sources = acts.filter(pk__in=rows.order_by().values("regulation")).order_by("pk")
    named = tuple(
        Named(symbol or title, reverse("effect_proposals", args=[pk]))
        for pk, symbol, title in sources.values_list("pk", "symbol", "title")[:NAMED]
    )
    yield Errand(
        count,
        _("Changes of other acts, read in the texts of acts"),
        Link(_("Decide on them"), named[0].url),
        detail=_("They count only when confirmed: %(names)s")
        % {"names": ", ".join(name.title for name in named)},
        heading=DECISIONS,
        named=named if len(named) > 1 else (),
        named_in_all=sources.count(),
    )


@states_errands
def ended_bases(user: Any, now: datetime) -> Iterator[Errand]:
    """Acts in use that guide or rest on one that has ended."""
    found = ended_parents(_editable_acts(user), timezone.localdate(now))
    acts = list({case.act.pk: case.act for case in found}.values())
    if acts:
        yield Errand(
            len(acts),
            _("Acts whose basis is no longer in force"),
            Link(_("Decide on it"), _edit(acts[0].pk)),
            detail=", ".join(act.symbol or act.title for act in acts[:NAMED]),
            urgency=Urgency.WEEK,
        )


@states_errands
def proposals(user: Any, now: datetime) -> Iterator[Errand]:
    if user.has_perm("documents.change_initiativesubmission"):
        rows = InitiativeSubmission.objects.filter(state=SubmissionState.SENT)
        what = _("Proposals for the showcase")
        yield from _sent_in(rows.only("pk", "sent_at"), what, "de-xuat-sang-kien", now)


@names_drafts
def proposal_drafts(user: Any) -> Iterable[int]:
    """A proposal's screen leads to its draft: one task, not two."""
    if not user.has_perm("documents.change_initiativesubmission"):
        return ()
    rows = InitiativeSubmission.objects.filter(state=SubmissionState.SENT)
    return rows.exclude(page=None).order_by().values_list("page", flat=True)


@states_errands
def replications(user: Any, now: datetime) -> Iterator[Errand]:
    if user.has_perm("documents.change_replication"):
        rows = Replication.objects.filter(review=Review.PENDING)
        what = _("Replications to be confirmed")
        yield from _sent_in(rows, what, "ap-dung-sang-kien", now)


@states_errands
def needs(user: Any, now: datetime) -> Iterator[Errand]:
    if user.has_perm("documents.change_need"):
        rows = Need.objects.filter(state=NeedState.PENDING)
        yield from _sent_in(rows, _("Needs for the board"), "nhu-cau", now)


def _sent_in(
    rows: QuerySet, what: str, namespace: str, now: datetime
) -> Iterator[Errand]:
    """Rows that units sent, whose contacts are named nowhere."""
    first = list(rows.order_by("sent_at", "pk")[:NAMED])
    if not first:
        return
    named = tuple(
        Named(
            str(row),
            reverse(f"{namespace}:edit", args=[row.pk]),
            since(row.sent_at, now) if row.sent_at else "",
        )
        for row in first
    )
    detail = _("Longest: %(title)s, sent %(when)s")
    yield Errand(
        rows.count(),
        what,
        Link(_("Look at it"), named[0].url),
        detail % {"title": named[0].title, "when": named[0].note},
        heading=DECISIONS,
        named=named if len(named) > 1 else (),
    )


def _editable_acts(user: Any) -> QuerySet:
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return RegulationPage.objects.filter(page_ptr__in=pages.order_by().values("pk"))


def _edit(pk: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])
