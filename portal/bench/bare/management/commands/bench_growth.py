"""Many pages of the kinds that no other command makes, to measure with."""

from datetime import timedelta

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page

from portal.page_tree.insertion import free_paths, insert_pages

_BATCH = 500
#: Model of a kind, and the columns that hold its days: by name, as what all rooms
#: share imports none of them.
_KINDS = (
    ("home.ArticlePage", ("published_on",)),
    ("events.EventPage", ("starts_on", "ends_on")),
)


class Command(BaseCommand):
    help = "Copy the newest article and class until there are as many (for make bench)."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("wanted", type=int, help="of each kind")

    def handle(self, *args, **options) -> None:
        for name, days in _KINDS:
            _multiply(apps.get_model(name), options["wanted"], days)


def _multiply(model: type[Page], wanted: int, days: tuple[str, ...]) -> None:
    """Copies beside the newest one, each a day older than the one before."""
    missing = wanted - model.objects.live().count()
    newest = model.objects.live().order_by(f"-{days[0]}").first()
    parent = newest.get_parent()
    for start in range(0, missing, _BATCH):
        numbers = range(start, min(start + _BATCH, missing))
        with transaction.atomic():
            places = zip(numbers, free_paths(parent, len(numbers)), strict=True)
            _store(
                [_copy(newest, parent, number, path, days) for number, path in places]
            )
    Page.objects.filter(pk=parent.pk).update(
        numchild=Page.objects.child_of(parent).count()
    )


def _copy(page: Page, parent: Page, number: int, path: str, days) -> Page:
    fields = page._meta.concrete_fields
    values = {field.attname: getattr(page, field.attname) for field in fields}
    for column in days:
        if values[column]:
            values[column] -= timedelta(days=number + 1)
    slug = f"{page.slug}-sinh-{number}"
    values |= {
        "id": None,
        "page_ptr_id": None,
        "title": f"{page.title}, mẫu {number}",
        "slug": slug,
        "path": path,
        "url_path": f"{parent.url_path}{slug}/",
        "numchild": 0,
        "latest_revision_id": None,
        "live_revision_id": None,
        "translation_key": type(page)._meta.get_field("translation_key").default(),
    }
    return type(page)(**values)


def _store(pages: list[Page]) -> None:
    for page, row in zip(pages, insert_pages(pages), strict=True):
        page.pk = page.id = row.pk
        page.save_base(raw=True, force_insert=True)
