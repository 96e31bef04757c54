"""The files of `deploy/` name what is there: commands, settings, whole units."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

DEPLOY = Path(settings.BASE_DIR, "deploy")
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
#: Nobody's machine has these: they are where the manual puts them.
_INSTALLED = "/srv/portal/.venv/bin/"
_NAME = re.compile(r"^#?([A-Z][A-Z0-9_]+)=", re.MULTILINE)


def sources() -> str:
    """All Python of the rooms that is no test."""
    folder = Path(settings.BASE_DIR, "portal")
    files = [path for path in folder.rglob("*.py") if "tests" not in path.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def command(unit: Path) -> list[str]:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(unit, encoding="utf-8")
    return shlex.split(read["Service"]["ExecStart"])


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_understands_every_line_of_a_unit(unit, tmp_path):
    whole = tmp_path / unit.name
    # What a unit starts is looked for where it is installed.
    text = unit.read_text(encoding="utf-8").replace(_INSTALLED, f"{sys.prefix}/bin/")
    whole.write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", whole],
        capture_output=True,
        text=True,
        timeout=60,
    )
    said = [line for line in done.stderr.splitlines() if unit.name in line]
    assert said == []


def test_the_units_command_serves_the_portal_in_production(tmp_path):
    words = command(DEPLOY / "systemd" / "portal.service")
    assert words[0] == f"{_INSTALLED}gunicorn"
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--check-config", *words[1:]],
        env={
            **known,
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "SECRET_KEY": "for-a-test-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF",
            "SITE_URL": "https://portal.example",
            "ALLOWED_HOSTS": "portal.example",
            "VAR_DIR": str(tmp_path),
        },
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_what_is_started_beside_it_is_a_command_of_the_portal():
    words = command(DEPLOY / "systemd" / "portal-worker.service")
    assert words[:2] == [f"{_INSTALLED}python", "manage.py"]
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    started = [
        one["command"].split()
        for one in compose["services"].values()
        if "manage.py" in one.get("command", "")
    ]
    names = {words[2], *(line[line.index("manage.py") + 1] for line in started)}
    assert len(started) == 2
    assert names <= get_commands().keys()


def test_every_part_of_the_compose_file_waits_for_parts_that_are_there():
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    services = compose["services"]
    for name, one in services.items():
        assert set(one.get("depends_on", ())) <= services.keys(), name
        for volume in one.get("volumes", ()):
            assert volume.split(":")[0] in compose["volumes"], name
        if "image" in one:
            # An image without a number is another one each month.
            assert re.search(r":\d+\.\d+", one["image"]), name


def test_every_variable_of_the_sample_is_one_that_the_portal_reads():
    sample = (DEPLOY / "portal.env.sample").read_text(encoding="utf-8")
    named = set(_NAME.findall(sample)) - {"DJANGO_SETTINGS_MODULE"}
    assert len(named) > 10
    # What is read of each bucket stands once, behind its prefix.
    read = sources().replace("{prefix}", "MEDIA_S3")
    assert [name for name in sorted(named) if f'"{name}"' not in read] == []
