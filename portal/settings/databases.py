"""The database as the environment names it, with what either engine needs."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA busy_timeout=20000;"
        # Read where the system keeps the file anyway, without copying it.
        "PRAGMA mmap_size=268435456;"
        # What is erased is overwritten, however this SQLite was built.
        "PRAGMA secure_delete=ON;"
    ),
}


def databases(env: environ.Env, folder: Path) -> dict[str, dict[str, Any]]:
    """The database, and beside it the replica that DATABASE_REPLICA_URL names."""
    found = {"default": default(env, folder)}
    if "DATABASE_REPLICA_URL" not in env.ENVIRON:
        return found
    replica: dict[str, Any] = dict(env.db_url("DATABASE_REPLICA_URL"))
    if not all("postgresql" in one["ENGINE"] for one in (*found.values(), replica)):
        raise ImproperlyConfigured(
            "DATABASE_REPLICA_URL follows a PostgreSQL server: both must be postgres://"
        )
    # A replica that is away costs one reader this long, and then none for a while.
    replica.setdefault("OPTIONS", {}).setdefault("connect_timeout", 1)
    replica["TEST"] = {"MIRROR": "default"}
    return found | {"replica": _postgres(replica)}


def default(env: environ.Env, folder: Path) -> dict[str, Any]:
    """Without DATABASE_URL a single file in the folder: see docs/decisions/0002."""
    file = f"sqlite:///{folder / 'portal.sqlite3'}"
    database: dict[str, Any] = dict(env.db_url("DATABASE_URL", default=file))
    if database["ENGINE"] == "django.db.backends.sqlite3":
        # No longer than a server's: see portal/kept_connections.py.
        return {**database, "CONN_MAX_AGE": 60, "OPTIONS": dict(_SQLITE)}
    return _postgres(database)


def _postgres(database: dict[str, Any]) -> dict[str, Any]:
    database["CONN_MAX_AGE"] = 60
    database["CONN_HEALTH_CHECKS"] = True
    options = database.setdefault("OPTIONS", {})
    # Compiling a query takes PostgreSQL longer than any of ours does.
    options.setdefault("options", "-c jit=off")
    # A server that swallows packets must not hang every reader.
    options.setdefault("connect_timeout", 3)
    return database
