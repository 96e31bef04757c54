"""What the door's screen says of a scan: word, why, whose, and what comes next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events.checkin.attendance import AtDoor
from events.checkin.parts import Part
from events.checkin.verbs import successor_of
from events.conferences.facts import when_in_words
from events.enums import RegistrationState, ScanResult
from events.models import Registration, RegistrationChange, Scan
from portal.vietnamese.dates import short_date

R = ScanResult
State = RegistrationState
#: Ground, sign and sound of a result; several results share one.
TONES = {
    R.OK: "ok",
    R.ALREADY: "already",
    R.WRONG_EVENT: "wrong",
    R.CANCELLED: "cancelled",
    R.REJECTED: "cancelled",
    R.TRANSFERRED: "transferred",
    R.PENDING: "pending",
    R.WAITING: "pending",
    R.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """The answer on the whole screen. `facts` are two pairs of label and value."""

    result: str
    tone: str
    word: str
    why: str
    heard: str
    name: str = ""
    agency: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    registration: int | None = None
    let_in: str = ""
    needs_reason: bool = False
    undo: bool = False


def heard(tone: str) -> str:
    """What is heard and felt with it, in words."""
    return {
        "ok": _("One high tone, one short buzz"),
        "already": _("Two equal tones, two short buzzes"),
        "pending": _("Two low tones, two short buzzes"),
    }.get(tone, _("One long low tone, one long buzz"))


def unknown(text: str) -> Screen:
    """A code that is nobody's; nothing is written down."""
    why = _("This is no ticket of this portal, or it was typed wrongly.")
    typed = text if len(text) <= 12 else ""
    facts = ((_("Typed"), typed),) if typed else ()
    return _screen(R.UNKNOWN, why, facts=facts)


def elsewhere(row: Registration) -> Screen:
    """A code of another conference: it names that one, and not whose the code is.

    Six letters may be read from a list or guessed; the ticket itself says more.
    """
    typed = ((_("Typed"), row.code),)
    return _screen(R.WRONG_EVENT, _why_wrong(row), **_class_of(row), facts=typed)


def screen_of(scan: Scan, part: Part, numbers: AtDoor, *, now: datetime) -> Screen:
    """The answer to a scan that was just written; `numbers` are of its agency."""
    row, result = scan.registration, ScanResult(scan.result)
    if result == R.OK:
        return _ok(scan, row, part, numbers)
    if result == R.ALREADY:
        return _already(row, part, now)
    if result == R.WRONG_EVENT:
        return _wrong(row)
    if result == R.TRANSFERRED:
        return _transferred(row)
    if result in (R.PENDING, R.WAITING):
        return _not_yet(row, result)
    return _off(row, result)


def _ok(scan: Scan, row: Registration, part: Part, numbers: AtDoor) -> Screen:
    at = timezone.localtime(scan.scanned_at)
    why = _("%(part)s, noted %(time)s") % {"part": part.label, "time": f"{at:%H:%M}"}
    came = _("%(inside)s of %(all)s are here") % {
        "inside": numbers.agency_present,
        "all": numbers.agency_expected,
    }
    facts = ((_("The agency's people"), came), _code(row))
    return _about(row, R.OK, why, facts=facts, undo=True)


def _already(row: Registration, part: Part, now: datetime) -> Screen:
    first = row.scans.select_related("device", "by").get(part=part.key, first=True)
    at = timezone.localtime(first.scanned_at)
    who = first.by.get_full_name() or first.by.get_username() if first.by else ""
    device = first.device.name if first.device else ""
    why = _("This ticket came in at %(time)s") % {"time": f"{at:%H:%M}"}
    why = ", ".join(filter(None, (why, device, who)))
    minutes = max(0, int((now - first.scanned_at).total_seconds() // 60))
    ago = ngettext("%(count)d minute", "%(count)d minutes", minutes)
    since = ago % {"count": minutes} if minutes else _("Just now")
    facts = ((pgettext("time", "Ago"), since), _code(row))
    return _about(row, R.ALREADY, why, facts=facts)


def _wrong(row: Registration) -> Screen:
    facts = ((_("Holder of the ticket"), row.name), _code(row))
    return _screen(
        R.WRONG_EVENT,
        _why_wrong(row),
        **_class_of(row),
        facts=facts,
        registration=row.pk,
        let_in=_("Let in all the same, with a reason"),
        needs_reason=True,
    )


def _why_wrong(row: Registration) -> str:
    if row.is_live:
        return _("This ticket is of another class:")
    if row.state in (State.CANCELLED, State.REJECTED):
        return _("A cancelled ticket of another class:")
    return _("A ticket that is no longer valid, of another class:")


def _class_of(row: Registration) -> dict[str, str]:
    """Which class the ticket is of, when and where it is held."""
    event = row.event
    where = " · ".join(filter(None, (when_in_words(event), event.place)))
    return {"name": event.title, "agency": where}


def _transferred(row: Registration) -> Screen:
    now_has = successor_of(row)
    why = _("%(name)s has this place now.") % {"name": now_has.name}
    button = _("It is %(name)s: let in") % {"name": now_has.name}
    facts = ((_("Their code"), now_has.code), _code(row))
    return _about(row, R.TRANSFERRED, why, facts=facts, let_in=button)


def _not_yet(row: Registration, result: ScanResult) -> Screen:
    why = _("Nobody has approved this registration yet.")
    button = _("Approve and let in")
    if result == R.WAITING:
        why = _("On the waiting list, without a seat.")
        button = _("Give a seat and let in")
    registered = short_date(timezone.localdate(row.created_at))
    facts = ((_("Registered"), registered), _code(row))
    return _about(row, result, why, facts=facts, let_in=button)


def _off(row: Registration, result: ScanResult) -> Screen:
    changes = RegistrationChange.objects.filter(registration=row, after=row.state)
    last = changes.order_by("-at", "-pk").first()
    at = timezone.localtime(last.at if last else row.changed_at)
    why = _("Cancelled at %(time)s on %(day)s.")
    if result == R.REJECTED:
        why = _("Declined at %(time)s on %(day)s.")
    why = why % {"time": f"{at:%H:%M}", "day": short_date(at.date())}
    facts = (_code(row),)
    if last and last.reason:
        facts = ((_("Reason"), last.reason), _code(row))
    button = _("Take as a newcomer, with a reason")
    return _about(row, result, why, facts=facts, let_in=button, needs_reason=True)


def _about(row: Registration, result: ScanResult, why: str, **more) -> Screen:
    return _screen(
        result,
        why,
        name=row.name or _("Name erased"),
        agency=row.organisation_name,
        registration=row.pk,
        **more,
    )


def _screen(result: ScanResult, why: str, **more) -> Screen:
    tone = TONES[result]
    return Screen(result.value, tone, str(result.label), why, heard(tone), **more)


def _code(row: Registration) -> tuple[str, str]:
    return _("Code of the ticket"), row.code
