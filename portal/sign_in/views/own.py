"""One's own second factor: what there is, new recovery codes, and without it."""

from datetime import datetime

from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from portal.guard import TooMany
from portal.models import User
from portal.sign_in import factors, limits, passkeys
from portal.sign_in.factors import Factors
from portal.sign_in.forms import CodeForm
from portal.sign_in.letters import Happened, tell
from portal.sign_in.requirement import is_required
from portal.sign_in.sessions import Progress, mark
from portal.sign_in.views.phone import codes_page
from portal.sign_in.views.second_step import tried, wrong

RENEW = "renew"
TAKE_OFF = "take-off"
#: Followed by the number of a passkey.
REMOVE = "remove-"


@never_cache
@require_admin_access
@sensitive_post_parameters("code", "answer")
def own_factors(request: HttpRequest) -> HttpResponse:
    """Show them; with a code, print new recovery codes or turn it off."""
    now = timezone.now()
    user = User.objects.get(pk=request.user.pk)
    owned = factors.factors_of(user)
    required = is_required(user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and not owned:
        return redirect("phone_set_up")
    if form.is_valid():
        wanted = request.POST.get("do", "")
        if required and _leaves_nothing(owned, wanted):
            raise PermissionDenied
        try:
            if tried(request, user, form, now):
                return _do(request, user, wanted, now)
            form.add_error("code", wrong(form))
        except TooMany as flood:
            form.add_error("code", limits.refusal(flood))
    context = {
        "owned": owned,
        "required": required,
        "removable": not required or len(owned) > 1,
        "form": form,
        "passkey": passkeys.ask(user, passkeys.Site.of(request), now),
        "page_title": _("Signing in with a second step"),
        "header_title": _("Signing in with a second step"),
        "header_icon": "lock",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/sign_in/own.html", context, status=status)


def _leaves_nothing(owned: Factors, wanted: str) -> bool:
    """Whether what is wanted takes away the last factor."""
    last_key = len(owned) == 1 and bool(owned.passkeys)
    return wanted == TAKE_OFF or (last_key and wanted.startswith(REMOVE))


def _do(request: HttpRequest, user: User, wanted: str, now: datetime) -> HttpResponse:
    number = wanted.removeprefix(REMOVE)
    if wanted.startswith(REMOVE) and number.isdecimal():
        if factors.take_passkey_off(user, int(number), now):
            tell(user, Happened.PASSKEY_TAKEN_OFF)
            messages.success(request, _("The passkey is removed."))
    elif wanted == TAKE_OFF:
        factors.take_off(user, now)
        tell(user, Happened.TAKEN_OFF)
        messages.success(request, _("From now on your password alone is asked for."))
    else:
        codes = factors.renew_codes(user)
        tell(user, Happened.RENEWED)
        return codes_page(request, codes)
    update_session_auth_hash(request, user)
    if not factors.has_factor(user):
        mark(request.session, Progress.FREE, now)
    return redirect("own_factors")
