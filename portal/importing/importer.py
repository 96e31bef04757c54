"""What an importer is to its screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from portal.importing.report import Report
from portal.tabular import Column, Limits

Take = Callable[..., Report]


@dataclass(frozen=True)
class Importer:
    """One importer and its screens; addresses are named `name`, `name_trial`, ….

    `parent` is the page that rows are added below: whoever may add pages there may
    import, whoever may publish them there may publish at once. `take` gets the parent,
    the table, and by name `write`, `publish`, `now` and `user`.
    """

    name: str
    title: Any
    about: Any
    columns: Callable[[], list[Column]]
    parent: Callable[[], Page | None]
    take: Take
    limits: Limits
    sheet_title: str
    list_url_name: str

    def place(self, user) -> Page | None:
        """Where this person may add what is imported."""
        parent = self.parent()
        if parent and parent.permissions_for_user(user).can_add_subpage():
            return parent
        return None
