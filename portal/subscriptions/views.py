"""A reader follows something, confirms it, sees all of it, and stops."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal import guard, mail
from portal.guard.responses import private, secret
from portal.models import Subscriber, Subscription
from portal.subscriptions import verbs
from portal.subscriptions.forms import SubscriptionForm
from portal.subscriptions.registry import kind_of, subject_of

FORM = "portal/follow.html"
PAGE = "portal/following.html"
SENT = "da-gui"
#: What stands for "all of it" in a form, whose values are never empty.
ALL = "tat-ca"
PER_VISITOR = guard.Limit(20, timedelta(hours=1))
#: Each is a letter to somebody who may not have asked; one reader follows a few things.
PER_ADDRESS = guard.Limit(6, timedelta(days=1))


@dataclass(frozen=True, slots=True)
class SubscriptionOffer:
    """What a page lets its readers follow: itself, or some of `choices` by key."""

    kind: str
    heading: str
    lead: str
    back: str
    key: str = ""
    choices: Sequence[tuple[str, str]] = ()
    chosen: Sequence[str] = ()
    feed_url: str = ""
    name: str = ""


def follow(page, request: HttpRequest, offer: SubscriptionOffer) -> HttpResponse:
    """The form below a page; what it answers is alike for every address."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = SubscriptionForm(
        posted, now=now, choices=offer.choices, initial={"what": list(offer.chosen)}
    )
    context = {
        "page": page,
        "offer": offer,
        "form": form,
        "sent": SENT in request.GET,
        "title": offer.heading,
    }
    if posted is not None:
        try:
            guard.check("follow", request, now, PER_VISITOR)
            if form.is_valid():
                email = form.cleaned_data["email"]
                guard.check("follow", request, now, PER_ADDRESS, subject=email.lower())
                chosen = form.cleaned_data.get("what", [offer.key])
                keys = [""] if ALL in chosen else chosen
                verbs.ask(offer.kind, keys, email, now=now)
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
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the letters: what a press confirms, and all that is followed."""
    subscriber = Subscriber.objects.filter(token=token).first()
    context = {"title": _("What you follow"), "state": "following"}
    if subscriber is None:
        context |= {"state": "gone", "title": _("Letters about changes")}
        return secret(render(request, PAGE, context, status=404))
    if request.method == "POST":
        context |= _decide(request, subscriber)
    rows = list(subscriber.subscriptions.all())
    context["waiting"] = [_shown(row) for row in rows if not row.confirmed_at]
    context["followed"] = [_shown(row) for row in rows if row.confirmed_at]
    context["subscriber"] = subscriber
    context["masked"] = _masked(subscriber.email)
    return secret(render(request, PAGE, context))


def _decide(request: HttpRequest, subscriber: Subscriber) -> dict:
    """What was pressed, done; without a word it is the button that confirms."""
    now, what = timezone.now(), request.POST.get("viec", "")
    if what == "thoi":
        pk = request.POST.get("dong", "")
        is_key = pk.isascii() and pk.isdecimal() and int(pk) < 2**63
        row = verbs.drop(subscriber, int(pk)) if is_key else None
        return {"dropped": _shown(row)} if row else {}
    if what == "lai":
        kind, key = request.POST.get("loai", ""), request.POST.get("khoa", "")
        if len(key) <= 80 and "\x00" not in key:
            verbs.follow_again(subscriber, kind, key, now=now)
        return {}
    verbs.confirm(subscriber, now=now)
    return {"confirmed": True}


def _shown(row: Subscription) -> dict:
    kind = kind_of(row.kind)
    return {
        "pk": row.pk,
        "kind": row.kind,
        "key": row.key,
        "name": kind.name if kind else "",
        "subject": subject_of(row.kind, row.key),
    }


def _masked(email: str) -> str:
    """Enough for its owner, too little for whoever looks over the shoulder."""
    name, _at, host = email.rpartition("@")
    return f"{name[:2]}…@{host}"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """The other link of every letter: a button that deletes the address."""
    subscriber = Subscriber.objects.filter(token=token).first()
    context = {"title": _("Letters about changes"), "state": "stop"}
    if subscriber is None:
        # Pressed twice, or long ago: what was wanted is so already.
        context["state"] = "stopped"
    elif request.method == "POST":
        verbs.stop(subscriber)
        context["state"] = "stopped"
    return secret(render(request, PAGE, context))
