"""Somebody lost phone and recovery codes: an administrator takes the factor off."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from portal.models import User
from portal.sign_in import factors
from portal.sign_in.letters import Happened, tell

CHANGE = "portal.change_user"


def may_reset(actor, user) -> bool:
    """Whether one may take another's off; an administrator's only another one."""
    if not actor.has_perm(CHANGE) or actor.pk == user.pk:
        return False
    return actor.is_superuser or not user.is_superuser


@never_cache
@require_admin_access
def factor_reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take it off, write down who did, and tell its owner."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    user = get_object_or_404(User, pk=pk)
    if not may_reset(request.user, user):
        raise Http404
    if not factors.has_factor(user):
        messages.info(request, _("There is no second step on this account."))
        return redirect("wagtailusers_users:index")
    if request.method == "POST":
        factors.take_off(user, timezone.now())
        tell(user, Happened.RESET, by=request.user)
        messages.success(
            request,
            _("%(name)s signs in with the password next time.")
            % {"name": user.get_full_name() or user.get_username()},
        )
        return redirect("wagtailusers_users:index")
    context = {
        "account": user,
        "page_title": _("Take the second step off an account"),
        "header_title": _("Take the second step off an account"),
        "header_icon": "lock-open",
    }
    return render(request, "portal/sign_in/reset.html", context)
