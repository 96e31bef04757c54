"""Entries as the tests of engines write them, and how they ask."""

from datetime import date

from portal.search.descriptions import Description
from portal.search.engines import Wanted
from portal.search.entries import entries_of
from portal.search.entry_keys import page_of_key


def rows(page: int, title: str, text: str = "", *, slot=0, year=2020, **more):
    facets = more.pop("facets", {})
    described = Description(kind="tin-tuc", text=text, facets=facets, **more)
    return list(
        entries_of(
            described,
            slot=slot,
            page=page,
            title=title,
            url=f"/{page}/",
            day=date(year, 5, page % 28 + 1),
        )
    )


def words(line: str, *filters: tuple[str, ...], starts: str = "") -> Wanted:
    return Wanted(tuple(((word,),) for word in line.split()), filters, starts)


def pages(keys) -> list[int]:
    return [page_of_key(key) for key in keys]
