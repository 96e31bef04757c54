"""The password, and where it leads to."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.contrib.messages import ERROR
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from wagtail.admin.views import account

from portal.guard import TooMany
from portal.guard.responses import try_later
from portal.sign_in import browsers, limits
from portal.sign_in.forms import LoginForm
from portal.sign_in.sessions import OPEN, Progress, progress

_STEPS = {Progress.CODE: "second_step", Progress.PHONE: "phone_set_up"}


def target(request: HttpRequest) -> str:
    """Where somebody wanted to go, if it is here; else the admin's first screen."""
    name = REDIRECT_FIELD_NAME
    wanted = request.POST.get(name) or request.GET.get(name) or ""
    here = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if here else reverse("wagtailadmin_home")


def onward(request: HttpRequest) -> HttpResponse:
    """To what the session still lacks, else to where somebody wanted to go."""
    state = progress(request.session)
    if state not in _STEPS:
        return redirect(target(request))
    return redirect(
        f"{reverse(_STEPS[state])}?{urlencode({REDIRECT_FIELD_NAME: target(request)})}"
    )


def entered(request: HttpRequest, user) -> HttpResponse:
    """The session is open: onward, in a browser that is known from now on."""
    response = redirect(target(request))
    browsers.remember(response, user)
    return response


@method_decorator(never_cache, name="dispatch")
class LoginView(account.LoginView):
    """Wagtail's, with limits and the way to the second step."""

    def get_form_class(self):
        return LoginForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "now": timezone.now()}

    def get(self, request: HttpRequest, *args, **kwargs):
        if progress(request.session) in _STEPS:
            # Halfway in and back here: begin again with the password.
            logout(request)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        super().form_valid(form)
        if progress(self.request.session) in OPEN:
            return entered(self.request, form.get_user())
        return onward(self.request)

    def form_invalid(self, form) -> HttpResponse:
        response = super().form_invalid(form)
        if form.flood:
            try_later(response, form.flood.retry_after, status=429)
        return response


def locked_out(request: HttpRequest, credentials, *args) -> HttpResponse:
    """What django-axes shows when one name was tried too often at one address."""
    flood = TooMany(limits.PER_ACCOUNT.per)
    context = {
        "form": LoginForm(request, now=timezone.now()),
        "messages": [Message(ERROR, limits.refusal(flood))],
        "show_password_reset": account.password_reset_enabled(),
        "next": target(request),
    }
    response = render(request, account.LoginView.template_name, context)
    return try_later(response, flood.retry_after, status=429)
