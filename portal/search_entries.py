"""What every page of the portal is found by, unless its room says more."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.kept_rows import KeptRows
from portal.listing.facets import is_key, years
from portal.models import Locality, PortalPage
from portal.search import registry
from portal.search.descriptions import (
    Description,
    SearchFacet,
    Service,
    phrases_of_services,
)
from portal.vietnamese import sort_key

PAGES = "thong-tin"

registry.add_kind(PAGES, _("Information"), 90)

# What official writing shortens, besides the names of issuers and of types.
_SHORT = (
    ("KH&CN", "khoa học và công nghệ"),
    ("GD&ĐT", "giáo dục và đào tạo"),
    ("CNTT", "công nghệ thông tin"),
    ("SKKN", "sáng kiến kinh nghiệm"),
    ("TTHC", "thủ tục hành chính"),
    ("CBCCVC", "cán bộ công chức viên chức"),
    ("VBQPPL", "văn bản quy phạm pháp luật"),
    ("HTX", "hợp tác xã"),
    ("TYT", "trạm y tế"),
    ("BV", "bệnh viện"),
    ("GV", "giáo viên"),
    ("TP", "thành phố"),
    ("SĐT", "số điện thoại"),
    ("VB", "văn bản"),
    ("email", "thư điện tử"),
    ("mail", "thư điện tử"),
    ("web", "cổng"),
)


@registry.describes(PortalPage)
def describe_page(page: PortalPage) -> Description:
    text = "\n".join(filter(None, (page.summary, page.search_text())))
    return Description(kind=PAGES, text=text)


@registry.gives_synonyms
def common_abbreviations() -> Iterable[tuple[str, str]]:
    return _SHORT


class _Place(NamedTuple):
    """How a place is sorted among others, and its name with its kind."""

    order: tuple[str, str]
    name: str


_kept_places: KeptRows[str, _Place] = KeptRows(1_000)


def _places(counts, chosen: Sequence[str]) -> list[tuple[str, str]]:
    asked = filter(is_key, {*counts, *chosen})
    places = _kept_places.get(asked, _read_places).items()
    by_bare_name = sorted(places, key=lambda pair: pair[1].order)
    return [(key, place.name) for key, place in by_bare_name]


def _read_places(keys: list[str]) -> dict[str, _Place]:
    places = Locality.objects.filter(pk__in=keys)
    return {
        str(place.pk): _Place((sort_key(place.name), place.kind), str(place))
        for place in places
    }


registry.add_facet(SearchFacet("nam", _("Year"), years, order=40))
registry.add_facet(SearchFacet("noi", _("Place"), _places, order=60))


_ASKED = phrases_of_services("portal")

if settings.OFFLINE_READING:
    registry.add_services(
        Service(
            _("Saved on this device"),
            _("What you keep to read without a network."),
            "đã lưu trên máy này đọc khi mất mạng không có mạng ngoại tuyến",
            "saved",
            asked=_ASKED["saved"],
            beside=("ticket_lookup/",),
        )
    )
