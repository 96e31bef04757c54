"""How often something was tried, without saying who tried."""

from django.db import models


class GuardSalt(models.Model):
    """The secret that hashes one day's visitors; with it goes the way back to them."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField(max_length=32)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.day}"


class GuardCount(models.Model):
    """Attempts at one action by one hashed visitor or subject in one window."""

    action = models.CharField(max_length=50)
    key = models.CharField(max_length=64)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["action", "key", "starts_at"], name="portal_guard_one_count"
            )
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.starts_at}: {self.count}"
