"""What a file of an act is, as long as its editor has not said."""

import re
from collections.abc import Collection

from documents.enums import FileRole
from portal.vietnamese import fold

_WORD = frozenset({"doc", "docx"})
_PAPER = frozenset({"pdf"})
# "Phụ lục II", "bieu_mau_01", "Mẫu số 3": what comes with an act, not the act.
_BESIDE = re.compile(r"(phu luc|pl|bieu mau|bieu so|mau so|mau)\b")


def usual_role(
    names: Collection[str],
    ending: str,
    *,
    has_text: bool | None,
    before: Collection[str],
) -> FileRole:
    """The role of a file with this ending (no dot), by its `names`: file, title.

    The first Word file and the first PDF are the act's own text, unless they are
    named as an appendix; what comes after one of its kind is an appendix. `before`
    are the roles of the files above it; `has_text` is False for a scan.
    """
    if any(_BESIDE.match(_words(name)) for name in names):
        return FileRole.APPENDIX
    kind = ending.lower()
    if kind in _WORD:
        return FileRole.APPENDIX if FileRole.DOCX in before else FileRole.DOCX
    if kind not in _PAPER or {FileRole.SIGNED, FileRole.SCAN} & set(before):
        return FileRole.APPENDIX
    return FileRole.SCAN if has_text is False else FileRole.SIGNED


def _words(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+|\d+", fold(name)))
