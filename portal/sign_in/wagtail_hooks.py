"""What signing in adds to the admin. Imported by `portal.wagtail_hooks`."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from portal.sign_in.letters import Happened
from portal.sign_in.views.reset import may_reset

_LABELS = {
    Happened.SET_UP: _("Set a phone up for signing in"),
    Happened.PASSKEY_ADDED: _("Add a passkey"),
    Happened.PASSKEY_TAKEN_OFF: _("Remove a passkey"),
    Happened.RENEWED: _("Make new recovery codes"),
    Happened.CODE_USED: _("Sign in with a recovery code"),
    Happened.TAKEN_OFF: _("Turn off signing in with a second step"),
    Happened.RESET: _("Take the second step off an account"),
    Happened.GUESSED: _("Wrong codes after the right password"),
}


@hooks.register("register_log_actions")
def sign_in_actions(actions) -> None:
    for what, label in _LABELS.items():
        actions.register_action(what.action, label, label)


@hooks.register("register_account_menu_item")
def own_factors_item(request: HttpRequest) -> dict[str, object]:
    return {
        "url": reverse("own_factors"),
        "label": _("Signing in with a second step"),
        "help_text": _("A second step after the password, and its recovery codes."),
    }


@hooks.register("register_user_listing_buttons")
def reset_button(user, request_user):
    # Whether there is a phone is asked on the next screen, not of every row.
    if may_reset(request_user, user):
        yield Button(
            _("Take the second step off"),
            url=reverse("factor_reset", args=[user.pk]),
            icon_name="lock-open",
            priority=40,
        )
