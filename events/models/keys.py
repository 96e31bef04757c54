"""Keys and codes of registrations: pure, and the same wherever they are made."""

import secrets

from portal import vietnamese

# Letters and digits nobody mistakes for another, in print or read out loud.
CODE_LETTERS = "ABCDEFGHKLMNPQRSTUVXY3456789"
CODE_LENGTH = 6


def new_token() -> str:
    """128 random bits, as they stand in an address."""
    return secrets.token_urlsafe(16)


def new_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _i in range(CODE_LENGTH))


def person_key(name: str, phone: str) -> str:
    """Equal for one person: the name as matched, and the phone in E.164."""
    return f"{vietnamese.match_key(name)}|{phone}"


def agency_key(name: str) -> str:
    """Equal for spellings of one agency's name."""
    return vietnamese.match_key(name)[:255]


def national(phone: str) -> str:
    """The digits of a number as people dial it at home, without spaces."""
    return f"0{phone[3:]}" if phone.startswith("+84") else phone.lstrip("+")


def search_key(*details: str) -> str:
    """What a search without accents looks through."""
    return vietnamese.fold(" ".join(filter(None, details)))[:1000]
