"""`make run`: whatever is missing is made, then the portal is served."""

import hashlib
import os
import sys
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core import checks
from django.core.management import call_command
from django.core.management.base import BaseCommand

from portal.gunicorn import WITH_WORKER
from portal.work.loops import drain, worker_name

STAMP = ".collected"
#: Folders under VAR_DIR with people's names in them.
PRIVATE = ("mail", "mail-attachments", "private", "backups")


class Command(BaseCommand):
    help = "Prepare what is missing, load the demonstration once, and serve."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("--workers", default="2")
        parser.add_argument(
            "--no-demo", action="store_true", help="serve an empty portal"
        )
        parser.add_argument(
            "--no-worker",
            action="store_true",
            help="serve without mail, background tasks and periodic jobs",
        )
        parser.add_argument(
            "--prepare-only", action="store_true", help="do all but serve"
        )

    def handle(self, *args, **options) -> None:
        keep_private()
        call_command("build_assets", verbosity=0)
        call_command("build_messages", verbosity=0)
        self._collect_static()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("prepare_site")
        if not options["no_demo"]:
            call_command("load_demo", stdout=self.stdout)
        # The first reader finds the pictures cut and the pages indexed.
        drain(worker_name())
        self._name_what_is_missing()
        if not options["prepare_only"]:
            self._serve(options["workers"], with_worker=not options["no_worker"])

    def _collect_static(self) -> None:
        """Copy, hash and compress the static files, when any has changed."""
        digest = hashlib.sha256(version("wagtail").encode())
        for finder in get_finders():
            for path, storage in finder.list([]):
                stat = Path(storage.path(path)).stat()
                digest.update(f"{path} {stat.st_mtime_ns} {stat.st_size}".encode())
        stamp = settings.STATIC_ROOT / STAMP
        if stamp.exists() and stamp.read_text() == digest.hexdigest():
            return
        self.stdout.write("Preparing the static files …")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(digest.hexdigest())

    def _name_what_is_missing(self) -> None:
        """Print what the portal would like to have: it runs without."""
        for message in checks.run_checks():
            self.stderr.write(f"{message}\n")

    def _serve(self, workers: str, *, with_worker: bool) -> None:
        """Become the server, on the port that the environment names.

        It starts the worker as its child and ends it with itself.
        """
        address = f"http://127.0.0.1:{settings.PORT}"
        self.stdout.write(f"\n  {address}/\n  {address}/admin/\n\n")
        self.stdout.flush()
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": os.environ.get(
                "DJANGO_SETTINGS_MODULE", "portal.settings.local"
            ),
            WITH_WORKER: "1" if with_worker else "",
        }
        command = [sys.executable, "-m", "gunicorn", "portal.wsgi:application"]
        command += ["--bind", f"127.0.0.1:{settings.PORT}", "--workers", workers]
        command += ["--threads", "4", "--log-level", "warning"]
        command += ["--config", "python:portal.gunicorn"]
        os.execve(sys.executable, command, environment)  # noqa: S606  our own words


def keep_private() -> None:
    """Make what holds people's names readable by the portal's own account alone."""
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    for name in PRIVATE:
        folder = settings.VAR_DIR / name
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        # The files that SQLite writes beside it take its mode.
        Path(database["NAME"]).touch(mode=0o600)
        Path(database["NAME"]).chmod(0o600)
