"""What a listing's template is given."""

from collections import Counter

from django.http import QueryDict

from portal.listing.choices import Choices
from portal.listing.context import facet_data, listing_context
from portal.listing.facets import Facet, every

KINDS = every(("a", "Loại A"), ("b", "Loại B"))
FACETS = (
    Facet("muc", is_single=True, is_tab=True),
    Facet("loai", "Loại", KINDS),
    Facet("nam", "Năm", every(("2020", "2020")), chip=lambda year: f"Năm {year}"),
    Facet("toan-van", labels=every(("chua", "Chưa có toàn văn")), is_single=True),
)
COUNTS = {"loai": Counter({"a": 2}), "nam": Counter({"2020": 1})}


def context(query: str, q: str = "", **more) -> dict:
    choices = Choices.read(QueryDict(query), FACETS, base_url="/ds/", q=q, **more)
    return listing_context(choices, COUNTS)


def test_facets_have_links_and_counts():
    shown = context("loai=b")
    kinds, years = shown["facets"]
    assert (kinds["name"], kinds["title"]) == ("loai", "Loại")
    assert [(one["title"], one["count"], one["url"]) for one in kinds["items"]] == [
        ("Loại A", 2, "/ds/?loai=b&loai=a"),
        ("Loại B", 0, "/ds/"),
    ]
    assert [one["current"] for one in kinds["items"]] == [False, True]
    assert years["items"][0]["url"] == "/ds/?loai=b&nam=2020"
    assert shown["has_facets"]


def test_each_choice_can_be_taken_back_whether_it_is_offered_or_not():
    shown = context("muc=x&loai=la&loai=b&nam=2020&toan-van=chua")
    assert [(one["label"], one["url"]) for one in shown["active_filters"]] == [
        ("Loại B", "/ds/?muc=x&loai=la&nam=2020&toan-van=chua"),
        ("la", "/ds/?muc=x&loai=b&nam=2020&toan-van=chua"),
        ("Năm 2020", "/ds/?muc=x&loai=la&loai=b&toan-van=chua"),
        ("Chưa có toàn văn", "/ds/?muc=x&loai=la&loai=b&nam=2020"),
    ]
    assert shown["clear_url"] == "/ds/"


def test_only_what_has_other_orders_offers_any():
    assert context("sap-xep=cu")["sorts"] == []
    sorts = {"cu": "Cũ trước"}
    assert [one["value"] for one in context("", sorts=sorts)["sorts"]] == ["", "cu"]
    shown = context("sap-xep=cu", "từ", sorts=sorts)
    assert [one["value"] for one in shown["sorts"]] == ["", "moi", "cu"]
    assert shown["sort"] == "cu"


def test_programs_read_no_addresses():
    data = facet_data(context("loai=a")["facets"])
    assert data["nam"] == [
        {"value": "2020", "title": "2020", "count": 1, "current": False}
    ]
