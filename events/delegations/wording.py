"""What the focal person of a delegation is told."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.delegations.columns import EMAIL, NAME, NOTE, PHONE, title
from events.seats.errors import (
    AlreadyRegistered,
    EventFull,
    QuotaExceeded,
    RegistrationClosed,
    SeatError,
    SeatsBusy,
)
from portal.forms.kept_numbers import number_found
from portal.forms.people import phone_problem
from portal.tabular import CellError, CellProblem
from portal.tabular.wording import cell_text, where_text
from portal.vietnamese import Phone, PhoneChange, parse_phone
from portal.vietnamese.dates import short_moment
from portal.vietnamese.personal_numbers import PersonalNumber

# A text that has been shown is evidence: changed words are a new version, and the old
# one stays here. What the data is for stands in
# `events.personal_data.consents`, beside the box.
DECLARATIONS = {
    "doan-2026-1": gettext_lazy(
        "Each person on this list has been told of this and agrees to take part"
    ),
}
DECLARATION_VERSION = "doan-2026-1"
DECLARATION = DECLARATIONS[DECLARATION_VERSION]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something about one cell: which, and what its author reads."""

    key: str
    message: str


def where(number: int, key: str, places: dict[str, tuple[str, str]]) -> str:
    """`Dòng 7, cột C (Điện thoại)` in a file, `Dòng 2: Điện thoại` in a form."""
    heading, letter = places.get(key, (title(key), ""))
    if not letter:
        return _("Row %(row)s: %(field)s") % {"row": number, "field": heading}
    return where_text(CellError(number, heading, code="", value="", letter=letter))


def cell_flaw(key: str, problem: CellProblem, value: str) -> Flaw:
    error = CellError(0, "", problem.code, value, problem.params)
    message = cell_text(error)
    if key == PHONE and problem.code.startswith("phone_"):
        message = phone_problem(parse_phone(value))
    if value.strip() and problem.code.startswith("unknown_choice"):
        message = _("%(problem)s The cell says “%(value)s”.") % {
            "problem": message,
            "value": value.strip()[:60],
        }
    return Flaw(key, message)


def phone_read(phone: Phone, change: PhoneChange) -> Flaw:
    words = {"typed": phone.typed, "phone": phone.display}
    if change is PhoneChange.ZERO_RESTORED:
        return Flaw(
            PHONE, _("“%(typed)s” got its 0 back and is read as %(phone)s.") % words
        )
    return Flaw(
        PHONE, _("“%(typed)s” is an old number and is read as %(phone)s.") % words
    )


def repeated(row: int) -> Flaw:
    return Flaw(NAME, _("The same person stands in row %(row)s.") % {"row": row})


def phone_again(row: int) -> Flaw:
    words = _("The same phone as in row %(row)s, with another name.")
    return Flaw(PHONE, words % {"row": row})


def name_again(row: int) -> Flaw:
    words = _("The same name as in row %(row)s, with another phone: one person?")
    return Flaw(NAME, words % {"row": row})


def already_here() -> Flaw:
    words = _("This person is registered for this conference already, not by you.")
    return Flaw(NAME, words)


def already_in_delegation() -> Flaw:
    return Flaw(NAME, _("This person is in your list already."))


def refusal(error: SeatError) -> str:
    """Why the list was not saved, and what to do about it."""
    if isinstance(error, QuotaExceeded):
        return too_many(error.quota, error.wanted)
    if isinstance(error, EventFull):
        return _(
            "There are not enough seats left for all of these people, and no waiting "
            "list is kept. Seats left: %(free)s."
        ) % {"free": error.free}
    if isinstance(error, AlreadyRegistered):
        return _("Somebody in the list has been registered in the meantime.")
    if isinstance(error, SeatsBusy):
        return _(
            "Many people are registering at this moment. Nothing is lost: please press "
            "the button again in a few seconds."
        )
    if isinstance(error, RegistrationClosed):
        return closed(error)
    return _(
        "Somebody has changed this delegation in the meantime. Please look over the "
        "list and confirm once more."
    )


def too_many(quota: int, wanted: int) -> str:
    over = wanted - quota
    return ngettext(
        "The invitation is for %(quota)s people; with this list there would be "
        "%(wanted)s. Leave out %(over)s person.",
        "The invitation is for %(quota)s people; with this list there would be "
        "%(wanted)s. Leave out %(over)s people.",
        over,
    ) % {"quota": quota, "wanted": wanted, "over": over}


def closed(error: RegistrationClosed) -> str:
    if error.closed_at is None:
        return _("This conference takes no registrations now.")
    words = _("This conference takes no registrations now. It closed at %(moment)s.")
    return words % {"moment": short_moment(error.closed_at)}


def slip_in_address(right: str) -> Flaw:
    return Flaw(EMAIL, _("Is “%(meant)s” meant?") % {"meant": right})


def number_in_note(number: PersonalNumber) -> Flaw:
    return Flaw(NOTE, number_found(number))


def half_name() -> CellProblem:
    words = _("One half of this name is missing. If it is whole, leave it as it is.")
    return CellProblem("told", message=words)


UNCLEAR = {
    "no_name": gettext_lazy("Which column holds the names?"),
    "no_phone": gettext_lazy("Which column holds the telephone numbers?"),
    "twice": gettext_lazy("Two columns hold the same. Which of them counts?"),
    "name_and_pieces": gettext_lazy(
        "Does a column hold whole names, or a part of each name?"
    ),
    "halves": gettext_lazy(
        "Half of these names is missing. Which column holds the other half?"
    ),
}


def unclear_columns(code: str) -> str:
    """Why the columns of a list have to be asked."""
    return str(UNCLEAR[code])
