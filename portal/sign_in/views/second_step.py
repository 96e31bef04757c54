"""The code, or the passkey, after the password."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from portal.guard import TooMany
from portal.guard.responses import try_later
from portal.models import User
from portal.sign_in import factors, limits, passkeys
from portal.sign_in.factors import Means
from portal.sign_in.forms import CodeForm
from portal.sign_in.letters import Happened, tell
from portal.sign_in.sessions import Progress, halfway, mark, progress
from portal.sign_in.views.login import entered, target


@never_cache
@sensitive_post_parameters("code", "answer")
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask whoever gave the password for a code; let them in when it is right."""
    now = timezone.now()
    user = halfway(request, now)
    if user is None or progress(request.session) is not Progress.CODE:
        return redirect("wagtailadmin_login")
    form = CodeForm(request.POST or None)
    status = 200
    if form.is_valid():
        try:
            means = tried(request, user, form, now)
        except TooMany as flood:
            form.add_error("code", limits.refusal(flood))
            response = _page(request, user, form, now)
            return try_later(response, flood.retry_after, status=429)
        if means:
            return _let_in(request, user, means, now)
        form.add_error("code", wrong(form))
        status = 422
    return _page(request, user, form, now, status)


def tried(
    request: HttpRequest, user: User, form: CodeForm, now: datetime
) -> Means | None:
    """Whether code or key is right; a wrong one is counted. Raises TooMany."""
    limits.check_code(request, user.get_username(), now)
    given = form.cleaned_data
    if given["answer"]:
        site = passkeys.Site.of(request)
        right = passkeys.check(
            user, site, asked=given["asked"], answer=given["answer"], now=now
        )
        means = Means.PASSKEY if right else None
    else:
        means = factors.check(user, given["code"])
    if means is None and limits.wrong_code(request, user.get_username(), now):
        tell(user, Happened.GUESSED)
    return means


def wrong(form: CodeForm) -> str:
    if form.cleaned_data["answer"]:
        return _("The passkey was not accepted. Press the button once more.")
    return _(
        "That is not the code. The phone shows a new one every half a minute, and each "
        "code, a recovery code too, works once."
    )


def _let_in(
    request: HttpRequest, user: User, means: Means, now: datetime
) -> HttpResponse:
    # What was learned of the session before it was worth something is worth nothing.
    request.session.cycle_key()
    mark(request.session, Progress.PASSED, now)
    if means is Means.RECOVERY_CODE:
        tell(user, Happened.CODE_USED)
    return entered(request, user)


def _page(
    request: HttpRequest, user: User, form: CodeForm, now: datetime, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "passkey": passkeys.ask(user, passkeys.Site.of(request), now),
        "has_phone": factors.has_phone(user),
        "next": target(request),
    }
    template = "portal/sign_in/second_step.html"
    return render(request, template, context, status=status)
