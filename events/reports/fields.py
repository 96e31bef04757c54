"""What a Word template may name: the fields of each paper, and their values. Pure.

The names are Vietnamese without marks, for whoever types them in Word: they stand in
`{{ }}`. Rows of a table repeat from `{%tr for d in doi_tuong %}` to `{%tr endfor %}`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from events.reports.facts import Gathering, Group, Numbers
from events.reports.prose import (
    cited,
    days,
    hours,
    introduced,
    joined,
    lowered,
    place_of,
    two_digits,
)
from portal.vietnamese.dates import long_date, month_numeral

Values = dict[str, Any]

#: Every field of the report, with what it holds; the screen of templates lists them.
COMMON = {
    "co_quan_chu_quan": _("who stands above the unit, in the paper's head"),
    "co_quan": _("the unit, in the paper's head"),
    "don_vi_to_chuc": _("the unit as sentences name it"),
    "ky_hieu": _("letters of the unit behind the number, such as SKHCN"),
    "dia_danh": _("place beside the date"),
    "thang": _("month, as documents write it"),
    "nam": _("year"),
    "ten": _("name of the conference or series"),
    "thoi_gian": _("days, as a sentence goes on with them"),
    "thoi_gian_day_du": _("how many days, hours and days"),
    "dia_diem": _("hall and locality"),
    "muc_dich": _("aims, a list"),
    "noi_dung": _("items of the programme, a list"),
    "van_ban": _("acts presented, as they are cited, a list"),
    "so_van_ban": _("how many acts, two digits"),
    "bao_cao_vien": _("speakers with position and organisation, a list"),
    "bao_cao_vien_lien": _("the same in one sentence"),
    "minh_hoa": _("a word where the conference is a sample, else nothing"),
}
REPORT = {
    **COMMON,
    "cac_lop": _("classes: ten, ngay, dia_diem, co_mat of each"),
    "so_lop": _("how many classes, two digits"),
    "moi": _("people invited"),
    "so_don_vi": _("agencies invited"),
    "dang_ky": _("people registered"),
    "co_mat": _("people present, those who came unregistered among them"),
    "co_mat_da_dang_ky": _("present of the registered"),
    "ty_le": _("per cent of the registered who were present"),
    "den_truc_tiep": _("present without having registered"),
    "vang": _("registered with a seat, and absent"),
    "doi_tuong": _("groups: ten, dang_ky, vang, co_mat, den_truc_tiep of each"),
    "theo_don_vi": _("agencies: the same of each, and moi"),
    "phieu": _("answers to the survey; 0 where nobody answered"),
    "phieu_ty_le": _("per cent of those present who answered"),
    "phieu_dung_duoc": _("answers that found it of use at once or mostly"),
}
INVITATION = {
    **COMMON,
    "kinh_gui": _("the agency the letter is for; dots where it is for nobody yet"),
    "so_nguoi": _("how many people the agency may send; empty where no limit is set"),
    "thanh_phan": _("for whom it is"),
    "lien_ket": _("address at which the agency registers its people"),
    "han_dang_ky": _("until when to register"),
    "lien_he": _("who answers questions"),
    "dien_thoai": _("telephone of the office"),
    "thu_dien_tu": _("e-mail of the office"),
}
_DOTS = "…" * 40


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who sends it: the lines of the head, the place, the day it is made for."""

    parent: str
    unit: str
    unit_in_text: str
    place: str
    month: int
    year: int


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom an invitation is for, and how to answer it."""

    agency: str = ""
    people: int | None = None
    link: str = ""
    deadline: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""


def abbreviation(unit: str) -> str:
    """SKHCN of Sở Khoa học và Công nghệ: the first letters, without "và"."""
    words = [word for word in unit.split() if word.casefold() != "và"]
    return "".join(word[0].upper() for word in words)


def per_cent(part: int, whole: int) -> int:
    """Rounded; 0 of nothing."""
    return round(100 * part / whole) if whole else 0


def report_values(facts: Gathering, head: Letterhead) -> Values:
    """The values of `REPORT`, of a conference or series whose attendance is closed."""
    numbers = facts.counted or Numbers()
    answers = facts.survey.answers if facts.survey else 0
    return {
        **_common(facts, head),
        "cac_lop": [
            {
                "ten": place.title,
                "ngay": days(place.first, place.last),
                "dia_diem": place_of(place),
                "co_mat": place.numbers.present if place.numbers else 0,
            }
            for place in facts.places
        ],
        "so_lop": two_digits(len(facts.places)),
        "moi": two_digits(numbers.invited),
        "so_don_vi": two_digits(numbers.agencies),
        "dang_ky": two_digits(numbers.registered),
        "co_mat": two_digits(numbers.present),
        "co_mat_da_dang_ky": two_digits(numbers.registered_present),
        "ty_le": per_cent(numbers.registered_present, numbers.registered),
        "den_truc_tiep": two_digits(numbers.unregistered),
        "vang": two_digits(numbers.absent),
        "doi_tuong": _lines(numbers.groups),
        "theo_don_vi": _lines(numbers.by_agency),
        "phieu": answers,
        "phieu_ty_le": per_cent(answers, numbers.present),
        "phieu_dung_duoc": facts.survey.found_useful if facts.survey else 0,
    }


def invitation_values(facts: Gathering, head: Letterhead, to: Addressee) -> Values:
    """The values of `INVITATION`."""
    groups = joined([lowered(label) for label in facts.audiences])
    return {
        **_common(facts, head),
        "kinh_gui": to.agency or _DOTS,
        "so_nguoi": two_digits(to.people) if to.people else "",
        "thanh_phan": groups or "người quan tâm đến sáng kiến",
        "lien_ket": to.link,
        "han_dang_ky": to.deadline,
        "lien_he": to.contact,
        "dien_thoai": to.phone,
        "thu_dien_tu": to.email,
    }


def _common(facts: Gathering, head: Letterhead) -> Values:
    return {
        "co_quan_chu_quan": head.parent.upper(),
        "co_quan": head.unit.upper(),
        "don_vi_to_chuc": head.unit_in_text,
        "ky_hieu": abbreviation(head.unit),
        "dia_danh": head.place,
        "thang": month_numeral(head.month),
        "nam": str(head.year),
        "ten": facts.title,
        "thoi_gian": _long_days(facts) or facts.dates_in_words or "…",
        "thoi_gian_day_du": _in_full(facts) or facts.dates_in_words or "…",
        "dia_diem": joined([place_of(place) for place in facts.places]) or "…",
        "muc_dich": [lowered(one.strip().rstrip(".")) for one in facts.purposes],
        "noi_dung": [lowered(topic) for topic in facts.topics],
        "van_ban": [_act(facts, number) for number in range(len(facts.acts))],
        "so_van_ban": two_digits(len(facts.acts)),
        "bao_cao_vien": [introduced(one) for one in facts.speakers],
        "bao_cao_vien_lien": joined([introduced(one) for one in facts.speakers]) or "…",
        "minh_hoa": "Số liệu và tên minh họa." if facts.is_sample else "",
    }


def _act(facts: Gathering, number: int) -> str:
    act = facts.acts[number]
    about, name = act.about.strip().rstrip("."), cited(act, day=long_date)
    return f"{name}: {lowered(about)}" if about else name


def _long_days(facts: Gathering) -> str:
    """ngày 22 tháng 12 năm 2026; từ ngày … đến ngày …"""
    first, last = facts.first, facts.last or facts.first
    if first is None or last is None:
        return ""
    if first == last:
        return long_date(first)
    return f"từ {long_date(first)} đến {long_date(last)}"


def _in_full(facts: Gathering) -> str:
    """01 ngày, từ 07 giờ 30 đến 16 giờ 30 ngày 22 tháng 12 năm 2026."""
    first, last = facts.first, facts.last or facts.first
    if first is None or last is None:
        return ""
    many = f"{two_digits((last - first).days + 1)} ngày"
    at = "" if facts.is_series else hours(facts.places[0].starts, facts.places[0].ends)
    return f"{many}, {at} {_long_days(facts)}" if at else f"{many}, {_long_days(facts)}"


def _lines(lines: tuple[Group, ...]) -> list[Values]:
    """A row each, without those nobody belongs to."""
    known = [one for one in lines if one.invited or one.registered or one.present]
    return [_row(one) for one in known]


def _row(line: Group) -> Values:
    return {
        "ten": line.label,
        "moi": line.invited,
        "dang_ky": line.registered,
        "vang": line.absent,
        "co_mat": line.present,
        "den_truc_tiep": line.unregistered,
    }


def example(fields: Mapping[str, Any]) -> Values:
    """A value for every field, to try a template with before it is kept."""
    row = {
        **dict.fromkeys(("moi", "dang_ky", "vang", "co_mat", "den_truc_tiep"), 1),
        **dict.fromkeys(("ten", "ngay", "dia_diem"), "…"),
    }
    lists = {
        "muc_dich": ["…"],
        "noi_dung": ["…"],
        "van_ban": ["…"],
        "bao_cao_vien": ["…"],
        "cac_lop": [row],
        "doi_tuong": [row],
        "theo_don_vi": [row],
        "phieu": 1,
    }
    return {name: lists.get(name, "…") for name in fields}
