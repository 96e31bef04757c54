"""The code of a receipt: its key, as people read it out and type it in. Pure."""

import re
import secrets

# Without vowels no word comes up; nothing here is taken for another: no 0 O 1 I 2 Z.
LETTERS = "BCDFGHJKLMNPQRSTVWX3456789"
LENGTH = 12
_PREFIX = "HD"
_GROUP = 4
_PIECES = re.compile(r"[/?#&=]")


def new_code() -> str:
    """56 random bits: whoever guesses meets the limit long before a hit."""
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))


def shown(code: str) -> str:
    """As on the receipt: HD-7K4M-92XB-TT3B."""
    groups = (code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
    return "-".join((_PREFIX, *groups))


def read(typed: str) -> str:
    """The code in what somebody typed, in any case and spacing; empty for none.

    The address of a receipt is read for the code that it ends with.
    """
    found = (_read(piece) for piece in (typed[:100], *_PIECES.split(typed[:300])))
    return next(filter(None, found), "")


def _read(typed: str) -> str:
    kept = "".join(filter(str.isalnum, typed)).upper()
    if len(kept) == len(_PREFIX) + LENGTH:
        kept = kept.removeprefix(_PREFIX)
    is_code = len(kept) == LENGTH and set(kept) <= set(LETTERS)
    return kept if is_code else ""
