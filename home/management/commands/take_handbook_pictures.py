"""Takes the handbook's pictures anew, from a demonstration made for them."""

import http.client
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.handbook.camera import Camera, LostWay, Shot, Unfit, browser
from home.handbook.pictures import SHOTS

FOLDER = Path(settings.BASE_DIR, "home/static/home/handbook")
#: Making the demonstration takes minutes on a busy machine.
_STARTED_AFTER = 1200


class Command(BaseCommand):
    help = (
        "Make a demonstration in a folder of its own, drive it in headless Chromium "
        "and write the handbook's pictures (WebP) to home/static/home/handbook."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("names", nargs="*", help="only these pictures")
        parser.add_argument(
            "--url",
            help="a fresh demonstration that runs already, with its worker; "
            "its password is that of DEMO_PASSWORD",
        )

    def handle(self, *args, names, url, **options) -> None:
        known = {shot.name for shot in SHOTS}
        if unknown := set(names) - known:
            raise CommandError(f"No such pictures: {', '.join(sorted(unknown))}")
        shots = [shot for shot in SHOTS if not names or shot.name in names]
        try:
            with browser(_chromium()) as opened, _demonstration(url) as (at, password):
                camera = Camera(opened, at, password)
                FOLDER.mkdir(parents=True, exist_ok=True)
                lost = [shot.name for shot in shots if not self._take(camera, shot)]
        except ImportError as missing:
            raise CommandError(
                "Playwright is not installed. It is a development dependency: "
                "pip install -r requirements-dev.txt"
            ) from missing
        if lost:
            raise CommandError(f"Not taken: {', '.join(lost)}")

    def _take(self, camera: Camera, shot: Shot) -> bool:
        try:
            content = camera.take(shot)
        except Unfit:
            self.stderr.write(f"{shot.name}: too heavy at any quality")
            return False
        except LostWay as lost:
            self.stderr.write(f"{shot.name}: {lost}")
            return False
        (FOLDER / f"{shot.name}.webp").write_bytes(content)
        self.stdout.write(f"{shot.name}: {len(content) // 1000} kB")
        self.stdout.flush()
        return True


def _chromium() -> str | None:
    """Debian's; None lets Playwright look for its own."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def _demonstration(url: str | None) -> Iterator[tuple[str, str]]:
    """The address of a demonstration and the password of its users."""
    if url:
        yield url, os.environ.get("DEMO_PASSWORD", "")
        return
    password = secrets.token_urlsafe(12)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = {
            name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ
        } | {
            "VAR_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "portal.settings.local",
            "DEMO_PASSWORD": password,
            "PORT": str(port),
        }
        command = [sys.executable, "manage.py", "run"]
        server = subprocess.Popen(  # noqa: S603  our own words
            command, cwd=settings.BASE_DIR, env=environment
        )
        try:
            _wait(port, server)
            yield f"http://127.0.0.1:{port}", password
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait(port: int, server: subprocess.Popen) -> None:
    for _second in range(_STARTED_AFTER):
        if server.poll() is not None:
            raise CommandError("The demonstration stopped while it was starting.")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(1)
        finally:
            connection.close()
    raise CommandError("The demonstration did not start in twenty minutes.")
