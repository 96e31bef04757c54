"""Issuers as prose names them: "UBND tỉnh Lạng Sơn", "Sở KHCN", "HĐND tỉnh"."""

import re
from dataclasses import dataclass
from functools import cache

from documents.law.names import document_types, issuers
from portal.vietnamese import fold, match_key

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(
    char for char in map(chr, range(0x1EA0, 0x1EFA)) if char.isupper()
)
_KIND = (
    r"[Tt]ỉnh|[Tt]hành\s+phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|[Xx]ã|[Pp]hường"
    r"|[Tt]hị\s+trấn|[Đđ]ặc\s+khu"
)
_ROLE = (
    r"(?:(?:Phó\s+)?Chủ\s+tịch|Thường\s+trực|Ban\s+Thường\s+vụ|Bộ\s+trưởng"
    r"|(?:Phó\s+)?Giám\s+đốc)\s+"
)
# What can follow an issuer's name and is no part of it.
_AFTER_NAME = (
    "về|quy định|ban hành|sửa đổi|bổ sung|bãi bỏ|thay thế|hướng dẫn|ngày|đã|được|có|là"
    "|tại|trên|cho|để|theo|thì|nhằm|triển khai|phê duyệt|công bố|gửi|kèm|số|thực hiện"
    "|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|của|do"
)
_BODY = (
    r"(?:Sở|Bộ|Ban|Cục|Chi\s+cục|Tổng\s+cục|Văn\s+phòng|Ủy\s+ban|Hội|Liên\s+hiệp|Tòa\s+án"
    r"|Viện|Trường|Phòng|Trung\s+tâm|Kho\s+bạc|Bảo\s+hiểm)"
)
_PARTY = r"(?:Tỉnh|Huyện|Thành|Đảng)\s+[uủ][ỷy]"
_SEVERAL_WORDS = r"Văn\s+hóa,\s+Thể\s+thao\s+và\s+Du\s+lịch"


@dataclass(frozen=True, slots=True)
class IssuerMention:
    """`code` is the abbreviation of a known issuer; `place` the named territory."""

    start: int
    end: int
    name: str
    code: str = ""
    place: str = ""


def issuer_at(text: str, position: int) -> IssuerMention | None:
    """The issuer that continues the text from here, after "của" or "do"."""
    lead = _lead().match(text, position)
    return _mention(lead) if lead else None


def joint_issuers_at(text: str, position: int) -> IssuerMention | None:
    """The issuers of a joint act: "của Bộ Tài chính, Bộ Nội vụ và Bộ Tư pháp".

    One mention over all of them, without a code where they are several.
    """
    first = issuer_at(text, position)
    end, several = (first.end if first else 0), False
    while first and (another := _another().match(text, end)):
        end, several = another.end("name"), True
    if not first or not several:
        return first
    name = " ".join(text[first.start : end].split())
    return IssuerMention(first.start, end, name)


def read_issuer(text: str) -> IssuerMention | None:
    """The issuer a field holds: a record's "Ủy ban nhân dân tỉnh Lạng Sơn"."""
    found = _whole().match(" ".join(text.split()))
    return _mention(found) if found else None


def place_key(place: str) -> str:
    """Equal for one territory written with or without its kind: "tỉnh Lạng Sơn"."""
    return fold(re.sub(rf"^(?:{_KIND})\s+", "", " ".join(place.split())))


def _mention(found: re.Match[str]) -> IssuerMention:
    name = " ".join(found["name"].split())
    place = " ".join((found["place"] or "").split())
    known = " ".join((found["known"] or "").split())
    code = _codes().get(_spelling_key(known), "") if known else ""
    return IssuerMention(found.start("name"), found.end("name"), name, code, place)


@cache
def _codes() -> dict[str, str]:
    return {
        _spelling_key(spelling): fact.abbreviation
        for fact in issuers().values()
        for spelling in fact.spellings
    }


def _spelling_key(spelling: str) -> str:
    return match_key(spelling)


@cache
def _name() -> str:
    spellings = sorted(
        (s for fact in issuers().values() for s in fact.spellings),
        key=len,
        reverse=True,
    )
    known = "|".join(map(_flexible, spellings))
    stop = "|".join(_AFTER_NAME.split("|")).replace(" ", r"\s+")
    types = "|".join(map(_flexible, (fact.name for fact in document_types().values())))
    word = rf"(?!(?:{stop})(?!\w))[\w&]{{1,20}}"
    generic = rf"{_BODY}\s+(?:{_SEVERAL_WORDS}|{word}(?:\s+(?:-\s+)?{word}){{0,9}})"
    proper = rf"[{_UPPER}]\w{{0,9}}(?!\w)"
    next_proper = rf"(?!(?:{types}|Ban\s+hành|Về|Sửa\s+đổi|Căn\s+cứ)(?!\w)){proper}"
    place = rf"(?P<place>{proper}(?:\s(?:-\s)?{next_proper}){{0,3}})"
    within = rf"(?:,\s+(?:{_KIND})\s+{proper}(?:\s{next_proper}){{0,3}})?"
    territory = rf"(?:\s+(?:{_KIND})(?:\s+{place}{within})?(?!\w))?"
    body = rf"(?:(?P<known>{known})(?!\w)|{_PARTY}(?!\w)|{generic})"
    return rf"(?P<name>(?:{_ROLE})?{body}{territory})"


def _flexible(spelling: str) -> str:
    """Spaces of any width, and both places of the tone in "Ủy"."""
    pattern = re.escape(spelling).replace(r"\ ", r"\s+").replace(r"\-", "-")
    return pattern.replace("Ủy", "(?:[Ủủ]y|[Uu]ỷ)").replace("Hội", "[Hh]ội")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        rf"\s{{0,4}},?\s{{0,4}}(?:của|do|giữa)\s{{1,4}}(?:liên\s{{1,4}}(?=Bộ))?"
        rf"{_name()}"
    )


@cache
def _another() -> re.Pattern[str]:
    """A further issuer of a joint act, after what joins it to the one before."""
    return re.compile(rf"\s{{0,4}}(?:,|-|và(?!\w))\s{{0,4}}(?:và\s{{1,4}})?{_name()}")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(_name())
