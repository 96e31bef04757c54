from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac


class User(AbstractUser):
    """Somebody who signs in to the admin.

    Ours from the first migration, so that a field can be added to it without
    moving a table that everything points at.
    """

    #: Sessions of before have ended: another phone, or none any more.
    sessions_from = models.DateTimeField(null=True, editable=False)

    def get_full_name(self) -> str:
        """The name in Vietnamese order: family and middle name, then given name."""
        return f"{self.last_name} {self.first_name}".strip()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's, which a new password changes; so does `sessions_from` here."""
        of_password = super()._get_session_auth_hash(secret=secret)
        if self.sessions_from is None:
            return of_password
        value = f"{of_password}{self.sessions_from.timestamp()}"
        salt = "portal.models.users.sessions_from"
        return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()
