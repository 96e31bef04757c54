"""Which pages to look at: one of each kind, found in the portal's own site map."""

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

#: An address that is nobody's: the page of a 404.
NOT_FOUND = "/khong-co-trang-nay/"
#: Addresses that no site map lists, each another template.
UNLISTED = (
    "/tim-kiem/?q=sang+kien",
    "/tim-kiem/?q=zzzz",
    "/so-do-trang/",
    "/ve/",
    "/hoi-dap/ma/",
    NOT_FOUND,
)
#: What hangs below a page of a room; one that is not there is the page of a 404.
BELOW = {
    "van-ban": ("so-sanh/", "theo-doi/", "bao-loi/"),
    "su-kien": ("dang-ky/",),
}
#: What a list leads to and no site map lists: a form that is open on the day.
LINKED = {"/su-kien/": "dang-ky/"}
_LOCATION = re.compile(r"<loc>([^<]+)</loc>")
_HIDDEN = re.compile(r'<meta name="robots" content="[^"]*noindex')
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
#: What search engines want to read of a thing; other types need a name and an address.
NEEDED = {
    "WebSite": ("name", "url", "potentialAction"),
    "Event": ("name", "startDate", "location", "image", "eventStatus"),
    "NewsArticle": ("headline", "datePublished", "image", "publisher"),
    "Legislation": ("name", "legislationIdentifier", "url"),
}


def listed_paths(sitemap: str) -> list[str]:
    """Every path that a site map, or the index of site maps, lists."""
    return [
        f"{parts.path}?{parts.query}".rstrip("?")
        for parts in map(urlsplit, _LOCATION.findall(sitemap))
    ]


def one_of_each(sitemap: str) -> list[str]:
    """The first path of each room and depth, and those no site map lists."""
    chosen: dict[tuple[str, int], str] = {}
    for url in _LOCATION.findall(sitemap):
        path = urlsplit(url).path
        steps = path.strip("/").split("/")
        chosen.setdefault((steps[0], len(steps)), path)
    below = [
        f"{path}{more}"
        for (room, depth), path in chosen.items()
        if depth > 1
        for more in BELOW.get(room, ())
    ]
    return [*chosen.values(), *below, *UNLISTED]


def linked_path(html: str, ending: str) -> list[str]:
    """The first address a page links that ends so, if there is one."""
    return re.findall(rf'href="(/[^"?#]*{re.escape(ending)})"', html)[:1]


def is_hidden(html: str) -> bool:
    """Whether the page asks search engines to leave it out."""
    return bool(_HIDDEN.search(html))


def data_faults(html: str) -> list[str]:
    """What the page's schema.org data lack; a page without any has no faults."""
    return [fault for text in _DATA.findall(html) for fault in _lacks(text)]


def _lacks(text: str) -> Iterator[str]:
    try:
        data = json.loads(text)
    except ValueError:
        yield "schema.org: no JSON"
        return
    for thing in data if isinstance(data, list) else [data]:
        kind = thing.get("@type", "")
        for name in _missing(thing, NEEDED.get(kind, ("name", "url"))):
            yield f"schema.org: {kind} has no {name}"


def _missing(thing: dict, names: Iterable[str]) -> list[str]:
    return [name for name in names if not thing.get(name)]
