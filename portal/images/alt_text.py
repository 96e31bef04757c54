"""Why a text does not serve as the text alternative of a picture. No Django here."""

import re
from enum import StrEnum

from portal.vietnamese import fold

MAX_LENGTH = 250
# What a text may consist of and still say nothing, unseen characters too.
_BLANK = " .-–—_*\"'\u200b\u2060\ufeff"


class AltProblem(StrEnum):
    EMPTY = "empty"
    PATH = "path"
    FILE_NAME = "file_name"
    NUMBERED = "numbered"
    SAME_AS_CAPTION = "same_as_caption"
    SAME_AS_TITLE = "same_as_title"
    TOO_LONG = "too_long"


_PATH = re.compile(
    r"""
    \b[a-z]:[\\/]                          # C:\Users, d:/anh
    | \\\\\w                               # \\server\share
    | \b(?:file|blob|data|https?):         # an address instead of words
    | (?:^|[\s"'(])/(?:home|users|var|tmp|mnt|media|root|opt|storage)/
    | INetCache | Content\.(?:Word|IE5|Outlook) | AppData
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EXTENSION = (
    r"(?:jpe?g|jfif|png|gif|bmp|webp|avif|hei[cf]|tiff?|svg|ico|psd|wmf|emf|raw|"
    r"pdf|docx?|xlsx?|pptx?|mp4|mov|html?)"
)
_FILE_NAME = re.compile(
    rf"""
    \.{_EXTENSION}$                        # SK1.png, Ảnh hội nghị 1.jpg
    | ^description:\s                      # what Word wrote before a path
    | ^(?:img|dsc[fn]?|pxl|vid|pano|scan|mvi|wp|screen\ ?shot|whatsapp\ image|unnamed|
        untitled|no\ ?name|download|capture)(?![^\W\d_])[\s_()\-.]*(?:\d[\w\s()\-.:]*)?$
    | ^z\d{{6,}}(?:_[0-9a-f]+)?$           # Zalo
    | ^[0-9a-f]{{16,}}$ | ^[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}$
    | ^[\d\s_\-.()]+$                      # 20210125_083000
    | ^[a-z]{{1,4}}[\-_]?\d{{1,8}}$        # SK1
    | ^[\w\-]*_[\w\-]*\d[\w\-]*$           # anh_hoi_nghi_02
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:anh|hinh|hinh anh|buc anh|tranh|so do|bieu do|image|img|picture|pic|photo|"
    r"figure|fig|graphic|clip art|placeholder)"
    r"(?: (?:so|minh hoa|dai dien|bia))?[\s.:#_()\-]*\d*[\s.:)]*$"
)


def problem(
    alt: str | None, *, caption: str = "", title: str = "", filename: str = ""
) -> AltProblem | None:
    """The first reason against `alt`, or None when a reader is served by it.

    `title` is the page's title, `filename` that of the stored file.
    """
    text = " ".join((alt or "").split())
    if not text.strip(_BLANK):
        return AltProblem.EMPTY
    if _PATH.search(text):
        return AltProblem.PATH
    if _FILE_NAME.search(text) or (filename and _spaced(text) == _stem(filename)):
        return AltProblem.FILE_NAME
    folded = _plain(text)
    if _NUMBERED.match(folded):
        return AltProblem.NUMBERED
    if caption and folded == _plain(caption):
        return AltProblem.SAME_AS_CAPTION
    if title and folded == _plain(title):
        return AltProblem.SAME_AS_TITLE
    if len(text) > MAX_LENGTH:
        return AltProblem.TOO_LONG
    return None


def _plain(text: str) -> str:
    """Folded, with the full stop at the end and doubled spaces gone."""
    return " ".join(fold(text).split()).strip(" .,:;!?\"'“”")


def _stem(filename: str) -> str:
    name = filename.replace("\\", "/").rpartition("/")[2]
    return _spaced(re.sub(r"\.\w{1,5}$", "", name))


def _spaced(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", text.casefold())).strip()
