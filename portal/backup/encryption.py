"""Backups locked with age, so that a stolen copy is of no use.

`BACKUP_KEY` is an age identity (`AGE-SECRET-KEY-1…`), with which backups are made and
read, or only its public half (`age1…`): then this machine can make backups and not
read them, and `restore` is given the identity. The age program opens them as well.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from pyrage import DecryptError, IdentityError, RecipientError, decrypt_io, encrypt_io
from pyrage.x25519 import Identity, Recipient

SECRET = "AGE-SECRET-KEY-"  # noqa: S105  how every such key begins


class WrongKey(Exception):
    """The file cannot be opened with this key, or was damaged."""


def new_key() -> tuple[str, str]:
    """A fresh identity and its public half."""
    identity = Identity.generate()
    return str(identity), str(identity.to_public())


def encrypt(source: Path, target: Path, key: str) -> None:
    """Write the source locked. Raises ImproperlyConfigured for what is no key."""
    try:
        if key.startswith(SECRET):
            recipient = Identity.from_str(key).to_public()
        else:
            recipient = Recipient.from_str(key)
    except (IdentityError, RecipientError) as error:
        raise ImproperlyConfigured("BACKUP_KEY is no age key.") from error
    with source.open("rb") as plain, target.open("wb") as locked:
        encrypt_io(plain, locked, [recipient])


def decrypt(source: Path, target: Path, key: str) -> None:
    """Write the source unlocked. Raises WrongKey."""
    try:
        with source.open("rb") as locked, target.open("wb") as plain:
            decrypt_io(locked, plain, [Identity.from_str(key)])
    except (DecryptError, IdentityError, OSError) as error:
        raise WrongKey("The key does not open this backup.") from error


def opens(key: str) -> bool:
    """Whether backups made with the key can be read with it."""
    return not key or key.startswith(SECRET)
