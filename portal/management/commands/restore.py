"""`manage.py restore NAME`: an empty portal becomes the one that was backed up."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.backup import RestoreRefused, last_backup, restore


class Command(BaseCommand):
    help = (
        "Put a backup back: its checksums, the database's integrity and the row counts "
        "are proved. Stop the server and the worker first."
    )
    # The database may be as empty as can be.
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "backup",
            nargs="?",
            help="a file, or a name of `backup --list`; without it the newest",
        )
        parser.add_argument(
            "--force", action="store_true", help="lose what this portal holds"
        )
        parser.add_argument(
            "--key-file", help="where the key lies, if not in BACKUP_KEY"
        )

    def handle(self, *args, **options) -> None:
        newest = None if options["backup"] else last_backup()
        source = options["backup"] or (newest and newest.name)
        if not source:
            raise CommandError("There is no backup under BACKUP_TO.")
        key = ""
        if options["key_file"]:
            lines = Path(options["key_file"]).read_text("utf-8").split()
            key = next((word for word in lines if word.startswith("AGE-")), "")
        try:
            rows = restore(source, key=key, force=options["force"])
        except RestoreRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{source}: {sum(rows.values())} rows in {len(rows)} tables, as backed up."
        )
