"""An act's status in the one to four words that stand beside its number."""

from django.utils.translation import gettext_lazy as _

from documents.law.effects import Status

_SHORT = {
    Status.UNKNOWN: _("under review"),
    Status.NOT_YET: _("not yet in force"),
    Status.IN_FORCE: _("in force"),
    Status.PARTLY_ENDED: _("partly ended"),
    Status.ENDED: _("no longer in force"),
    Status.SUSPENDED: _("suspended"),
    Status.PARTLY_SUSPENDED: _("partly suspended"),
    Status.APPLIED: _("being applied"),
    Status.REPLACED: _("replaced"),
    Status.TIME_OVER: _("term ended"),
}
_BY_CODE = {str(status.value): words for status, words in _SHORT.items()}


def short_status(status) -> str:
    """The short words for a shown status; its own label for one not known here."""
    return str(_BY_CODE.get(str(status.code), status.label))
