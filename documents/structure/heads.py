"""Lines that may open a provision."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from documents.provisions import Level
from documents.quotations import quoted_spans

_TITLE = r"[ \t]*[.:\-]?[ \t]*(?P<{0}>(?![^\W\d_A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ])[^\n]*)$"
_LINE = re.compile(
    r"^[ \t]*(?:"
    r"(?:PHẦN|Phần)[ \t]+(?P<phan>(?:[Tt]hứ|THỨ)[ \t]+\w+(?:[ \t]+\w+)?(?=[ \t]*[.:\n]|[ \t]*$)"
    r"|[IVXLC]{1,7}(?!\w)|\d{1,2}(?!\w)|[A-Z](?!\w))" + _TITLE.format("phan_title") +
    r"|(?:CHƯƠNG|Chương)[ \t]+(?P<chuong>(?:[IVXLC]{1,7}|\d{1,3})[a-zđ]?(?!\w))"
    + _TITLE.format("chuong_title") +
    r"|(?:TIỂU MỤC|Tiểu mục)[ \t]+(?P<tieu_muc>\d{1,3}[a-zđ]?(?!\w))"
    + _TITLE.format("tieu_muc_title") +
    r"|(?:MỤC|Mục)[ \t]+(?P<muc>(?:\d{1,3}|[IVXLC]{1,7})[a-zđ]?(?!\w)|[A-Z](?!\w))"
    + _TITLE.format("muc_title") +
    r"|(?:ĐIỀU|Điều)[ \t]+(?P<dieu>\d{1,4}[a-zđ]{0,2})[ \t]*"
    r"(?:[.:](?!\d)[ \t]*(?P<dieu_title>[^\n]*)|$)"
    r"|(?P<khoan>\d{1,3}[a-zđ]?)\.(?!\d)(?=[ \t]*\S)"
    r"|(?P<diem>[a-zđ]\d?)\)(?=[ \t]*\S)"
    r"|(?P<roman>[IVXL]{1,7})\.[ \t]*(?P<roman_title>[^\n]+)$"
    r"|(?P<phu_luc>(?:PHỤ LỤC|Phụ lục)(?:[ \t]+(?:SỐ|số)?[ \t]*"
    r"(?P<phu_luc_label>[IVXLC]{1,7}|\d{1,3}[a-zđ]?|[A-Z])(?!\w))?)"
    + _TITLE.format("phu_luc_title") +
    r"|(?P<kem_theo>(?i:quy định|quy chế|điều lệ|nội quy|phương án|kế hoạch|chương trình"
    r"|đề án|quy trình|hướng dẫn|danh mục))[ \t]*$"
    r"|(?P<ket_thuc>Nơi nhận[ \t]*:|(?:TM|KT|TL|TUQ)\.[ \t]*[A-ZĐÀ-ỸƯ]{2})"
    r")",
    re.MULTILINE,
)  # fmt: skip
_PROMULGATED = re.compile(r"[Kk]èm theo")
_ATTACHMENT_NOTE = 800

_LEVELS = {
    "phan": Level.PART,
    "chuong": Level.CHAPTER,
    "muc": Level.SECTION,
    "roman": Level.SECTION,
    "tieu_muc": Level.SUBSECTION,
    "dieu": Level.ARTICLE,
    "khoan": Level.CLAUSE,
    "diem": Level.POINT,
    "phu_luc": Level.APPENDIX,
    "kem_theo": Level.ATTACHMENT,
    "ket_thuc": Level.CLOSING,
}
