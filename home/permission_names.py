"""Rights by their names: Django writes them into the database in English."""

from django.conf import settings
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

_VERBS = {
    "add": pgettext_lazy("right", "Add %(what)s"),
    "change": pgettext_lazy("right", "Change %(what)s"),
    "delete": pgettext_lazy("right", "Delete %(what)s"),
    "view": pgettext_lazy("right", "See %(what)s"),
}
_OTHERS = {
    "access_admin": gettext_lazy("Sign in to the admin"),
    "bulk_delete_page": gettext_lazy("Delete pages with all below them"),
    "choose_document": gettext_lazy("Choose documents"),
    "choose_image": gettext_lazy("Choose pictures"),
    "export_registration": gettext_lazy("Export registrations"),
    "lock_page": gettext_lazy("Lock pages, and unlock one's own locks"),
    "publish_page": gettext_lazy("Publish pages"),
    "publish_question": gettext_lazy("Publish answers to questions"),
    "retry_mailrecord": gettext_lazy("Send a failed letter again"),
    "see_attendees": gettext_lazy("See attendees"),
    "unlock_page": gettext_lazy("Unlock any page"),
}


def name_permissions() -> None:
    """Write every right's name as the screen of groups should say it."""
    changed = []
    with translation.override(settings.LANGUAGE_CODE):
        for row in Permission.objects.select_related("content_type"):
            name = _name(row)[:255]
            if name != row.name:
                row.name = name
                changed.append(row)
    Permission.objects.bulk_update(changed, ["name"], batch_size=100)


def _name(row: Permission) -> str:
    model = row.content_type.model_class()
    if row.codename in _OTHERS:
        return str(_OTHERS[row.codename])
    if model is None:
        return row.name
    for verb, words in _VERBS.items():
        if row.codename == get_permission_codename(verb, model._meta):
            return str(words) % {"what": model._meta.verbose_name}
    return _(row.name)
