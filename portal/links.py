"""Links from body text to pages of ours, found for a whole page in one query.

Wagtail asks twice for each paragraph that holds a link. A long article must cost
no more queries than a short one, so the page that is shown names its targets first.
"""

import json
import re
from contextvars import ContextVar

from django.core.signals import request_finished
from django.utils.html import escape
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

_PAGE_LINK = re.compile(r"<a [^>]*linktype=\"page\"[^>]*>")
_ID = re.compile(r"\bid=\"(\d+)\"")

_known: ContextVar[dict[str, str]] = ContextVar("known")


def _forget(**kwargs) -> None:
    _known.set({})


request_finished.connect(_forget, dispatch_uid="portal.links")


def targets(page: Page) -> set[str]:
    """The ids of the pages that a page's bodies link to."""
    found: set[str] = set()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            raw = json.dumps(list(getattr(page, field.name).raw_data))
            for link in _PAGE_LINK.findall(raw.replace('\\"', '"')):
                found.update(_ID.findall(link))
    return found


def remember_targets(page: Page) -> None:
    """Look up the addresses of all the pages linked to, for this request."""
    wanted = targets(page)
    _known.set(_addresses(wanted) if wanted else {})


def _addresses(ids: set[str]) -> dict[str, str]:
    """Address by id; a page that is gone or not public has the empty one."""
    pages = Page.objects.filter(pk__in=ids, live=True).only(
        "path", "depth", "url_path", "live"
    )
    found = {str(page.pk): page.get_url() or "" for page in pages}
    return {pk: found.get(pk, "") for pk in ids}


class KnownPageLinkHandler(PageLinkHandler):
    """Wagtail's page links, answered from what the request already knows."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        ids = [str(attrs.get("id")) for attrs in attrs_list]
        known = _known.get({})
        missing = {pk for pk in ids if pk not in known and pk.isdigit()}
        if missing:
            known = known | _addresses(missing)
        return [
            f'<a href="{escape(known[pk])}">' if known.get(pk) else "<a>" for pk in ids
        ]
