"""From the password on, a session says what it still lacks."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.utils import timezone

from portal.sign_in.factors import has_factor
from portal.sign_in.requirement import is_required
from portal.sign_in.sessions import Progress, mark


@receiver(user_logged_in, dispatch_uid="portal.sign_in.progress")
def say_what_is_lacking(request, user, **kwargs) -> None:
    """Whichever screen asked for the password."""
    if has_factor(user):
        state = Progress.CODE
    elif is_required(user):
        state = Progress.PHONE
    else:
        state = Progress.FREE
    mark(request.session, state, timezone.now())
