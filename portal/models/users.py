from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in to the admin.

    Ours from the first migration, so that a field can be added to it without
    moving a table that everything points at.
    """

    def get_full_name(self) -> str:
        """The name in Vietnamese order: family and middle name, then given name."""
        return f"{self.last_name} {self.first_name}".strip()
