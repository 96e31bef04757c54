"""Numbers like one that nobody owns: a few steps, or one slip of a digit, away."""

from django.utils import timezone

from portal.models import SearchEntry
from portal.search.engines import Wanted, engine
from portal.search.found import Found
from portal.search.result_rows import public_pages

MOST = 5


def nearest_numbers(found: Found) -> list[SearchEntry]:
    """Public pages with a number near the one that was searched for."""
    number = found.query.number
    if number is None:
        return []
    end = f"y{number.year}" if number.year else ""
    keys = [f"s{one}{end}" for one in near_numbers(number.number)] + [
        f"s{number.number}"
    ]
    asked = Wanted((tuple((key,) for key in sorted(keys)),))
    near = engine().candidates(asked, slot=found.slot, in_head=True, limit=MOST)
    entries = SearchEntry.objects.in_bulk(near)
    public = public_pages(
        {entry.page_id for entry in entries.values()}, timezone.localdate()
    )
    return [entries[key] for key in near if entries[key].page_id in public]


def near_numbers(number: int) -> set[int]:
    """Numbers a few steps, one slip of a digit or two digits changed round away."""
    digits = str(number)
    slips = {digits[:at] + digits[at + 1 :] for at in range(len(digits))}
    slips |= {
        digits[:at] + other + digits[at + more :]
        for at in range(len(digits))
        for other in "0123456789"
        for more in (0, 1)
    }
    slips |= {
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        for at in range(len(digits) - 1)
    }
    near = {int(slip) for slip in slips if slip} | set(range(number - 5, number + 6))
    return {one for one in near if 0 < one < 100_000}
