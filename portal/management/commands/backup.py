"""`manage.py backup`: a copy of everything, now."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.backup import backups, make_backup
from portal.backup.encryption import new_key

MB = 1_000_000


class Command(BaseCommand):
    help = (
        "Back up the database and all files under BACKUP_TO, while the portal runs. "
        "The worker does the same every night."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--list", action="store_true", help="name the backups there are"
        )
        parser.add_argument(
            "--new-key",
            action="store_true",
            help="print a fresh BACKUP_KEY and its public half, and make no backup",
        )

    def handle(self, *args, **options) -> None:
        if options["new_key"]:
            secret, public = new_key()
            self.stdout.write(f"BACKUP_KEY={secret}\n# public half: {public}")
        elif options["list"]:
            for backup in backups():
                self._name(backup)
        else:
            self._name(make_backup(timezone.now()))

    def _name(self, backup) -> None:
        self.stdout.write(f"{backup.name}  {backup.size / MB:.1f} MB")
