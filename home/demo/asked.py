"""Words readers use for the demonstration's pages, as an editor wrote them."""

import json
from importlib import resources

from wagtail.models import Page

from home.models import HomePage
from portal.demo import content


def add() -> None:
    """Write them into the pages, through the check an editor's form has."""
    lines = (resources.files(__name__.rpartition(".")[0]) / "asked_as.jsonl").read_text(
        encoding="utf-8"
    )
    base = HomePage.objects.get().url_path.rstrip("/")
    for line in lines.splitlines():
        row = json.loads(line)
        page = Page.objects.get(url_path=f"{base}{row['path']}").specific
        page.asked_as = "\n".join(row["phrases"])
        content.republish(page)
