"""The editor's screen of the changes an act's text proposes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages

from documents.acts.names import capitalised, place_words
from documents.acts.proposal_states import Read, proposals_of
from documents.acts.proposal_targets import Obstacle, Target
from documents.acts.proposals import accept, refuse, restore
from documents.law.amendments import Doubt, Sureness
from documents.law.effects import EffectKind
from documents.law.typed_provisions import place_typed
from documents.models import ProposalState, RegulationPage
from documents.models.wording import EFFECT_LABELS

OBSTACLES = {
    Obstacle.NO_ACT: gettext_lazy(
        "The text does not say which act is meant: choose it in the library."
    ),
    Obstacle.NOT_IN_LIBRARY: gettext_lazy(
        "The library has no published act of this number: add it, then come back."
    ),
    Obstacle.SEVERAL: gettext_lazy(
        "Several acts have this number: choose the one that is meant."
    ),
    Obstacle.ITSELF: gettext_lazy("An act cannot change itself."),
    Obstacle.NO_PLACE: gettext_lazy(
        "The text does not say which provision is meant: enter the effect by hand."
    ),
    Obstacle.NOT_IN_TEXT: gettext_lazy(
        "The text of that act has no such provision: check it, or enter the effect by "
        "hand."
    ),
    Obstacle.LONG_PHRASE: gettext_lazy(
        "The phrase is too long: enter the changed provision as a new wording."
    ),
}
_NO_NUMBER = gettext_lazy(
    "The text names this act without its number: choose it in the library."
)
DOUBTS = {
    Doubt.NO_ACT: gettext_lazy("the act is not named"),
    Doubt.OF_ITSELF: gettext_lazy("it names its own number"),
    Doubt.NO_PLACE: gettext_lazy("the provision is not named"),
    Doubt.OPEN_QUOTATION: gettext_lazy("the quotation is never closed"),
    Doubt.ONLY_PART_OF_PLACE: gettext_lazy(
        "it changes something smaller than the provision: enter its whole wording"
    ),
    Doubt.EXCEPTIONS: gettext_lazy("there are exceptions"),
    Doubt.TWO_DAYS: gettext_lazy("the text gives the act two different days"),
    Doubt.NO_WORDING: gettext_lazy("no new wording was found"),
    Doubt.NOT_QUOTED: gettext_lazy("the new wording stands without quotation marks"),
    Doubt.ACT_FROM_TITLE: gettext_lazy("the act is named in the title only"),
}
SURENESS = {
    Sureness.CERTAIN: gettext_lazy("Read surely"),
    Sureness.LIKELY: gettext_lazy("Read, to be looked at"),
    Sureness.DOUBTFUL: gettext_lazy("Doubtful"),
}
_VERBS: dict[str, Callable[..., int]] = {
    "accept": accept,
    "refuse": refuse,
    "restore": restore,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal as the screen lists it."""

    read: Read
    kind: str
    act: str
    place: str
    sureness: str
    doubts: list[str]
    obstacle: str
    choose_url: str

    @property
    def edit_url(self) -> str:
        pk = self.read.target.pk
        return reverse("wagtailadmin_pages:edit", args=[pk]) if pk else ""


def obstacle_of(target: Target) -> str:
    """Why it cannot be accepted as it stands; empty when nothing stands in its way."""
    if not target.obstacle:
        return ""
    if target.obstacle is Obstacle.NOT_IN_LIBRARY and target.wants_act:
        return str(_NO_NUMBER)
    return str(OBSTACLES[target.obstacle])


@hooks.register("register_admin_urls")
def proposal_urls() -> list:
    address = "van-ban/<int:page_id>/hieu-luc-de-xuat/"
    return [path(address, effect_proposals, name="effect_proposals")]


def effect_proposals(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the draft proposes; with POST, decisions on the rows that are ticked."""
    page = get_object_or_404(RegulationPage, pk=page_id)
    allowed = page.permissions_for_user(request.user)
    if not allowed.can_edit() or page.alias_of_id:
        raise PermissionDenied
    if request.method == "POST":
        if allowed.page_locked():
            messages.error(request, _("The page is locked: nothing was changed."))
        else:
            _decide(request, page)
        return redirect("effect_proposals", page.pk)
    draft = page.get_latest_revision_as_object()
    rows = [row_of(one, page.pk) for one in proposals_of(draft)]
    by_state: dict[ProposalState, list[Row]] = {state: [] for state in ProposalState}
    for row in rows:
        by_state[row.read.state].append(row)
    context = {
        "act": draft,
        "waiting": by_state[ProposalState.WAITING],
        "accepted": by_state[ProposalState.ACCEPTED],
        "refused": by_state[ProposalState.REFUSED],
        "can_accept": any(
            row.read.can_be_accepted for row in by_state[ProposalState.WAITING]
        ),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "has_text": bool(draft.text.strip()),
    }
    return render(request, "documents/admin/effect_proposals.html", context)


def _decide(request: HttpRequest, page: RegulationPage) -> None:
    """One row's own button, or a button for all that are ticked."""
    verb, keys = _asked(request)
    if not verb:
        messages.warning(request, _("Tick what is to be decided first."))
        return
    count = _VERBS[verb](page.pk, keys, request.user, now=timezone.now())
    if verb == "accept" and count:
        say_accepted(request, count)
    elif count:
        message = ngettext("%(count)s row decided.", "%(count)s rows decided.", count)
        messages.success(request, message % {"count": count})
    left = len(set(keys)) - count
    if left:
        message = ngettext(
            "%(count)s row was left as it is: the text has changed meanwhile, or "
            "something stands in its way.",
            "%(count)s rows were left as they are: the text has changed meanwhile, or "
            "something stands in their way.",
            left,
        )
        messages.warning(request, message % {"count": left})


def say_accepted(request: HttpRequest, count: int) -> None:
    message = ngettext(
        "%(count)s effect is in the draft. It counts when the act is published.",
        "%(count)s effects are in the draft. They count when the act is published.",
        count,
    )
    messages.success(request, message % {"count": count})


def _asked(request: HttpRequest) -> tuple[str, list[str]]:
    for verb in _VERBS:
        if one := request.POST.get(f"{verb}-one"):
            return verb, [one]
    for verb in _VERBS:
        if verb in request.POST and (keys := request.POST.getlist("key")):
            return verb, keys
    return "", []


def row_of(one: Read, page_id: int) -> Row:
    """A proposal of this page's draft in the words of the screen."""
    proposal = one.proposal
    anchor = one.target.provision or proposal.provision
    words = place_words(anchor) or (place_typed(anchor) if anchor else "")
    act: Any = proposal.act
    return Row(
        read=one,
        kind=str(EFFECT_LABELS[EffectKind(proposal.kind)]),
        act=one.target.symbol or (act.name if act else ""),
        place=capitalised(words) if words else "",
        sureness=str(SURENESS[proposal.sureness]),
        doubts=[str(DOUBTS[doubt]) for doubt in proposal.doubts],
        obstacle=obstacle_of(one.target),
        choose_url=reverse("proposal_act", args=[page_id, one.key])
        if one.wants_act
        else "",
    )
