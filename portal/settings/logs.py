"""Where the portal's log goes, and how its lines are written."""

from typing import Any

import environ


def logging(env: environ.Env) -> dict[str, Any]:
    """Lines for people on the standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
        },
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
        },
        "root": {
            "handlers": ["console"],
            "level": env.str("LOG_LEVEL", default="WARNING"),
        },
    }
