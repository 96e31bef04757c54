"""One's own second factor: what there is, new recovery codes, and without it."""

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
from portal.sign_in import factors, limits
from portal.sign_in.forms import CodeForm
from portal.sign_in.letters import Happened, tell
from portal.sign_in.requirement import is_required
from portal.sign_in.sessions import Progress, mark
from portal.sign_in.views.phone import codes_page
from portal.sign_in.views.second_step import tried, wrong

RENEW = "renew"
TAKE_OFF = "take-off"


@never_cache
@require_admin_access
@sensitive_post_parameters("code")
def own_factors(request: HttpRequest) -> HttpResponse:
    """Show them; with a code, print new recovery codes or turn it off."""
    user = User.objects.get(pk=request.user.pk)
    owned = factors.factors_of(user)
    required = is_required(user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and not owned:
        return redirect("phone_set_up")
    if form.is_valid():
        wanted = request.POST.get("do")
        if wanted == TAKE_OFF and required:
            raise PermissionDenied
        try:
            if tried(request, user, form.cleaned_data["code"], timezone.now()):
                return _do(request, user, wanted)
            form.add_error("code", wrong())
        except TooMany as flood:
            form.add_error("code", limits.refusal(flood))
    context = {
        "owned": owned,
        "required": required,
        "form": form,
        "page_title": _("Signing in with a phone"),
        "header_icon": "lock",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/sign_in/own.html", context, status=status)


def _do(request: HttpRequest, user: User, wanted: str | None) -> HttpResponse:
    now = timezone.now()
    if wanted != TAKE_OFF:
        codes = factors.renew_codes(user)
        tell(user, Happened.RENEWED)
        return codes_page(request, codes)
    factors.take_off(user, now)
    tell(user, Happened.TAKEN_OFF)
    update_session_auth_hash(request, user)
    mark(request.session, Progress.FREE, now)
    messages.success(request, _("From now on your password alone is asked for."))
    return redirect("own_factors")
