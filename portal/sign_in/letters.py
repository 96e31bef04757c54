"""Letters to somebody whose way of signing in has changed, or is being tried."""

from enum import Enum

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from portal import mail
from portal.mail.names import name_letters
from portal.models import User

TEMPLATE = "portal/sign_in"

name_letters({TEMPLATE: _("Change in how you sign in")})


class Happened(Enum):
    """What happened: the name of its row in the log, and the words of the letter."""

    SET_UP = "set_up", _("A phone was set up for signing in with your account.")
    PASSKEY_ADDED = (
        "passkey_added",
        _("A passkey was added for signing in with your account."),
    )
    PASSKEY_TAKEN_OFF = (
        "passkey_taken_off",
        _("A passkey of your account was removed; it signs nobody in any more."),
    )
    RENEWED = "renewed", _("New recovery codes were made; those of before are void.")
    CODE_USED = "code_used", _("A recovery code was used to sign in.")
    TAKEN_OFF = "taken_off", _("Signing in with a second step was turned off.")
    RESET = "reset", _("An administrator took the second step off your account.")
    GUESSED = (
        "guessed",
        _(
            "Somebody knows your password and has typed wrong codes again and again. "
            "Nobody came in. If it was not you, choose another password now."
        ),
    )

    def __init__(self, key: str, words) -> None:
        self.key = key
        self.words = words

    @property
    def action(self) -> str:
        return f"portal.second_factor.{self.key}"


def tell(user: User, what: Happened, *, by: User | None = None) -> None:
    """Write it down, and a letter to the account's owner where there is an address."""
    log(instance=user, action=what.action, user=by or user)
    if user.email:
        context = {
            "words": what.words,
            "username": user.get_username(),
            "url": settings.SITE_URL + reverse("wagtailadmin_account"),
        }
        mail.queue(TEMPLATE, user.email, context, urgent=True)
