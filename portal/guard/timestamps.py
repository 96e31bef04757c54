"""When a form was opened, signed so that only we can say it.

No two marks are alike, so that one can stand for one form opened.
"""

import secrets
from datetime import UTC, datetime

from django.core.signing import BadSignature, Signer


def stamp(action: str, now: datetime) -> str:
    """The mark of a form of this action that is opened now."""
    return _signer(action).sign(f"{int(now.timestamp())}.{secrets.token_hex(8)}")


def opened_at(action: str, mark: str) -> datetime | None:
    """When the form with this mark was opened; None for a mark that is not ours."""
    try:
        seconds = int(_signer(action).unsign(mark).partition(".")[0])
        return datetime.fromtimestamp(seconds, UTC)
    except (BadSignature, ValueError, OverflowError):
        return None


def _signer(action: str) -> Signer:
    return Signer(salt=f"portal.guard.{action}")
