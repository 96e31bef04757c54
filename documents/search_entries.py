"""What the library tells search: acts with articles and files, and initiatives."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from documents import (  # noqa: F401  register by import
    search_needs,
    search_numbers,
    search_services,
)
from documents.acts.facets import every_status
from documents.acts.names import capitalised, provision_words
from documents.acts.text import provision_name
from documents.enums import ACTS, INITIATIVES, FileRole
from documents.initiatives.adopters import adopters_of
from documents.initiatives.authors import public_authors
from documents.law.provisions import Level as Depth
from documents.law.structure import parse_provisions
from documents.models import (
    DocumentType,
    Field,
    InitiativePage,
    Issuer,
    RegulationPage,
)
from documents.models.initiative_enums import Kind, ReachLevel
from documents.search_statuses import status_codes
from portal.listing.names import named
from portal.search import registry
from portal.search.descriptions import Description, Part, SearchFacet
from portal.search.page_words import KIND_WORDS, joined, place_words
from portal.text import plain_text

# How readers say how far an initiative has been acknowledged.
LEVEL_WORDS = {
    ReachLevel.BASE: "đã được công nhận ở cơ sở cấp cơ sở",
    ReachLevel.PROVINCE: "đã được công nhận phạm vi ảnh hưởng cấp tỉnh",
    ReachLevel.NATION: "đã được công nhận phạm vi ảnh hưởng toàn quốc",
}
_COSTS = ((1_000_000, "1 triệu"), (5_000_000, "5 triệu"), (10_000_000, "10 triệu"))

_NOUGHTS = re.compile(r"(?<!\d)0+(?=\d)")

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
            filter(
                None,
                (
                    page.summary,
                    page.search_text(),
                    page.cost_note,
                    *decided_and_applied(page),
                ),
            )
        ),
        also=joined(
            (
                KIND_WORDS[INITIATIVES],
                *code_words(page.code),
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


def code_words(code: str) -> Iterator[str]:
    """The number of an initiative as it is, and without the noughts before it."""
    yield code
    if (short := _NOUGHTS.sub("", code)) != code:
        yield short


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
