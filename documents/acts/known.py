"""What is known of an act whose text the portal has not got, and what is not. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from portal.vietnamese.dates import short_date


class Fact(NamedTuple):
    """A row: its label, and its value where it is known."""

    label: str
    value: str


class StatusFacts(NamedTuple):
    """The rows in two lists that stand side by side; `unknown` says so in words."""

    known: tuple[Fact, ...]
    unknown: tuple[Fact, ...]


def status_facts(
    *,
    symbol: str,
    kind: str,
    issuer: str,
    signed_on: date | None,
    effective_from: date | None,
    status: str,
    amended_by: int,
    is_put_off: bool = False,
    besides: Iterable[Fact] = (),
) -> StatusFacts:
    """The same rows for each act, every one in one of the lists.

    `effective_from` and `status` are empty as long as nobody has checked them;
    `amended_by` counts acts that the portal knows to have changed it, and none known is
    not known to be none. `is_put_off` says that it was put off to no day yet.
    """
    changed = ngettext("By %(count)d act", "By %(count)d acts", amended_by)
    starts = short_date(effective_from) if effective_from else ""
    starts = _("No new day yet") if is_put_off else starts
    rows = (
        Fact(_("Number"), symbol),
        Fact(_("Type"), kind),
        Fact(pgettext("reader", "Issuer"), issuer),
        Fact(_("Signed on"), short_date(signed_on) if signed_on else ""),
        Fact(_("Takes effect"), starts),
        Fact(_("Status"), status),
        Fact(_("Amended?"), changed % {"count": amended_by} if amended_by else ""),
    )
    known = [row for row in rows if row.value]
    missing = [Fact(row.label, _("Being checked")) for row in rows if not row.value]
    text = Fact(_("Full text"), _("Not on the portal yet"))
    return StatusFacts((*known, *besides), (*missing, text))
