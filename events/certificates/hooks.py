"""What certificates add to the admin: their screens, and words for the history."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from events.certificates import steps  # noqa: F401  registered by import
from events.certificates.admin_urls import urlpatterns
from events.certificates.verbs import ISSUE, REISSUE, REVOKE


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return urlpatterns


class IssuedFormatter(LogFormatter):
    label = _("Issue certificates")

    def format_message(self, log_entry) -> str:
        text = gettext("Certificates issued: %(count)s, %(first)s to %(last)s")
        return text % log_entry.data


class RevokedFormatter(LogFormatter):
    label = _("Revoke a certificate")

    def format_message(self, log_entry) -> str:
        return gettext("Certificate %(number)s revoked: %(reason)s") % log_entry.data


class ReissuedFormatter(LogFormatter):
    label = _("Issue a certificate anew")

    def format_message(self, log_entry) -> str:
        text = gettext("Certificate %(new)s issued in place of %(number)s: %(reason)s")
        return text % log_entry.data


@hooks.register("register_log_actions")
def certificate_actions(actions) -> None:
    actions.register_action(ISSUE)(IssuedFormatter)
    actions.register_action(REVOKE)(RevokedFormatter)
    actions.register_action(REISSUE)(ReissuedFormatter)
