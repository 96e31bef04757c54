"""Why a certificate is not issued, or not revoked; each in a sentence to be shown."""

from django.utils.translation import gettext as _

from portal.vietnamese.dates import short_date


class CertificateRefused(Exception):
    """Nothing was written; `message` says why."""

    @property
    def message(self) -> str:
        raise NotImplementedError


class AttendanceOpen(CertificateRefused):
    """The number of those present has not been settled."""

    @property
    def message(self) -> str:
        return _(
            "Certificates wait until attendance is closed: until then nobody knows for "
            "certain who was present."
        )


class SettingsMissing(CertificateRefused):
    """Nobody has said who signs."""

    @property
    def message(self) -> str:
        return _("Say first who signs the certificates and for how many hours.")


class PersonMissing(CertificateRefused):
    """Only who was present gets one."""

    @property
    def message(self) -> str:
        return _("This person was not present: the list of attendance decides.")


class AlreadyRevoked(CertificateRefused):
    """Somebody else was quicker."""

    def __init__(self, at) -> None:
        super().__init__(at)
        self.at = at

    @property
    def message(self) -> str:
        day = short_date(self.at)
        return _("This certificate was revoked already, on %(day)s.") % {"day": day}


class NameGone(CertificateRefused):
    """The person's data was erased, so nothing can be printed."""

    @property
    def message(self) -> str:
        return _(
            "This person's data was erased: no certificate can name them any more."
        )
