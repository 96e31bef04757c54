"""A phone is set up: the picture to scan, its first code, ten recovery codes."""

import segno
from django.contrib.auth import update_session_auth_hash
from django.core import signing
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from portal.guard import TooMany
from portal.models import User
from portal.sign_in import browsers, factors, limits, passkeys
from portal.sign_in.forms import CodeForm, PhoneForm
from portal.sign_in.letters import Happened, tell
from portal.sign_in.sessions import Progress, halfway, mark, progress
from portal.sign_in.views.login import target
from portal.sign_in.views.second_step import tried, wrong

_SALT = "portal.sign_in.phone"
#: A page left open longer shows another picture.
_LASTS = 3600


@never_cache
@sensitive_post_parameters("code", "key", "old-code", "old-answer")
def phone_set_up(request: HttpRequest) -> HttpResponse:
    """Set a phone up, in place of an earlier one; then show the recovery codes once.

    Who has one already proves it with a code: a session left open is not enough.
    """
    now = timezone.now()
    user = whose(request, now)
    if user is None:
        return redirect("wagtailadmin_login")
    has_one = factors.has_factor(user)
    key = _kept_key(request, user) or factors.new_key()
    sent = request.POST or None
    form = PhoneForm(sent, initial={"key": _signed(key, user)})
    old = CodeForm(sent, prefix="old") if has_one else None
    if sent and is_complete(form, old):
        codes = None
        if proves(request, user, old, now):
            codes = factors.set_up(user, key, _digits(form), now)
            if codes is None:
                form.add_error("code", _not_shown())
        if codes:
            tell(user, Happened.SET_UP)
            return first_codes(request, user, codes, now)
    context = {
        "form": form,
        "old": old,
        "key": _signed(key, user),
        "key_text": factors.key_text(key),
        "picture": segno.make(factors.address(user, key)).svg_data_uri(
            scale=5, border=2, light="#fff"
        ),
        "passkey": passkeys.ask(user, passkeys.Site.of(request), now),
        "required": progress(request.session) is Progress.PHONE,
        "next": target(request),
    }
    status = 422 if sent else 200
    return render(request, "portal/sign_in/phone.html", context, status=status)


def first_codes(
    request: HttpRequest, user: User, codes: list[str], now
) -> HttpResponse:
    """Somebody has a second factor now: in, with the codes beside it."""
    # So far somebody without one was nobody.
    request.user = user
    update_session_auth_hash(request, user)
    mark(request.session, Progress.PASSED, now)
    response = codes_page(request, codes)
    browsers.remember(response, user)
    return response


def codes_page(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The codes, shown this once: nobody can read them later, nor can we."""
    context = {"codes": codes, "next": target(request)}
    return render(request, "portal/sign_in/recovery_codes.html", context)


def whose(request: HttpRequest, now) -> User | None:
    """Who is in, or has given the password and must set something up first."""
    if request.user.is_authenticated:
        return User.objects.get(pk=request.user.pk)
    if progress(request.session) is Progress.PHONE:
        return halfway(request, now)
    return None


def is_complete(form: Form, old: CodeForm | None) -> bool:
    return form.is_valid() and (old is None or old.is_valid())


def proves(request: HttpRequest, user: User, old: CodeForm | None, now) -> bool:
    """Whether it is the owner; nothing to prove where nothing is set up yet."""
    if old is None:
        return True
    try:
        right = tried(request, user, old, now) is not None
    except TooMany as flood:
        old.add_error("code", limits.refusal(flood))
        return False
    if not right:
        old.add_error("code", wrong(old))
    return right


def _digits(form: PhoneForm) -> str:
    return "".join(form.cleaned_data["code"].split())


def _not_shown() -> str:
    return _(
        "The phone does not show this code now. Scan the picture with the app, wait "
        "for the next code and type that; the phone's clock must be right."
    )


def _signed(key: str, user: User) -> str:
    return signing.dumps([user.pk, key], salt=_SALT)


def _kept_key(request: HttpRequest, user: User) -> str | None:
    """The secret of the picture that was scanned, if we made it for this user."""
    try:
        owner, key = signing.loads(
            request.POST.get("key", ""), salt=_SALT, max_age=_LASTS
        )
    except (signing.BadSignature, ValueError):
        return None
    return key if owner == user.pk else None
