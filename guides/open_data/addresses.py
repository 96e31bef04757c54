"""The addresses programs may read, beside the bulk files."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from documents.models import InitiativeIndexPage, RegulationIndexPage
from events.models import EventIndexPage


@dataclass(frozen=True, slots=True)
class Address:
    """`format` is as people call it; `url` may be a pattern where `is_pattern`.

    A page for people (`is_page`) is no part of the description for programs.
    """

    url: str
    format: str
    gives: str
    is_pattern: bool = False
    is_page: bool = False


def addresses() -> list[Address]:
    """Every one that is there: an index that is not public has no feed."""
    act = reverse("act_json", args=["36-2018-qd-ubnd"])
    return [
        Address(
            reverse("library_json"),
            "JSON",
            _("The list of acts; its filters are the parameters of the page"),
        ),
        Address(
            act.replace("36-2018-qd-ubnd", "{dia-chi}"),
            "JSON",
            _(
                "One act with its text, relations and files; "
                "ngay=2026-11-28 asks for a day"
            ),
            is_pattern=True,
        ),
        Address(
            reverse("act_xml", args=["36-2018-qd-ubnd"]).replace(
                "36-2018-qd-ubnd", "{dia-chi}"
            ),
            "XML",
            _(
                "The text of an act on a day, every provision with its number, "
                "by the standard Akoma Ntoso; ngay=2026-11-28 asks for a day"
            ),
            is_pattern=True,
        ),
        Address(
            "/van-ban/{loai}/{so}/{nam}",
            _("Page"),
            _(
                "Leads to the act of that type, number and year, wherever its page is: "
                "/van-ban/quyet-dinh/36/2018; of several it gives a list"
            ),
            is_pattern=True,
            is_page=True,
        ),
        Address(
            f"{act.removesuffix('.json').replace('36-2018-qd-ubnd', '{dia-chi}')}"
            "/{dieu}/{khoan}/",
            _("Page"),
            _(
                "One provision on a day: dieu-5/khoan-2/?ngay=2026-11-28; "
                "each has its address (url) in the act's data"
            ),
            is_pattern=True,
            is_page=True,
        ),
        Address(
            reverse("showcase_json"),
            "JSON",
            _("The list of initiatives; its filters are the parameters of the page"),
        ),
        Address(
            reverse("search_json"),
            "JSON",
            _("The search of all kinds of content: q, muc, trang"),
        ),
        Address(
            reverse("search_suggest"), "JSON", _("What may be meant by a beginning: q")
        ),
        *below_pages(),
        Address(
            reverse("openapi"),
            "OpenAPI",
            _("All of these addresses, described for programs"),
        ),
        Address(
            reverse("sitemap"),
            "XML",
            _("Index of the site maps: every public address, by kind"),
        ),
    ]


def below_pages() -> Iterator[Address]:
    """Feeds and calendars of the indexes that are public."""
    below = (
        (RegulationIndexPage, "rss/", "RSS", _("Feed (RSS) of the acts")),
        (
            RegulationIndexPage,
            "atom/",
            "Atom",
            _("Changes of the acts (Atom): which provision, by which act, from when"),
        ),
        (InitiativeIndexPage, "rss/", "RSS", _("Feed (RSS) of the initiatives")),
        (EventIndexPage, "lich.ics", "iCalendar", _("Calendar of the conferences")),
    )
    for model, path, name, gives in below:
        if page := model.objects.live().public().first():
            yield Address(f"{page.get_url()}{path}", name, gives)
