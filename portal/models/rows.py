"""Rows that an editor edits with their page: their order, when code sets them."""

from modelcluster.models import ClusterableModel


def keep_order(page: ClusterableModel) -> None:
    """Number rows that have no number as they stand in their list.

    A form numbers its rows; lists set in code have none, and PostgreSQL may hand out
    rows of equal rank in any order.
    """
    for rows in getattr(page, "_cluster_related_objects", {}).values():
        if all(getattr(row, "sort_order", 0) is None for row in rows):
            for place, row in enumerate(rows):
                row.sort_order = place
