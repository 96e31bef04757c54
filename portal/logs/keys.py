"""Addresses that are keys: whoever reads the log must not get in by it."""

import re

#: As deploy/nginx/portal.conf has them: what follows is a secret.
PREFIXES = (
    "ve",
    "theo-doi",
    "dang-ky-doan",
    "sang-kien/gui",
    "sang-kien/ap-dung",
    "du-lieu-ca-nhan/yeu-cau",
    "hoi-dap/ma",
    "chung-nhan",
    "admin/password_reset/confirm",
    # A table between its trial run and the confirmation.
    "admin/van-ban/nhap-bang",
    "admin/sang-kien/nhap-bang",
)
_KEYED = re.compile(rf"(/(?:{'|'.join(PREFIXES)})/)[^\s\"'<>/][^\s\"'<>]*")
# What somebody searched for, or typed, is nobody's business either.
_QUERY = re.compile(r"(/[^\s\"'?]*)\?[^\s\"']+")


def masked(line: str) -> str:
    """The line with a star in place of every secret part of an address."""
    return _QUERY.sub(r"\1?*", _KEYED.sub(r"\1*", line))
