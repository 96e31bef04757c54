"""What search knows of needs: rows with an address, and no pages of the tree."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from documents.models import InitiativeIndexPage
from documents.models.needs import Need
from portal.search import registry
from portal.search.descriptions import Description, Record, Records
from portal.search.page_words import KIND_WORDS, joined, month_words, place_words

NEEDS = "nhu-cau"
#: Of the index: never another.
NUMBER = 0

registry.add_kind(NEEDS, _("Needs of units"), 35)


def read_needs(keys: Iterable[int] | None, on: date) -> Iterator[Record]:
    """The needs on the board that day, of all or of those with these keys."""
    needs = Need.objects.shown_on(on).select_related("field", "locality__parent")
    if keys is not None:
        needs = needs.filter(pk__in=list(keys))
    rows = list(needs)
    index = InitiativeIndexPage.objects.live().public().first() if rows else None
    if index is None:
        return
    base = index.get_url() or ""
    for need in rows:
        yield Record(
            pk=need.pk,
            title=need.title,
            url=f"{base}{NEEDS}/{need.pk}/",
            day=need.approved_at and timezone.localdate(need.approved_at),
            description=_described(need),
            is_sample=need.is_sample,
            asked_as=need.asked_as,
        )


def _described(need: Need) -> Description:
    return Description(
        kind=NEEDS,
        text=need.text,
        also=joined(
            (
                KIND_WORDS[NEEDS],
                need.get_state_display(),
                need.field.name,
                need.unit,
                place_words(need.locality),
                month_words(need.approved_at and timezone.localdate(need.approved_at)),
            )
        ),
        facets={
            "linh-vuc": [need.field.slug],
            "noi": [need.locality_id] if need.locality_id else [],
        },
    )


#: The service that shows all of them.
_BOARD = f"{InitiativeIndexPage.__name__}/{NEEDS}/"
registry.add_records(Records(NUMBER, read_needs, board=_BOARD))
