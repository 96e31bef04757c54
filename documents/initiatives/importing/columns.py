"""The columns of a table of initiatives: what may stand in each cell."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from documents.initiatives.authors import AuthorFacts
from documents.initiatives.figures import number_text
from documents.law.shares import WHOLE, share_excess
from documents.models import Field, InitiativePage, RegulationPage
from documents.models.initiative_enums import Effort, Kind, Lifecycle, Reach
from portal.importing import by_label, one_of, several_of
from portal.models import Locality
from portal.tabular import (
    CellProblem,
    Column,
    parse_bool,
    parse_date,
    parse_number,
    parse_text,
)

_DAY = partial(parse_date, earliest=date(1945, 1, 1))
_A_DAY = _("Day/month/year, for example 19/4/2018.")
_ONE_A_LINE = _("One a line; what stands after a vertical bar explains it.")
_AUTHOR = _(
    "One author a line: name; unit; share in percent; “có” if they agree to be named. "
    "The shares make 100. Dates of birth and telephones do not belong here."
)
_NOT_AN_AUTHOR = _("Write each author as: name; unit; share; có or không.")
_NOT_A_SHARE = _("The shares add up to %(sum)s%%; they have to make exactly 100%%.")


def columns() -> list[Column]:
    """Every column, the choices as the portal has them now."""
    return [
        *_identity_columns(),
        *_description_columns(),
        *_result_columns(),
        *_decision_columns(),
    ]


def _identity_columns() -> list[Column]:
    return [
        Column("code", ("Số hồ sơ", "Mã hồ sơ", "Mã"), True, _words("code")),
        Column("title", ("Tên sáng kiến", "Tên"), True, _words("title")),
        Column("field", ("Lĩnh vực",), True, one_of(_fields())),
        Column(
            "kinds",
            ("Loại giải pháp",),
            parse=several_of(by_label(Kind)),
            default=(),
            about=_("One or several, divided by semicolons."),
        ),
        Column(
            "unit",
            ("Đơn vị", "Đơn vị tạo ra sáng kiến", "Chủ đầu tư"),
            parse=partial(parse_text, max_length=255),
            about=_("As it was called then; one not known yet is added."),
        ),
        Column(
            "locality",
            ("Địa bàn", "Nơi áp dụng đầu tiên"),
            parse=one_of(_places()),
        ),
        Column(
            "first_applied_on", ("Ngày áp dụng lần đầu",), parse=_DAY, about=_A_DAY
        ),
        Column(
            "lifecycle",
            ("Tình trạng áp dụng",),
            parse=one_of(by_label(Lifecycle)),
        ),
        Column("review_on", ("Ngày rà soát lại",), parse=_DAY, about=_A_DAY),
    ]  # fmt: skip


def _description_columns() -> list[Column]:
    return [
        Column("summary", ("Tóm tắt",), parse=_lines("summary")),
        Column("problem", ("Vấn đề",), True, _lines("problem")),
        Column("before", ("Cách làm trước đó",), parse=_lines("before")),
        Column("solution", ("Giải pháp",), True, _lines("solution")),
        Column("novelty", ("Điểm mới",), parse=_lines("novelty")),
        Column(
            "steps",
            ("Các bước thực hiện", "Các bước"),
            parse=_steps,
            default=(),
            about=_ONE_A_LINE,
        ),
        Column("conditions", ("Điều kiện cần có",), parse=_lines("conditions")),
        Column("applicability", ("Phù hợp với ai",), parse=_lines("applicability")),
        Column("limits", ("Giới hạn và bài học",), parse=_lines("limits")),
    ]


def _result_columns() -> list[Column]:
    money = partial(parse_number, whole=True, minimum=0, maximum=10**15)
    return [
        Column("cost", ("Chi phí áp dụng (đồng)", "Chi phí áp dụng"), parse=money),
        Column("cost_note", ("Chi phí dùng vào",), parse=_words("cost_note")),
        Column("effort", ("Thời gian để áp dụng",), False, one_of(by_label(Effort))),
        Column(
            "benefit",
            ("Chỉ tiêu được đo",),
            parse=partial(parse_text, max_length=160),
            about=_("What got better; the next columns say by how much."),
        ),
        Column("baseline", ("Giá trị trước",), parse=_amount),
        Column("result", ("Giá trị sau",), parse=_amount),
        Column("measure", ("Đơn vị tính",), parse=partial(parse_text, max_length=40)),
    ]


def _decision_columns() -> list[Column]:
    text = partial(parse_text, max_length=255)
    symbol = partial(parse_text, max_length=80)
    return [
        Column("recognised_by", ("Cơ quan công nhận",), parse=text),
        Column("recognised_on", ("Ngày công nhận",), parse=_DAY, about=_A_DAY),
        Column("recognised_symbol", ("Số quyết định công nhận",), parse=symbol),
        Column("reach", ("Phạm vi ảnh hưởng",), False, one_of(by_label(Reach))),
        Column("assessed_by", ("Cơ quan đánh giá phạm vi",), parse=text),
        Column("assessed_on", ("Ngày đánh giá phạm vi",), parse=_DAY, about=_A_DAY),
        Column("basis", ("Văn bản căn cứ",), parse=_regulation,
               about=_("The number of an act of the library.")),
        Column("authors", ("Tác giả",), parse=_authors, default=(), about=_AUTHOR),
        Column(
            "is_sample",
            ("Minh họa",),
            parse=parse_bool,
            about=_("“có” for an invented one: readers see the label."),
        ),
    ]  # fmt: skip


def _words(field: str) -> Callable[[Any], str]:
    longest = InitiativePage._meta.get_field(field).max_length
    return partial(parse_text, max_length=longest)


def _lines(field: str) -> Callable[[Any], str]:
    longest = InitiativePage._meta.get_field(field).max_length
    return partial(parse_text, max_length=longest, multiline=True)


def _amount(value: Any) -> Decimal:
    return parse_number(value, minimum=-(10**11), maximum=10**11)


def _steps(value: Any) -> tuple[tuple[str, str], ...]:
    found = []
    for line in parse_text(value, max_length=20_000, multiline=True).splitlines():
        title, _bar, text = (part.strip() for part in line.partition("|"))
        if title:
            parse_text(title, max_length=160)
            found.append((title, parse_text(text, max_length=1000) if text else ""))
    return tuple(found)


def _authors(value: Any) -> tuple[AuthorFacts, ...]:
    found = []
    for line in parse_text(value, max_length=20_000, multiline=True).splitlines():
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split(";")]
        if len(parts) != 4 or not parts[0]:
            raise CellProblem("told", message=_NOT_AN_AUTHOR)
        name, unit, share, consent = parts
        found.append(
            AuthorFacts(
                name=parse_text(name, max_length=120),
                unit_then=parse_text(unit, max_length=255) if unit else "",
                share=Decimal(
                    parse_number(share.removesuffix("%"), minimum=0, maximum=100)
                ),
                consent=parse_bool(consent),
            )
        )
    if excess := share_excess(author.share for author in found):
        message = _NOT_A_SHARE % {"sum": number_text(WHOLE + excess)}
        raise CellProblem("told", message=message)
    return tuple(found)


def _regulation(value: Any) -> RegulationPage:
    symbol = parse_text(value, max_length=80)
    found = list(RegulationPage.objects.live().filter(symbol=symbol)[:2])
    if len(found) != 1:
        message = _("The library has no such act, or more than one.")
        raise CellProblem("told", message=message)
    return found[0]


def _fields() -> dict[str, Field]:
    return {row.name: row for row in Field.objects.all()}


def _places() -> dict[str, Locality]:
    """Places by kind and name, and by the name alone where that names one."""
    rows = list(Locality.objects.all())
    alone = Counter(row.name for row in rows)
    named = {row.name: row for row in rows if alone[row.name] == 1}
    return {str(row): row for row in rows} | named
