"""A passkey is added: made by the browser, named by its owner."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages

from portal.sign_in import factors, passkeys
from portal.sign_in.forms import CodeForm, PasskeyForm
from portal.sign_in.letters import Happened, tell
from portal.sign_in.sessions import Progress, progress
from portal.sign_in.views.login import target
from portal.sign_in.views.phone import first_codes, is_complete, proves, whose


@never_cache
@sensitive_post_parameters("answer", "old-code", "old-answer")
def passkey_set_up(request: HttpRequest) -> HttpResponse:
    """Add one; beside the first factor of all recovery codes are shown once.

    Who has a factor already proves it: a session left open is not enough.
    """
    now = timezone.now()
    user = whose(request, now)
    if user is None:
        return redirect("wagtailadmin_login")
    site = passkeys.Site.of(request)
    is_first = not factors.has_factor(user)
    sent = request.POST or None
    device = _device(request.headers.get("User-Agent", ""))
    form = PasskeyForm(sent, initial={"name": device})
    old = None if is_first else CodeForm(sent, prefix="old")
    if sent and is_complete(form, old) and proves(request, user, old, now):
        if passkeys.add(user, site, now=now, **form.cleaned_data):
            tell(user, Happened.PASSKEY_ADDED)
            if is_first:
                codes = factors.first_passkey(user, now)
                return first_codes(request, user, codes, now)
            messages.success(request, _("The passkey is added."))
            return redirect("own_factors")
        form.add_error(None, _not_made())
    elif sent and form.has_error("answer"):
        form.add_error(None, _not_made())
    context = {
        "form": form,
        "old": old,
        "new": passkeys.ask_for_new(user, site, now),
        "passkey": passkeys.ask(user, site, now),
        "required": progress(request.session) is Progress.PHONE,
        "next": target(request),
    }
    status = 422 if sent else 200
    return render(request, "portal/sign_in/passkey.html", context, status=status)


def _device(agent: str) -> str:
    """What most people would call the device, from what its browser says of itself."""
    for mark, name in (
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", _("Android phone")),
        ("Windows", _("Windows computer")),
        ("Macintosh", "Mac"),
    ):
        if mark in agent:
            return str(name)
    return _("This device")


def _not_made() -> str:
    return _(
        "No passkey was made on this device. Press the button once more and follow "
        "what the device asks; a device that has a key of yours needs no second one."
    )
