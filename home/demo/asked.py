"""Words readers use for the demonstration's pages, and what else they need there, as
two editors wrote them."""

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from wagtail.models import Page

from home.models import HomePage
from portal.demo import content
from portal.models import RelatedPage


def add() -> None:
    """Write them into the pages, through the check an editor's form has."""
    base = HomePage.objects.get().url_path.rstrip("/")
    keys = dict(Page.objects.live().values_list("url_path", "pk"))
    related = {row["path"]: row["related"] for row in _rows("related.jsonl")}
    for row in _rows("asked_as.jsonl"):
        page = Page.objects.get(pk=keys[f"{base}{row['path']}"]).specific
        page.asked_as = "\n".join(row["phrases"])
        page.related_pages = [
            RelatedPage(other_id=keys[f"{base}{path}"], sort_order=place)
            for place, path in enumerate(related.get(row["path"], ()))
        ]
        content.republish(page)


def _rows(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a file beside this one."""
    file = resources.files(__name__.rpartition(".")[0]) / name
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())
