"""The list of forms: what a reader asked for, and what that finds."""

from datetime import date

from django.utils.translation import gettext as _

from guides.enums import FORMS, FormState, Purpose, Source
from guides.form_rows import FormRow, all_rows
from portal.listing.choices import Choices
from portal.listing.context import listing_context
from portal.listing.facets import Facet, Narrowed, every, in_use
from portal.listing.pages import page_of
from portal.search.query import clean
from portal.search.search_box import answer
from portal.vietnamese import fold

PER_PAGE = 20


def facets(rows: list[FormRow]) -> tuple[Facet, ...]:
    """In the order of the columns that `FormList` makes of a row."""
    formats = sorted({name for row in rows for name in row.formats})
    return (
        Facet(
            "dung-de",
            _("Filled in for"),
            in_use(Purpose.choices),
            accepts=Purpose.values.__contains__,
        ),
        Facet(
            "tinh-trang",
            _("State"),
            every(*FormState.choices),
            accepts=FormState.values.__contains__,
        ),
        Facet(
            "nguon",
            _("Where it comes from"),
            in_use(Source.choices),
            accepts=Source.values.__contains__,
        ),
        Facet(
            "dinh-dang",
            _("Format"),
            in_use((name.lower(), name) for name in formats),
            values=lambda names: tuple(name.lower() for name in names),
            accepts=str.isalnum,
        ),
    )


class FormList:
    """One request's words and filters over all forms."""

    def __init__(self, query, *, base_url: str, on: date, root_path: str) -> None:
        self.rows = all_rows(on=on, root_path=root_path)
        self.choices = Choices.read(
            query,
            facets(self.rows),
            base_url=base_url,
            q=clean(query.get("q", "")),
        )

    def context(self) -> dict:
        """What the template shows: those in use first, the old ones after them."""
        found = self._answering()
        columns = (
            (place, row.purpose, row.state, row.source, row.formats)
            for place, row in enumerate(found)
        )
        left = Narrowed(columns, self.choices.facets, self.choices.chosen)
        rows = sorted((found[key] for key in left.keys), key=lambda row: row.is_old)
        old = sum(row.is_old for row in rows)
        return listing_context(self.choices, left.all_counts()) | {
            "forms": page_of(rows, self.choices.page, per_page=PER_PAGE),
            "result_count": len(rows),
            "used_count": len(rows) - old,
            "old_count": old,
        }

    def _answering(self) -> list[FormRow]:
        """Those that answer the words, the best first.

        The office's own are found by the one search, files of acts and kits by their
        names: an index of pages knows those only as parts.
        """
        if not self.choices.q:
            return self.rows
        found = answer(self.choices.q, FORMS)
        words = fold(self.choices.q).split()
        own = sorted(
            (row for row in self.rows if row.page in set(found.pages)),
            key=lambda row: found.rank(row.page or 0),
        )
        named = [
            row
            for row in self.rows
            if row.page is None and all(word in fold(row.title) for word in words)
        ]
        return [*own, *named]
