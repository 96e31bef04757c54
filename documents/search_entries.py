"""What the library tells search: acts with articles and files, and initiatives."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from documents.acts.names import capitalised, provision_words
from documents.acts.text import provision_name
from documents.enums import FileRole
from documents.law.effects import Status
from documents.law.names import document_types, folded_types, issuers, looks_known
from documents.law.provisions import Level as Depth
from documents.law.structure import parse_provisions
from documents.law.symbols.distance import slips
from documents.law.symbols.lookup import parse_query
from documents.models import (
    DocumentType,
    Field,
    InitiativeIndexPage,
    InitiativePage,
    Issuer,
    RegulationIndexPage,
    RegulationPage,
)
from documents.models.initiative_enums import Kind, Level
from documents.models.status import shown_status
from portal.search import registry
from portal.search.numbers import Number
from portal.search.page_words import KIND_WORDS, joined, place_words
from portal.search.registry import (
    Card,
    Description,
    Facet,
    Part,
    Service,
    States,
)
from portal.text import plain_text
from portal.vietnamese import fold, sort_key

ACTS, INITIATIVES = "van-ban", "sang-kien"
# How readers say how far an initiative has been acknowledged.
LEVEL_WORDS = {
    Level.BASE: "đã được công nhận ở cơ sở cấp cơ sở",
    Level.PROVINCE: "đã được công nhận phạm vi ảnh hưởng cấp tỉnh",
    Level.NATION: "đã được công nhận phạm vi ảnh hưởng toàn quốc",
}
_COSTS = ((1_000_000, "1 triệu"), (5_000_000, "5 triệu"), (10_000_000, "10 triệu"))
_LONGEST_CODE = 8

registry.add_kind(ACTS, _("Regulations"), 10)
registry.add_kind(INITIATIVES, _("Initiatives"), 30)


@registry.describes(RegulationPage)
def describe_act(act: RegulationPage) -> Description:
    """Articles, appendices and attached files are parts; the rest is the act's own."""
    rest, parts = _pieces(act.text)
    own = (act.short_name, act.summary, plain_text(act.body), rest)
    return Description(
        kind=ACTS,
        text="\n".join(filter(None, own)),
        symbol=act.symbol,
        also=joined(
            (
                KIND_WORDS[ACTS],
                act.type.name,
                act.issuer.name,
                act.issuer.abbreviation,
                act.signed_on and f"năm {act.signed_on.year}",
                *(field.name for field in act.fields.all()),
            )
        ),
        facets={
            "loai": [act.type.abbreviation],
            "co-quan": [act.issuer_id],
            "linh-vuc": [field.slug for field in act.fields.all()],
        },
        parts=[*parts, *_files(act)],
    )


@registry.describes(InitiativePage)
def describe_initiative(page: InitiativePage) -> Description:
    """What its page shows to everybody, and nothing else."""
    return Description(
        kind=INITIATIVES,
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also=joined(
            (
                KIND_WORDS[INITIATIVES],
                page.code,
                page.field.name,
                *(Kind(kind).label for kind in page.kinds),
                cost_words(page.cost),
                page.get_effort_display(),
                page.get_level_display(),
                LEVEL_WORDS.get(page.level, ""),
                page.unit,
                place_words(page.locality),
            )
        ),
        facets={
            "linh-vuc": [page.field.slug],
            "noi": [page.locality_id] if page.locality_id else [],
        },
    )


def cost_words(cost: int | None) -> str:
    """What it costs as readers ask for it; whoever has less to spend finds less."""
    if cost is None:
        return ""
    free = "miễn phí không mất tiền không tốn tiền không tốn kém 0 đồng"
    below = [f"dưới {limit} đồng" for most, limit in _COSTS if cost < most]
    return joined(("" if cost else free, "chi phí", *below))


def _pieces(text: str) -> tuple[str, list[Part]]:
    """What lies in no article or appendix, and each of those with all within it."""
    rest: list[str] = []
    parts: list[tuple[str, str, list[str]]] = []
    inside: list[str] = rest
    with translation.override(settings.LANGUAGE_CODE):
        for piece in parse_provisions(text):
            if piece.level in (Depth.ARTICLE, Depth.APPENDIX, Depth.ATTACHMENT):
                inside = []
                parts.append((_heading(piece), piece.anchor, inside))
            elif piece.level.rank < Depth.ARTICLE.rank:
                inside = rest
            inside.append(piece.text)
    return "".join(rest), [
        Part(heading, f"#{anchor}", "".join(words)) for heading, anchor, words in parts
    ]


def _heading(piece) -> str:
    name = capitalised(provision_words(piece.anchor)) or provision_name(piece)
    return f"{name}. {piece.title}" if piece.title else name


def _files(act: RegulationPage) -> list[Part]:
    """Attached files by their own words, originals only where no text was entered."""
    return [
        Part(row.document.title, row.document.url, row.reading.text, is_file=True)
        for row in act.files.select_related("document__reading")
        if row.reading and (row.role == FileRole.APPENDIX or not act.text)
    ]


@registry.reads_numbers
def read_number(text: str, *, is_part: bool = False) -> Number | None:
    """A number typed in any order, if what stands beside the digits is known."""
    asked = parse_query(text)
    if asked is None or asked.number is None:
        return None
    if not all(map(looks_known if is_part else _may_be_code, asked.codes)):
        return None
    if not asked.codes and asked.year is None:
        return None
    return Number(asked.number, asked.suffix, asked.year, _in_order(asked.codes))


def _may_be_code(code: str) -> bool:
    """Known, or one slip away from a known one (UBDN)."""
    if looks_known(code) or code.startswith("qh"):
        return True
    return 3 <= len(code) <= _LONGEST_CODE and any(
        slips(code, known, 1) <= 1 for known in _codes()
    )


def _in_order(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The type before who issued it, however they were typed."""
    return tuple(sorted(codes, key=lambda code: code not in folded_types()))


@cache
def _codes() -> tuple[str, ...]:
    return tuple(map(fold, (*document_types(), *issuers())))


@registry.gives_synonyms
def abbreviations() -> Iterable[tuple[str, str]]:
    for fact in (*document_types().values(), *issuers().values()):
        if len(fact.abbreviation) > 1:
            yield fact.abbreviation, fact.name


@registry.gives_cards(ACTS)
def status_chips(pages: Iterable[int], on: date) -> Mapping[int, Card]:
    return {
        pk: Card(str(shown.label), shown.css)
        for pk, code in _codes_on(pages, on).items()
        for shown in [shown_status(code)]
    }


def _codes_on(pages: Iterable[int], on: date) -> Mapping[int, str]:
    acts = RegulationPage.objects.filter(pk__in=list(pages)).with_status(on)
    return dict(acts.order_by().values_list("pk", "status_code"))


def _states_on(pages: Iterable[int], on: date) -> Mapping[int, Iterable[str]]:
    return {pk: (code,) for pk, code in _codes_on(pages, on).items()}


registry.add_states(
    States(
        ACTS,
        {
            Status.IN_FORCE: ("con hieu luc", "dang co hieu luc", "co hieu luc"),
            Status.APPLIED: ("con ap dung", "dang ap dung", "con hieu luc"),
            Status.ENDED: ("het hieu luc", "khong con hieu luc", "da bi bai bo"),
            Status.REPLACED: ("bi thay the", "da thay the", "het hieu luc"),
            Status.TIME_OVER: ("het thoi han", "het hieu luc"),
            Status.SUSPENDED: ("ngung hieu luc", "bi dinh chi"),
            Status.PARTLY_SUSPENDED: ("ngung hieu luc mot phan", "ngung hieu luc"),
            Status.PARTLY_ENDED: ("het hieu luc mot phan",),
            Status.NOT_YET: ("chua co hieu luc", "sap co hieu luc"),
            Status.UNKNOWN: ("dang ra soat",),
        },
        _states_on,
    )
)


def _status_labels(codes: Iterable[str]) -> Mapping[str, object]:
    used = set(codes)
    ordered = [*(code for code in Status if code is not Status.UNKNOWN), Status.UNKNOWN]
    return {c.value: shown_status(c).label for c in ordered if c.value in used}


def _type_labels(values: Iterable[str]) -> Mapping[str, object]:
    return _named(DocumentType.objects.values_list("abbreviation", "name"))


def _issuer_labels(values: Iterable[str]) -> Mapping[str, object]:
    return _named(Issuer.objects.values_list("pk", "name"))


def _field_labels(values: Iterable[str]) -> Mapping[str, object]:
    return _named(Field.objects.values_list("slug", "name"))


def _named(pairs: Iterable[tuple]) -> Mapping[str, object]:
    by_name = sorted(pairs, key=lambda pair: sort_key(pair[1]))
    return {str(value): name for value, name in by_name}


for facet in (
    Facet("hieu-luc", _("Status today"), _status_labels, 10, _codes_on, ACTS),
    Facet("loai", _("Type of act"), _type_labels, 20),
    Facet("co-quan", _("Issuing body"), _issuer_labels, 30),
    Facet("linh-vuc", _("Field of work"), _field_labels, 50),
):
    registry.add_facet(facet)


# The field's own words for one thing; editors add theirs.
_SAME = (
    ("mức chi", "mức thưởng"),
    ("mức chi", "tiền thưởng"),
    ("mức chi", "thù lao"),
    ("mức chi", "hỗ trợ kinh phí"),
    ("thưởng bao nhiêu", "mức chi"),
    ("thưởng tiền", "mức chi"),
    ("khen thưởng", "tiền thưởng"),
    ("biểu mẫu", "mẫu đơn"),
    ("biểu mẫu", "tờ khai"),
    ("nộp", "gửi"),
    ("bỏ", "bãi bỏ"),
    ("bị sửa", "sửa đổi"),
    ("HĐSK", "hội đồng sáng kiến"),
    ("SK", "sáng kiến"),
    ("BN", "bệnh nhân"),
    ("người bệnh", "bệnh nhân"),
    ("THCS", "trung học cơ sở"),
)


@registry.gives_synonyms
def words_of_the_field() -> Iterable[tuple[str, str]]:
    return _SAME


@registry.gives_services
def services() -> Iterable[Service]:
    """What can be done with initiatives and acts beside reading them."""
    if index := InitiativeIndexPage.objects.live().first():
        url = index.get_url() or ""
        yield Service(
            _("Propose an initiative"),
            f"{url}gui/",
            _("Send an initiative of your unit to be shown here."),
            "đề xuất gửi nộp giới thiệu đăng sáng kiến của đơn vị xã trường lên cổng "
            "viết dở lưu lại",
        )
        yield Service(
            _("Say what your unit is looking for"),
            f"{url}nhu-cau/gui/",
            _("Others who have solved it can answer."),
            "đăng gửi nhu cầu cần tìm giải pháp sáng kiến nhờ giúp",
        )
        yield Service(
            _("What units are looking for"),
            f"{url}nhu-cau/",
            _("Problems that still want a solution."),
            "bảng nhu cầu các đơn vị đang cần tìm giải pháp gì",
        )
        yield Service(
            _("Initiatives by place"),
            f"{url}theo-dia-ban/",
            _("Where initiatives come from and where they are applied."),
            "xem sáng kiến theo địa bàn xã phường huyện bản đồ",
        )
    if library := RegulationIndexPage.objects.live().first():
        url = library.get_url() or ""
        yield Service(
            _("Follow changes of regulations"),
            f"{url}theo-doi/",
            _("A letter when an act changes."),
            "theo dõi nhận thư email báo khi văn bản thay đổi",
        )
