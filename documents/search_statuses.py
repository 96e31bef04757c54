"""The status of acts as search shows it, narrows by it and reads it in words."""

from collections.abc import Iterable, Mapping
from datetime import date

from documents.enums import ACTS
from documents.law.effects import Status
from documents.models import RegulationPage
from documents.models.status import shown_status
from portal.kept_rows import KeptRows
from portal.search import registry
from portal.search.descriptions import Card, States

#: Of any page its status on a day; of what is no act there is none.
_kept_statuses: KeptRows[int, str] = KeptRows(20_000)


def status_codes(pages: Iterable[int], on: date) -> dict[int, str]:
    """Of each of these pages that is an act."""
    found = _kept_statuses.get(pages, lambda keys: _read_statuses(keys, on), of=on)
    return {pk: code for pk, code in found.items() if code}


def _read_statuses(pages: list[int], on: date) -> dict[int, str]:
    acts = RegulationPage.objects.filter(pk__in=pages).with_status(on)
    none = dict.fromkeys(pages, "")
    return none | dict(acts.order_by().values_list("pk", "status_code"))


@registry.gives_cards(ACTS)
def status_chips(pages: Iterable[int], on: date) -> Mapping[int, Card]:
    return {
        pk: Card(str(shown.label), shown.css)
        for pk, code in status_codes(pages, on).items()
        for shown in [shown_status(code)]
    }


def _states_on(pages: Iterable[int], on: date) -> Mapping[int, Iterable[str]]:
    return {pk: (code,) for pk, code in status_codes(pages, on).items()}


#: Nobody goes by an act that stands so.
OVER = (Status.ENDED, Status.REPLACED, Status.TIME_OVER, Status.SUSPENDED)

registry.add_states(
    States(
        ACTS,
        {
            Status.IN_FORCE: ("con hieu luc", "dang co hieu luc", "co hieu luc"),
            Status.APPLIED: ("con ap dung", "dang ap dung", "con hieu luc"),
            Status.ENDED: ("het hieu luc", "khong con hieu luc", "da bi bai bo"),
            Status.REPLACED: ("bi thay the", "da thay the", "het hieu luc"),
            Status.TIME_OVER: ("het thoi han", "het hieu luc"),
            Status.SUSPENDED: ("ngung hieu luc", "bi dinh chi"),
            Status.PARTLY_SUSPENDED: ("ngung hieu luc mot phan", "ngung hieu luc"),
            Status.PARTLY_ENDED: ("het hieu luc mot phan",),
            Status.NOT_YET: ("chua co hieu luc", "sap co hieu luc"),
            Status.PUT_OFF: ("lui hieu luc", "chua co hieu luc", "tam lui hieu luc"),
            Status.UNKNOWN: ("dang ra soat",),
        },
        _states_on,
        over=OVER,
    )
)
