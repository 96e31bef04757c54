"""When a form was opened, signed so that only we can say it. Pure but for the key."""

from datetime import UTC, datetime

from django.core.signing import BadSignature, Signer


def stamp(action: str, now: datetime) -> str:
    """The mark of a form of this action that is opened now."""
    return _signer(action).sign(str(int(now.timestamp())))


def opened_at(action: str, mark: str) -> datetime | None:
    """When the form with this mark was opened; None for a mark that is not ours."""
    try:
        seconds = int(_signer(action).unsign(mark))
        return datetime.fromtimestamp(seconds, UTC)
    except (BadSignature, ValueError, OverflowError):
        return None


def _signer(action: str) -> Signer:
    return Signer(salt=f"portal.guard.{action}")
