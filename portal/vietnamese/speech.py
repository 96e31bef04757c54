"""Text for a voice: numbers, dates and document numbers in the words a reader says."""

import re
from collections.abc import Callable, Mapping

from portal.vietnamese.letters import nfc
from portal.vietnamese.numbers import (
    LARGEST_SPOKEN,
    spoken_digits,
    spoken_month,
    spoken_number,
    spoken_year,
)

TYPE_NAMES = {
    "L": "Luật", "PL": "Pháp lệnh", "NQ": "Nghị quyết", "NĐ": "Nghị định",
    "QĐ": "Quyết định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị", "HD": "Hướng dẫn", "KH": "Kế hoạch", "TB": "Thông báo",
    "BC": "Báo cáo", "TTr": "Tờ trình", "CTr": "Chương trình", "ĐA": "Đề án",
    "CĐ": "Công điện", "VBHN": "Văn bản hợp nhất",
}  # fmt: skip
"""Words that stand before a number of that type, so they are not said twice."""

ISSUER_NAMES = {
    "UBTVQH": "Ủy ban Thường vụ Quốc hội", "QH": "Quốc hội", "CTN": "Chủ tịch nước",
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "TW": "Ban Chấp hành Trung ương",
    "BKHCN": "Bộ Khoa học và Công nghệ", "BTC": "Bộ Tài chính", "BNV": "Bộ Nội vụ",
    "HĐND": "Hội đồng nhân dân", "UBND": "Ủy ban nhân dân",
    "SKHCN": "Sở Khoa học và Công nghệ", "STP": "Sở Tư pháp",
}  # fmt: skip

_IN_PROSE = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "KH&CN": "Khoa học và Công nghệ",
    "KHCN": "Khoa học và Công nghệ",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}
_LETTERS = {
    "a": "a", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "g": "giê",
    "h": "hát", "i": "i", "k": "ca", "l": "e-lờ", "m": "em-mờ", "n": "en-nờ", "o": "o",
    "p": "pê", "q": "quy", "r": "e-rờ", "s": "ét-sì", "t": "tê", "u": "u", "v": "vê",
    "x": "ích-xì", "y": "i dài",
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_DASH = r"[-\u2010-\u2015\u2212]"
_CODE = r"[A-ZĐƯ][A-Za-zĐđƯư&]{0,11}\d{0,2}"
_NUMBER = r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,9})?|\d{1,15}(?:[.,]\d{1,9})?"
_TOKEN = re.compile(
    rf"""
    (?P<symbol>(?<![\w/])(?P<so>[Ss]ố\s{{0,3}})?(?P<n>\d{{1,5}})(?P<suffix>[a-zđ]?)
        (?:/(?P<year>\d{{4}}))?(?:/|{_DASH})
        (?P<codes>{_CODE}(?:(?:{_DASH}|/){_CODE}){{0,4}})(?![\w/]))
  | (?P<date>(?<![\w/])(?P<ngay>[Nn]gày\s{{1,3}})?
        (?:(?P<from>\d{{1,2}})\s?{_DASH}\s?)?
        (?P<d>0?[1-9]|[12]\d|3[01])(?P<sep>[/-])(?P<m>0?[1-9]|1[0-2])(?P=sep)
        (?P<y>\d{{1,4}})(?![\w/]))
  | (?P<dayonly>(?<!\w)(?P<ng>[Nn]gày)\s{{1,3}}(?P<dd>0?[1-9]|[12]\d|3[01])/
        (?P<dm>0?[1-9]|1[0-2])(?![\w/]))
  | (?P<month>(?<!\w)(?P<thang>[Tt]háng)\s{{1,3}}(?P<mm>0?[1-9]|1[0-2])
        (?:/(?P<my>\d{{4}}))?(?![\w/]))
  | (?P<clock>(?<![\w.,])(?P<hh>[01]?\d|2[0-4])(?:h|[ ]?giờ(?:[ ](?=\d))?)
        (?P<mi>[0-5]\d)?(?!\w))
  | (?P<phone>(?<![\w.,+])0\d{{2,3}}(?:[ .]?\d{{3,4}}){{2}}(?![\w.,]?\d))
  | (?P<label>(?<!\w)(?P<unit>[Đđ]iều|[Kk]hoản|[Đđ]iểm)\s{{1,3}}(?P<ln>\d{{0,4}})
        (?P<letter>[abcdđeghiklmnopqrstuvxy])(?!\w))
  | (?P<roman>(?<!\w)(?P<head>[Cc]hương|[Pp]hần|[Mm]ục|[Pp]hụ\slục|[Qq]uý|[Kk]h[óo][áa])
        \s{{1,3}}(?P<numeral>[IVXLC]{{1,8}})(?!\w))
  | (?P<percent>(?<![\w.,])(?P<share>{_NUMBER})\s?%)
  | (?P<fraction>(?<![\w.,/])(?P<over>\d{{1,9}})/(?P<under>\d{{1,9}})(?![\w/]))
  | (?P<number>(?<![\w.,/])(?:{_NUMBER})(?![\w/]|[.,]\d))
  | (?P<short>(?<!\w)(?:{"|".join(sorted(_IN_PROSE, key=len, reverse=True))})(?!\w))
    """,
    re.VERBOSE,
)


def speak_text(text: str, issuer_names: Mapping[str, str] = ISSUER_NAMES) -> str:
    """The text as it should be read out; what is not a number or a code stays.

    Never raises: what it does not understand is left to the voice.
    """
    return _TOKEN.sub(lambda found: _speak(found, issuer_names), nfc(text))


def _speak(found: re.Match[str], issuer_names: Mapping[str, str]) -> str:
    # The outermost group closes last, so it is the alternative that matched.
    kind = found.lastgroup or ""
    if kind == "symbol":
        return _spoken_symbol(found, issuer_names)
    return _SPEAKERS[kind](found)


def _spoken_symbol(found: re.Match[str], issuer_names: Mapping[str, str]) -> str:
    codes = re.split(rf"{_DASH}|/", found["codes"])
    type_name = TYPE_NAMES.get(codes[0], "")
    owners = codes[1:] if type_name else codes
    before = found.string[max(0, found.start() - 40) : found.start()].rstrip()
    said = type_name and not before.lower().endswith(type_name.lower())
    words = [type_name] if said else []
    words += ["số", spoken_number(int(found["n"]))]
    if found["suffix"]:
        words.append(_LETTERS.get(found["suffix"], found["suffix"]))
    if found["year"]:
        words.append(spoken_year(int(found["year"])))
    if owners:
        words.append("của " + _spoken_owners(owners, type_name, issuer_names))
    return " ".join(words)


def _spoken_owners(codes: list[str], type_name: str, names: Mapping[str, str]) -> str:
    """Joint issuers are joined by "và"; a letter's unit just follows its issuer."""
    spoken = [_spoken_owner(code, names) for code in codes]
    return (" và " if type_name else " ").join(spoken)


def _spoken_owner(code: str, names: Mapping[str, str]) -> str:
    body = code.rstrip("0123456789")
    term = code[len(body) :]
    name = names.get(body, body)
    return f"{name} khóa {spoken_number(int(term))}" if term else name


def _spoken_date(found: re.Match[str]) -> str:
    """As printed, even a day that never was: it is for the ear, not the calendar."""
    first = f"{spoken_number(int(found['from']))} đến " if found["from"] else ""
    day = spoken_number(int(found["d"]))
    month, year = spoken_month(int(found["m"])), spoken_year(int(found["y"]))
    return f"{found['ngay'] or 'ngày '}{first}{day} {month} {year}"


def _spoken_month(found: re.Match[str]) -> str:
    month = spoken_month(int(found["mm"])).removeprefix("tháng")
    year = f" {spoken_year(int(found['my']))}" if found["my"] else ""
    return f"{found['thang']}{month}{year}"


def _spoken_day(found: re.Match[str]) -> str:
    day, month = spoken_number(int(found["dd"])), spoken_month(int(found["dm"]))
    return f"{found['ng']} {day} {month}"


def _spoken_clock(found: re.Match[str]) -> str:
    minutes = f" {spoken_number(int(found['mi']))} phút" if found["mi"] else ""
    return f"{spoken_number(int(found['hh']))} giờ{minutes}"


def _spoken_label(found: re.Match[str]) -> str:
    number = f"{spoken_number(int(found['ln']))} " if found["ln"] else ""
    return f"{found['unit']} {number}{_LETTERS[found['letter']]}"


def _spoken_roman(found: re.Match[str]) -> str:
    values = [_ROMAN[char] for char in found["numeral"]]
    following = [*values[1:], 0]
    pairs = zip(values, following, strict=True)
    total = sum(-value if value < after else value for value, after in pairs)
    return f"{found['head']} {spoken_number(total)}"


def _spoken_quantity(written: str) -> str:
    """1.234.567 and 1,5 in Vietnamese writing; 1.5 is read as chapter numbers are."""
    grouped = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", written)
    whole, point, rest = (
        (grouped[1].replace(".", ""), " phẩy ", grouped[2] or "")
        if grouped
        else _at_point(written)
    )
    number = int(whole)
    spoken = spoken_number(number) if number <= LARGEST_SPOKEN else spoken_digits(whole)
    return f"{spoken}{point}{_spoken_decimals(rest)}" if rest else spoken


def _at_point(written: str) -> tuple[str, str, str]:
    whole, comma, rest = written.partition(",")
    if comma:
        return whole, " phẩy ", rest
    whole, _dot, rest = written.partition(".")
    return whole, " chấm ", rest


def _spoken_decimals(digits: str) -> str:
    if digits.startswith("0") or len(digits) > 2:
        return spoken_digits(digits)
    return spoken_number(int(digits))


_SPEAKERS: dict[str, Callable[[re.Match[str]], str]] = {
    "date": _spoken_date,
    "dayonly": _spoken_day,
    "month": _spoken_month,
    "clock": _spoken_clock,
    "phone": lambda found: spoken_digits(found["phone"]),
    "label": _spoken_label,
    "roman": _spoken_roman,
    "percent": lambda found: f"{_spoken_quantity(found['share'])} phần trăm",
    "fraction": lambda found: (
        f"{spoken_number(int(found['over']))} trên {spoken_number(int(found['under']))}"
    ),
    "number": lambda found: _spoken_quantity(found["number"]),
    "short": lambda found: _IN_PROSE[found["short"]],
}
