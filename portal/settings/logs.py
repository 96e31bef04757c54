"""Where the portal's log goes, and how its lines are written."""

from typing import Any

import environ

LINES = {"plain": "portal.logs.lines.PlainLine", "json": "portal.logs.lines.JsonLine"}


def logging(env: environ.Env, *, lines: str = "plain") -> dict[str, Any]:
    """On the standard error, plain for people or JSON where `LOG_LINES` says so."""
    kind = LINES[env.str("LOG_LINES", default=lines)]
    line = {"()": kind}
    if kind == LINES["plain"]:
        line |= {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line},
        "filters": {"discreet": {"()": "portal.work.log_filters.WithoutTraceback"}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line"},
            "discreet": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["discreet"],
            },
        },
        # The words of an exception may hold what a person wrote.
        "loggers": {
            name: {"handlers": ["discreet"], "propagate": False}
            for name in ("django_tasks", "django_tasks_db", "post_office")
        }
        # Django's own handler would write beside ours, in its own way.
        | {
            "django": {"handlers": [], "propagate": True},
            "django.server": {
                "handlers": ["console"],
                "level": "INFO",
                "propagate": False,
            },
        },
        "root": {
            "handlers": ["console"],
            "level": env.str("LOG_LEVEL", default="WARNING"),
        },
    }
