"""What an element's name, class and role say about the text inside it."""

from __future__ import annotations

import re

from home.importer.article import word_set

# Furniture by element or ARIA role.
CHROME_TAGS = {"nav", "aside", "footer"}
CHROME_ROLES = word_set(
    "navigation banner contentinfo search complementary menu menubar toolbar"
)
# Furniture by a word of the class or id: `main-menu`, `block_breadcrumb`, …
CHROME_WORDS = word_set(
    "addthis advert advertisement banner breadcrumb breadcrumbs captcha comment "
    "comments copyright counter fblike footer invisible login marquee menu "
    "nav navbar navigation online pager pagination pathway quangcao related "
    "relatednews share sharing sidebar skip social statistics tinkhac tinlienquan "
    "toolbar visitor visitors weblink widget"
)
# Classes of wrappers that only name furniture they hold or lack.
WRAPPER_WORDS = word_set("has no with without one two wrapper page body layout")
# Containers that the usual portal systems give the article itself.
CONTENT_NAMES = word_set(
    "articlebody articlecontent articledetail baiviet bodytext chitiet chitiettin "
    "contentbody contentdetail detailcontent entrycontent fieldnamebody "
    "journalcontentarticle newsbodyhtml newscontent newsdetail nodecontent noidung "
    "noidungtin postcontent"
)
CAPTION_WORDS = {"caption", "figcaption", "chuthich"}
TITLE_NAMES = word_set("articletitle entrytitle newstitle pagetitle posttitle title")

_SEPARATORS = re.compile(r"[-_]+")


def hints_of(tag: str, values: dict[str, str]) -> frozenset[str]:
    """The hints an element adds to all blocks inside it."""
    hints: set[str] = set()
    if tag in CHROME_TAGS or values.get("role", "").lower() in CHROME_ROLES:
        hints.add("chrome")
    if tag in {"main", "article"} or values.get("role") == "main":
        hints.add("content")
    if values.get("itemprop", "").lower() == "articlebody":
        hints.add("content")
    if tag in {"caption", "figcaption"}:
        hints.add("caption")
    style = values.get("style", "").replace(" ", "").lower()
    aligned = values.get("align", "").lower()
    if tag == "center" or aligned == "center" or "text-align:center" in style:
        hints.add("centred")
    if "display:none" in style or "visibility:hidden" in style:
        hints.add("chrome")
    for token in f"{values.get('class', '')} {values.get('id', '')}".lower().split():
        hints.update(_hints_of_name(token))
    return frozenset(hints)


def _hints_of_name(token: str) -> set[str]:
    words = set(_SEPARATORS.split(token))
    joined = _SEPARATORS.sub("", token)
    hints = set()
    if joined in CONTENT_NAMES:
        hints.add("content")
    elif words & CHROME_WORDS and not words & WRAPPER_WORDS:
        hints.add("chrome")
    if words & CAPTION_WORDS or joined.endswith("caption"):
        hints.add("caption")
    if joined in TITLE_NAMES:
        hints.add("title")
    return hints
