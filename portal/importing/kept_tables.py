"""An uploaded table between its trial run and the confirmation.

It lies with the files nobody is served, under a name only its owner's screen knows,
and for a day at the most: nothing of it is in the database before it is confirmed.
"""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

FOLDER = "imports"
GOOD_FOR = timedelta(hours=24)


class TableGone(Exception):
    """There is no such table of this person's, or no longer."""


def keep(raw: bytes, ending: str, *, user_id: int | None) -> str:
    """Put a table aside; answers with the key that finds it again."""
    key = f"{token_urlsafe(16)}.{ending}"
    _storage().save(_path(user_id, key), ContentFile(raw))
    return key


def take_up(key: str, *, user_id: int | None) -> bytes:
    """The table as it was uploaded. Raises TableGone."""
    try:
        with _storage().open(_path(user_id, key), "rb") as file:
            return file.read()
    except OSError as error:
        raise TableGone from error


def drop(key: str, *, user_id: int | None) -> None:
    _storage().delete(_path(user_id, key))


def forget_old(now: datetime) -> int:
    """Delete what nobody confirmed within a day; answers how many."""
    storage, dropped = _storage(), 0
    try:
        names = storage.listdir(FOLDER)[1]
    except FileNotFoundError:
        return 0
    for name in names:
        path = f"{FOLDER}/{name}"
        made = storage.get_modified_time(path)
        if timezone.is_naive(made):
            made = timezone.make_aware(made)
        if now - made > GOOD_FOR:
            storage.delete(path)
            dropped += 1
    return dropped


def _storage():
    return storages["private"]


def _path(user_id: int | None, key: str) -> str:
    return f"{FOLDER}/{user_id}-{key}"
