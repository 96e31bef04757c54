"""Many pages at once, as rows: places in the tree, and what every page has."""

from collections.abc import Iterable, Sequence

from wagtail.models import Page


def free_paths(parent: Page, wanted: int) -> Iterable[str]:
    """Free places behind the parent's last child; it is read anew, and locked."""
    rows = type(parent).objects.select_for_update(of=("self",))
    parent.numchild = rows.get(pk=parent.pk).numchild
    last = parent.get_last_child() if parent.numchild else None
    steps = Page.steplen
    first = Page._str2int(last.path[-steps:]) + 1 if last else 1
    for step in range(first, first + wanted):
        yield Page._get_path(parent.path, parent.depth + 1, step)


def insert_pages(pages: Sequence[Page]) -> list[Page]:
    """The rows that pages of a kind share with pages of every kind."""
    names = [field.attname for field in Page._meta.concrete_fields]
    names.remove("id")
    return Page.objects.bulk_create(
        Page(**{name: getattr(page, name) for name in names}) for page in pages
    )
