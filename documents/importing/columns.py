"""The columns of a table of acts: what may stand in each cell."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.utils.translation import gettext_lazy as _

from documents.enums import Confidence
from documents.importing import cells
from documents.law.effects import EffectKind
from documents.law.names import issuers as known_issuers
from documents.models import DocumentType, Field, Issuer
from documents.models.wording import STATUS_CHOICES
from portal.importing import by_label, one_of, several_of
from portal.tabular import (
    Column,
    parse_bool,
    parse_date,
)

RELATIONS = {
    EffectKind.AMENDS: ("Sửa đổi",),
    EffectKind.SUPPLEMENTS: ("Bổ sung",),
    EffectKind.REPLACES: ("Thay thế",),
    EffectKind.REPEALS: ("Bãi bỏ",),
    EffectKind.SUSPENDS: ("Ngưng hiệu lực", "Tạm ngưng hiệu lực", "Đình chỉ"),
    EffectKind.GUIDES: ("Hướng dẫn thi hành", "Hướng dẫn"),
    EffectKind.BASED_ON: ("Căn cứ",),
    EffectKind.REFERS_TO: ("Dẫn chiếu",),
    EffectKind.ANNOUNCES: ("Công bố",),
}
_EARLIEST = date(1945, 1, 1)
_DAY = partial(parse_date, earliest=_EARLIEST)
_A_DAY = _("Day/month/year, for example 19/4/2018.")
_RELATED = _(
    "Other acts, one a line or divided by semicolons: the provisions, the number, the "
    "issuer, “từ” and the day it counts from, for example “khoản 2 Điều 5 Quyết định "
    "36/2018/QĐ-UBND của UBND tỉnh Lạng Sơn từ 22/3/2020”. It waits for an editor "
    "unless “đã xác nhận” is added."
)
_SIGNERS = _(
    "Of a joint act one an issuer, divided by semicolons, in the order of the issuers."
)


def columns() -> list[Column]:
    """Every column, the choices as the library has them now."""
    return [*_named(), *_dated(), *_described(), *_related()]


def _named() -> list[Column]:
    return [
        Column(
            "symbol",
            ("Số, ký hiệu", "Số/ký hiệu", "Số ký hiệu", "Số hiệu", "Ký hiệu"),
            required=True,
            parse=cells.symbol,
            about=_("As printed on the act: 36/2018/QĐ-UBND."),
        ),
        Column(
            "title",
            ("Trích yếu", "Trích yếu nội dung", "Tên văn bản"),
            required=True,
            parse=cells.words("title"),
            about=_("What the act is about, without its number."),
        ),
        Column(
            "type",
            ("Loại văn bản", "Hình thức văn bản", "Loại"),
            parse=one_of(_types()),
            about=_("Empty where the number says it."),
        ),
        Column(
            "issuer",
            ("Cơ quan ban hành", "Cơ quan"),
            required=True,
            parse=cells.each_issuer(_issuers()),
            about=_(
                "Its name in full, or as the library abbreviates it. Of a joint act "
                "each, divided by semicolons, the leading one first."
            ),
        ),
        Column("symbol_as_printed", ("Số, ký hiệu trên bản in",), parse=cells.words()),
        Column("short_name", ("Tên gọi tắt",), parse=cells.words("short_name")),
        Column(
            "is_normative",
            ("Quy phạm pháp luật", "Văn bản QPPL"),
            parse=parse_bool,
            about=_("“có” or “không”; empty where the number says it."),
        ),
        Column(
            "signer",
            ("Người ký",),
            parse=cells.one_an_issuer("signer"),
            default=(),
            about=_SIGNERS,
        ),
        Column(
            "signer_title",
            ("Chức vụ người ký",),
            parse=cells.one_an_issuer("signer_title"),
            default=(),
            about=_SIGNERS,
        ),
    ]


def _dated() -> list[Column]:
    return [
        Column("signed_on", ("Ngày ban hành", "Ngày ký"), parse=_DAY, about=_A_DAY),
        Column("published_on", ("Ngày đăng",), parse=_DAY, about=_A_DAY),
        Column(
            "gazette_number",
            ("Số Công báo", "Công báo", "Công báo số"),
            parse=cells.words("gazette_number"),
            about=_("Of the issue of Công báo that printed the act: 15 + 16."),
        ),
        Column(
            "gazette_on",
            ("Ngày Công báo", "Ngày đăng Công báo"),
            parse=_DAY,
            about=_A_DAY,
        ),
        Column(
            "effective_from",
            ("Ngày có hiệu lực", "Ngày hiệu lực"),
            parse=_DAY,
            about=_("Leave empty unless the act itself or its publisher states it."),
        ),
        Column(
            "effective_quote",
            ("Điều khoản hiệu lực",),
            parse=cells.lines,
            about=_("Word for word, with the article: readers see it as the reason."),
        ),
        Column(
            "expires_on",
            ("Ngày hết hiệu lực",),
            parse=_DAY,
            about=_("The first day the act no longer applies."),
        ),
        Column("expires_quote", ("Điều khoản hết hiệu lực",), parse=cells.lines),
        Column(
            "confidence",
            ("Mức tin cậy",),
            parse=one_of(by_label(Confidence)),
            about=_choices(Confidence),
        ),
        Column("checked_on", ("Ngày đối chiếu bản gốc",), parse=_DAY, about=_A_DAY),
        Column(
            "override_status",
            ("Tình trạng theo nguồn khác",),
            parse=one_of({str(label): code for code, label in STATUS_CHOICES}),
            about=_("Stands instead of the computed one; needs its source."),
        ),
        Column("override_source", ("Nguồn của tình trạng",), parse=cells.lines),
    ]


def _described() -> list[Column]:
    return [
        Column("summary", ("Tóm tắt",), parse=cells.words("summary")),
        Column("summary_checked_on", ("Ngày rà soát tóm tắt",), parse=_DAY),
        Column(
            "fields",
            ("Lĩnh vực",),
            parse=several_of(_fields()),
            default=(),
            about=_("One or several, divided by semicolons."),
        ),
        Column(
            "audiences",
            ("Đối tượng",),
            parse=cells.audiences,
            about=_("One or several, divided by semicolons."),
        ),
        Column("source_url", ("Địa chỉ nguồn", "Đường dẫn nguồn"), parse=cells.url),
        Column(
            "attached_label",
            ("Văn bản kèm theo",),
            parse=cells.words("attached_label"),
            about=_("What the act promulgates: Quy định, Quy chế, Điều lệ."),
        ),
        Column(
            "text",
            ("Toàn văn", "Nội dung"),
            parse=cells.full_text,
            about=_("Plain text as signed. Excel keeps 32,767 characters in a cell: "
                    "longer texts come as CSV or JSON."),
        ),
        Column(
            "is_sample",
            ("Minh họa",),
            parse=parse_bool,
            about=_("“có” for an invented act: readers see the label."),
        ),
    ]  # fmt: skip


def _related() -> list[Column]:
    return [
        Column(kind.value, titles, parse=cells.lines, default="", about=_RELATED)
        for kind, titles in RELATIONS.items()
    ]


def _choices(choices) -> str:
    return "; ".join(map(str, choices.labels))


def _types() -> dict[str, DocumentType]:
    found = list(DocumentType.objects.all())
    by_name = {row.name: row for row in found}
    return by_name | {row.abbreviation: row for row in found}


def _fields() -> dict[str, Field]:
    return {row.name: row for row in Field.objects.all()}


def _issuers() -> dict[str, Issuer]:
    """Issuers by every way of naming them that names one alone."""
    rows = list(Issuer.objects.select_related("territory"))
    named: dict[str, list[Issuer]] = {}
    for row in rows:
        for name in dict.fromkeys(_names_of(row)):
            named.setdefault(name, []).append(row)
    unique = {name: found[0] for name, found in named.items() if len(found) == 1}
    return {row.name: row for row in rows if row.name in unique} | unique


def _names_of(row: Issuer) -> Iterable[str]:
    yield row.name
    yield row.abbreviation
    if row.territory:
        kind = row.territory.get_kind_display().lower()
        yield f"{row.abbreviation} {row.territory.name}"
        yield f"{row.abbreviation} {kind} {row.territory.name}"
    elif fact := known_issuers().get(row.abbreviation):
        yield from fact.also_written
