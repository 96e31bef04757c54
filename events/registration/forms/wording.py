"""What a form says about people who resemble one that is registered already."""

from django.utils.translation import gettext_lazy

from events.registration.duplicates import Resemblance

RESEMBLANCES = {
    Resemblance.SAME_PHONE: gettext_lazy(
        "Somebody with another name has registered for this conference with this "
        "telephone number. If that is right, as where one person registers several, "
        "tick the box below."
    ),
    Resemblance.SAME_NAME: gettext_lazy(
        "Somebody of this name and organisation has registered for this conference "
        "with another telephone number. If that is somebody else, tick the box below."
    ),
}
