"""The portal that `make run` prepares, demonstration and all: made once, then copied.

`python -m portal.tests.loaded` makes it beforehand.
"""

import os
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from portal.tests import kept

PASSWORD = "chi-de-thu-Chromium"


def environment(folder: Path) -> dict[str, str]:
    """What a command of the portal in this folder runs with, and nothing else."""
    words = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return words | {
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "DEMO_PASSWORD": PASSWORD,
    }


def made(today: date) -> Path:
    """The folder as loaded today, to copy and never to use."""
    # The days of the demonstration count from the day on which it is loaded.
    folder = kept.FOLDER / f"loaded-{kept.digest()}-{today}"
    with kept.locked("loaded"):
        if not folder.exists():
            kept.forget("loaded", but=folder)
            part = kept.FOLDER / "part-loaded"
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
            shutil.copy(kept.migrated_file(), part / "portal.sqlite3")
            subprocess.run(
                [sys.executable, "manage.py", "run", "--prepare-only"],
                cwd=kept.HOUSE,
                env=environment(part),
                stdout=subprocess.DEVNULL,
                check=True,
            )
            part.rename(folder)
    return folder


if __name__ == "__main__":
    made(datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date())
