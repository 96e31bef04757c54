"""Words a line must not break: numbers of acts, dates, names, close compounds."""

import re

_DASH = r"[-‐‑–—−]"
# The text is escaped: "&" in KH&CN is "&amp;", and "&lt" is no part of a code.
_CODE = r"[A-ZĐƯ](?:[A-Za-zĐđƯư]|&amp;)*\d*"
_SYMBOL = rf"\d{{1,5}}[a-zđ]?(?:/\d{{4}})?[/-]{_CODE}(?:(?:{_DASH}|/){_CODE})*"
_DATE = rf"(?:\d{{1,2}} ?{_DASH} ?)?\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?"
_DASHED_DATE = rf"\d{{1,2}}{_DASH}\d{{1,2}}{_DASH}\d{{4}}"
_PHONE = r"(?:\+84|\(?0\d{1,3}\)?)(?:[ .\u00a0]?\d{2,4}){2,4}"
_TOGETHER = re.compile(
    rf"(?<![\w/])(?:{_SYMBOL}|{_DATE}|{_DASHED_DATE}|{_PHONE})(?![\w/])"
)
_HELD = r'<span class="nw">\g<0></span>'
_TAG = re.compile(r"(<[^>]*>)")


def keep_together(markup: str) -> str:
    """Wrap each such word of escaped HTML in ``<span class="nw">``; tags stay."""
    parts = _TAG.split(markup)
    parts[::2] = [_TOGETHER.sub(_HELD, text) for text in parts[::2]]
    return "".join(parts)


_CAPITAL = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_NAME = re.compile(rf"(?<!\w)[{_CAPITAL}]\w+(?: [{_CAPITAL}]\w+){{1,2}}(?!\w)")
# Two syllables that are one word here, and look wrong at the two ends of a heading.
_COMPOUND = re.compile(
    r"(?<!\w)(?:sáng kiến|phổ biến|hội nghị|tập huấn|văn bản|quy định|quyết định|"
    r"nghị quyết|hướng dẫn|hồ sơ|hiệu lực|khoa học|công nghệ|công nhận|đề nghị|"
    r"áp dụng|triển khai|thông báo|báo cáo|cơ sở|mức chi|công sở|trường học)(?!\w)",
    re.IGNORECASE,
)
_NO_BREAK = "\u00a0"
#: What is longer may break between its words: in letters of twice the size on a phone
#: it would break within one.
_LONGEST_HELD = 11


def balanced(markup: str) -> str:
    """A heading's escaped HTML: besides numbers, names and compounds hold."""
    parts = _TAG.split(markup)
    for pattern in (_NAME, _COMPOUND):
        parts[::2] = [pattern.sub(_joined, text) for text in parts[::2]]
    return keep_together("".join(parts))


def _joined(found: re.Match[str]) -> str:
    held = found[0]
    return held.replace(" ", _NO_BREAK) if len(held) <= _LONGEST_HELD else held
