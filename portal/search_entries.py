"""What every page of the portal is found by, unless its room says more."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from portal.models import Locality, PortalPage
from portal.search import registry
from portal.search.registry import Description, SearchFacet
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
)


@registry.describes(PortalPage)
def describe_page(page: PortalPage) -> Description:
    text = "\n".join(filter(None, (page.summary, page.search_text())))
    return Description(kind=PAGES, text=text)


@registry.gives_synonyms
def common_abbreviations() -> Iterable[tuple[str, str]]:
    return _SHORT


def _years(values: Iterable[str]) -> Mapping[str, object]:
    return {year: year for year in sorted(set(values), reverse=True)}


registry.add_facet(SearchFacet("nam", _("Year"), _years, 40))


def _place_labels(values: Iterable[str]) -> Mapping[str, object]:
    places = Locality.objects.filter(pk__in=[v for v in values if v.isdecimal()])
    named = sorted(places, key=lambda place: sort_key(place.name))
    return {str(place.pk): str(place) for place in named}


registry.add_facet(SearchFacet("noi", _("Place"), _place_labels, 60))
