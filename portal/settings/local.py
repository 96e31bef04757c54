"""The embedded default of `make run`: one machine, SQLite, files under var/."""

import os
import secrets

from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR_DIR, env


def _kept_secret() -> str:
    """Return this machine's secret key, made on the first start."""
    path = VAR_DIR / "secret-key.txt"
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(key := secrets.token_urlsafe(50))
    return key


DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or _kept_secret()
