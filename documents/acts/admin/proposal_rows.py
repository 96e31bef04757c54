"""Proposed changes in the words of the editor's screens."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.acts.names import capitalised, place_words
from documents.acts.proposal_states import Read
from documents.acts.proposal_targets import Obstacle, Target
from documents.law.amendments import Doubt, Sureness
from documents.law.effects import EffectKind
from documents.law.effects.printed_days import printed
from documents.law.typed_provisions import place_typed
from documents.models.wording import EFFECT_LABELS
from portal.vietnamese.dates import short_date

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
    Obstacle.PART_OF_TERM: gettext_lazy(
        "A term is that of the whole act: enter the effect by hand if it is meant."
    ),
    Obstacle.NO_DAY: gettext_lazy(
        "The text gives no day until which: enter the day first."
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
    Doubt.LAST_DAY_UNCLEAR: gettext_lazy(
        "the text does not say whether its last day still counts: it was counted"
    ),
    Doubt.DAY_NOT_SAID: gettext_lazy("it says no day until which"),
    Doubt.PERHAPS_PART: gettext_lazy("perhaps only some of the act is meant"),
}
SURENESS = {
    Sureness.CERTAIN: gettext_lazy("Read surely"),
    Sureness.LIKELY: gettext_lazy("Read, to be looked at"),
    Sureness.DOUBTFUL: gettext_lazy("Doubtful"),
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
    complete_url: str
    complete_label: str
    until: str

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


def day_label(one: Read) -> str:
    """What the day means that an editor enters; empty where none is wanted."""
    if not one.wants_day:
        return ""
    if one.proposal.kind is EffectKind.POSTPONES:
        return _("The day it begins")
    if one.proposal.kind is EffectKind.SUSPENDS:
        return _("The last day of the suspension")
    return _("The last day of the longer term")


def _until(one: Read) -> str:
    if one.until is None:
        return ""
    words = (
        _("It begins on %(day)s.")
        if one.proposal.kind is EffectKind.POSTPONES
        else _("Up to and including %(day)s.")
    )
    return words % {"day": short_date(printed(one.proposal.kind, one.until))}


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
        doubts=[
            str(DOUBTS[doubt])
            for doubt in proposal.doubts
            if doubt is not Doubt.DAY_NOT_SAID or one.until is None
        ],
        obstacle=obstacle_of(one.target),
        complete_url=reverse("proposal_act", args=[page_id, one.key])
        if one.wants_act or one.wants_day
        else "",
        complete_label=_("Choose the act") if one.wants_act else _("Enter the day"),
        until=_until(one),
    )
