"""Choices whose names the database has; not pure, as the rest of facets is."""

from portal.listing.facets import Labels, by_name
from portal.page_cache.values import until_published


def named(rows) -> Labels:
    """All of a queryset's pairs of value and name, read when they are asked for."""

    @until_published(maxsize=1)
    def read() -> list[tuple]:
        return by_name((str(value), name) for value, name in rows.all())

    return lambda counts, chosen: read()
