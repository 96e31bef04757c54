"""A reader subscribes to changes, confirms it, and stops."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from documents.alerts import subscriptions
from documents.alerts.forms import SubscriptionForm
from documents.models import RegulationIndexPage, RegulationPage, RegulationSubscription
from portal import guard, mail
from portal.guard.responses import private, secret
from portal.page_views import page_view

FORM = "documents/regulation_follow.html"
ANSWER = "documents/regulation_subscription.html"
SENT = "da-gui"
PER_VISITOR = guard.Limit(20, timedelta(hours=1))
PER_ADDRESS = guard.Limit(3, timedelta(days=1))


@page_view(RegulationIndexPage, "theo-doi/", name="follow")
def follow_library(index, request: HttpRequest) -> HttpResponse:
    """A reader asks to be told by e-mail of every change."""
    return _follow(index, request, act=None)


@page_view(RegulationPage, "theo-doi/", name="follow")
def follow_act(act, request: HttpRequest) -> HttpResponse:
    """A reader asks to be told by e-mail when this act changes."""
    return _follow(act, request, act=act)


def _follow(page, request: HttpRequest, *, act) -> HttpResponse:
    """The form on an act's page, or without an act the library's."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = SubscriptionForm(posted, now=now)
    context = {"page": page, "act": act, "form": form, "sent": SENT in request.GET}
    if posted is not None:
        try:
            guard.check("act-follow", request, now, PER_VISITOR)
            if form.is_valid():
                email = form.cleaned_data["email"]
                guard.check(
                    "act-follow", request, now, PER_ADDRESS, subject=email.lower()
                )
                subscriptions.ask(act, email, now=now)
                return redirect(f"{page.get_url(request)}theo-doi/?{SENT}")
        except guard.TooMany as flood:
            return guard.too_many(request, FORM, context, flood)
        except mail.BadAddress:
            form.add_error("email", form.fields["email"].error_messages["invalid"])
    return private(render(request, FORM, context))


# Who has the address of the letter may decide on it; a mail program that stops the
# letters for its owner has no cookie to send along.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the first letter: a button, and what it did."""
    return _decide(request, token, _confirm, "confirm", "confirmed")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow_stop(request: HttpRequest, token: str) -> HttpResponse:
    """The link of every letter: a button that deletes the address."""
    return _decide(request, token, subscriptions.stop, "stop", "stopped")


def _confirm(subscription: RegulationSubscription) -> None:
    subscriptions.confirm(subscription, now=timezone.now())


def _decide(request, token: str, do, asking: str, done: str) -> HttpResponse:
    subscription = (
        RegulationSubscription.objects.select_related("regulation")
        .filter(token=token)
        .first()
    )
    context = {"title": _("Letters about changes"), "state": asking}
    if subscription is None:
        # Pressed twice, or long ago: what was wanted is so already.
        context["state"] = "stopped" if asking == "stop" else "gone"
        index = RegulationIndexPage.objects.live().first()
        context["back_url"] = index.get_url(request) if index else "/"
        status = 200 if asking == "stop" else 404
        return secret(render(request, ANSWER, context, status=status))
    context["act"] = subscription.regulation
    if request.method == "POST":
        do(subscription)
        context["state"] = done
    elif asking == "confirm" and subscription.confirmed_at:
        context["state"] = done
    page = subscription.regulation or RegulationIndexPage.objects.live().first()
    context["back_url"] = page.get_url(request) if page else "/"
    return secret(render(request, ANSWER, context))
