"""A page saved as one file (.mht, .mhtml): its HTML and its pictures."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default

from home.importer.errors import ImportRefused

MAX_BYTES = 30 * 1024 * 1024
MAX_PARTS = 500


def is_web_archive(raw: bytes) -> bool:
    head = raw[:4000].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def read_web_archive(raw: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The bytes of the page and the pictures by the address they had in it."""
    if len(raw) > MAX_BYTES:
        raise ImportRefused("too_large", size=len(raw) >> 20, limit=MAX_BYTES >> 20)
    if raw.lower().count(b"content-type:") > MAX_PARTS:
        raise ImportRefused("too_complex")
    try:
        message = email.message_from_bytes(raw, policy=default)
        return _parts(message)
    except ImportRefused:
        raise
    # The e-mail parser raises many kinds of error on damaged headers.
    except Exception as error:
        raise ImportRefused("not_decodable") from error


def _parts(message: EmailMessage) -> tuple[bytes, dict[str, bytes]]:
    page = b""
    pictures: dict[str, bytes] = {}
    for part in message.walk():
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        if part.get_content_type() == "text/html" and not page:
            page = _as_utf8(content, part.get_content_charset())
        elif part.get_content_maintype() == "image":
            if location := part.get("Content-Location"):
                pictures[str(location).strip()] = content
            if name := part.get("Content-ID"):
                pictures[f"cid:{str(name).strip(' <>')}"] = content
    if not page:
        raise ImportRefused("empty")
    return page, pictures


def _as_utf8(content: bytes, charset: str | None) -> bytes:
    """The page in UTF-8 when its part says truly what it is written in."""
    try:
        return content.decode(charset or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return content
