"""What the library tells search: acts with articles and files, and initiatives."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from documents import search_needs, search_services  # noqa: F401  register by import
from documents.acts.facets import every_status
from documents.acts.names import capitalised, provision_words
from documents.acts.text import provision_name
from documents.enums import ACTS, INITIATIVES, FileRole
from documents.initiatives.adopters import adopters_of
from documents.initiatives.authors import public_authors
from documents.law.effects import Status
from documents.law.names import (
    folded_codes,
    folded_types,
    known_names,
    looks_known,
)
from documents.law.provisions import Level as Depth
from documents.law.structure import parse_provisions
from documents.law.symbols.distance import slips
from documents.law.symbols.lookup import parse_query
from documents.models import (
    DocumentType,
    Field,
    InitiativePage,
    Issuer,
    RegulationPage,
)
from documents.models.initiative_enums import Kind, ReachLevel
from documents.models.status import shown_status
from portal.kept_rows import KeptRows
from portal.listing.names import named
from portal.search import registry
from portal.search.numbers import Number
from portal.search.page_words import KIND_WORDS, joined, place_words
from portal.search.registry import Card, Description, Part, SearchFacet, States
from portal.text import plain_text

# How readers say how far an initiative has been acknowledged.
LEVEL_WORDS = {
    ReachLevel.BASE: "đã được công nhận ở cơ sở cấp cơ sở",
    ReachLevel.PROVINCE: "đã được công nhận phạm vi ảnh hưởng cấp tỉnh",
    ReachLevel.NATION: "đã được công nhận phạm vi ảnh hưởng toàn quốc",
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
                *_issuer_words(act),
                act.signed_on and f"năm {act.signed_on.year}",
                *(field.name for field in act.fields.all()),
            )
        ),
        facets={
            "loai": [act.type.abbreviation],
            "co-quan": [issuer.pk for issuer in act.issuers],
            "linh-vuc": [field.slug for field in act.fields.all()],
        },
        parts=[*parts, *_files(act)],
    )


def _issuer_words(act: RegulationPage) -> Iterator[str]:
    """Each issuer, long and short."""
    for issuer in act.issuers:
        yield issuer.name
        yield issuer.abbreviation


@registry.describes(InitiativePage)
def describe_initiative(page: InitiativePage) -> Description:
    """What its page shows to everybody, and nothing else."""
    return Description(
        kind=INITIATIVES,
        text="\n".join(
            filter(None, (page.summary, page.search_text(), *decided_and_applied(page)))
        ),
        also=joined(
            (
                KIND_WORDS[INITIATIVES],
                page.code,
                *(author.name for author in public_authors(page.pk)),
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


def decided_and_applied(page: InitiativePage) -> Iterator[str]:
    """Who recognised it and by which decision, and which units do the same, where."""
    for row in (*page.recognitions.all(), *page.assessments.all()):
        decision = row.decision.symbol if row.decision else row.decision_symbol
        yield " ".join(filter(None, (row.by, decision)))
    for unit in adopters_of(page.pk).applied:
        words = (unit.unit, unit.place, unit.adaptation, unit.result, unit.lesson)
        yield "\n".join(filter(None, words))


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
        slips(code, known, 1) <= 1 for known in folded_codes()
    )


def _in_order(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The type before who issued it, however they were typed."""
    return tuple(sorted(codes, key=lambda code: code not in folded_types()))


@registry.gives_synonyms
def abbreviations() -> Iterable[tuple[str, str]]:
    for fact in known_names():
        if len(fact.abbreviation) > 1:
            yield fact.abbreviation, fact.name


#: Of any page its status on a day; of what is no act there is none.
_kept_statuses: KeptRows[int, str] = KeptRows(20_000)


def status_codes(pages: Iterable[int], on: date) -> dict[int, str]:
    """Of each of these pages that is an act."""
    found = _kept_statuses.get(pages, lambda keys: _read_statuses(keys, on), of=on)
    return {pk: code for pk, code in found.items() if code}


def _read_statuses(pages: list[int], on: date) -> dict[int, str]:
    acts = RegulationPage.objects.filter(pk__in=pages).with_status(on)
    none = dict.fromkeys(pages, "")
    return none | dict(acts.order_by().values_list("pk", "status_code"))


@registry.gives_cards(ACTS)
def status_chips(pages: Iterable[int], on: date) -> Mapping[int, Card]:
    return {
        pk: Card(str(shown.label), shown.css)
        for pk, code in status_codes(pages, on).items()
        for shown in [shown_status(code)]
    }


def _states_on(pages: Iterable[int], on: date) -> Mapping[int, Iterable[str]]:
    return {pk: (code,) for pk, code in status_codes(pages, on).items()}


#: Nobody goes by an act that stands so.
OVER = (Status.ENDED, Status.REPLACED, Status.TIME_OVER, Status.SUSPENDED)

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
        over=OVER,
    )
)


_types = named(DocumentType.objects.values_list("abbreviation", "name"))
_issuers = named(Issuer.objects.values_list("pk", "name"))
_fields = named(Field.objects.values_list("slug", "name"))

for facet in (
    SearchFacet(
        "hieu-luc",
        _("Status today"),
        lambda counts, chosen: every_status(),
        order=10,
        of_day=status_codes,
        kind=ACTS,
    ),
    SearchFacet("loai", _("Type of act"), _types, order=20),
    SearchFacet("co-quan", _("Issuing body"), _issuers, order=30),
    SearchFacet("linh-vuc", _("Field of work"), _fields, order=50),
):
    registry.add_facet(facet)
