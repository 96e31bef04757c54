"""What the author of a list is told of the parts that were not read."""

from django.utils.translation import gettext as _

from events.delegations.layout import Keys
from events.delegations.listing import COUNTED, SheetRows, heading_key


def notes_of(listing: SheetRows, keys: Keys) -> list[str]:
    """Rows and columns that were left out, in sentences."""
    notes = []
    if listing.hidden:
        rows = _runs(listing.hidden)
        notes.append(_("Hidden rows were left out: %(rows)s.") % {"rows": rows})
    if listing.foot:
        rows = _runs(listing.foot)
        notes.append(
            _(
                "Rows below the list, as of totals and signatures, were left out: "
                "%(rows)s."
            )
            % {"rows": rows}
        )
    unused, unnamed = [], []
    for index, heading in enumerate(listing.headings):
        if index in keys or heading_key(heading.title) in COUNTED:
            continue
        if heading.title:
            unused.append(heading.title)
        elif any(listing.texts(index)):
            unnamed.append(heading.letter)
    if unused:
        columns = ", ".join(unused)
        notes.append(_("Columns not used: %(columns)s.") % {"columns": columns})
    if unnamed:
        columns = ", ".join(unnamed)
        notes.append(
            _("Columns without a heading were not used: %(columns)s.")
            % {"columns": columns}
        )
    return notes


def _runs(numbers: tuple[int, ...]) -> str:
    """3, 7–9"""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{a}–{b}" if a != b else str(a) for a, b in runs)
