"""The words readers meet for what the rules call by a code."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.terms import Phase


@dataclass(frozen=True, slots=True)
class ShownPhase:
    """`label` for a row, `sentence` for the panel, `css` for sign and colour."""

    code: str
    label: str
    sentence: str
    css: str
    icon: str


_PHASES = {
    Phase.NOT_YET_OPEN: (
        _("Registration opens soon"),
        _("Registration is not open yet."),
        "soon",
        "clock",
    ),
    Phase.OPEN: (_("Registration is open"), "", "ok", "check"),
    Phase.NEARLY_FULL: (
        _("Few seats left"),
        _("Seats go to those who register first."),
        "few",
        "check",
    ),
    Phase.WAITING_LIST: (
        _("Full, with a waiting list"),
        _("Whoever is first on the waiting list gets the first seat given back."),
        "part",
        "history",
    ),
    Phase.FULL: (
        pgettext_lazy("conference", "Full"),
        _("All seats are taken, and no waiting list is kept."),
        "off",
        "close",
    ),
    Phase.CLOSED: (
        _("Registration is closed"),
        _("Whoever has a ticket can still correct or cancel it there."),
        "chk",
        "close",
    ),
    Phase.PAST: (
        _("Already held"),
        _("The conference is over. Programme and materials stay here."),
        "chk",
        "history",
    ),
    Phase.POSTPONED: (
        pgettext_lazy("phase", "Postponed"),
        _("It does not take place on the day given. Tickets stay valid."),
        "part",
        "clock",
    ),
    Phase.CANCELLED: (
        pgettext_lazy("phase", "Called off"),
        _("The conference does not take place."),
        "off",
        "close",
    ),
    Phase.BY_INVITATION: (
        _("By invitation only"),
        _("Agencies register their people with the link in the invitation."),
        "soon",
        "mail",
    ),
    Phase.ELSEWHERE: (
        _("No registration on this portal"),
        _("Ask the organiser how to take part."),
        "chk",
        "info",
    ),
}


def shown_phase(phase: Phase) -> ShownPhase:
    return ShownPhase(phase.value, *_PHASES[phase])
