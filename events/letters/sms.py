"""Notices for a telephone: one SMS, so at most 160 letters without their marks."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from events.conferences.facts import when
from events.enums import NoticeKind
from portal.vietnamese import drop_marks
from portal.vietnamese.dates import local, short_time

MOST = 160
_SHORTEST_TITLE = 12
_CUT = "..."
_PLAIN = {"đ": "d", "Đ": "D", "–": "-", "“": '"', "”": '"', "…": _CUT}
_WORDS = {
    NoticeKind.CONFIRMED: _("Seat kept, code %(code)s: %(title)s, %(when)s."),
    NoticeKind.PENDING: _("Registration received, not yet approved: %(title)s."),
    NoticeKind.WAITING: _("You are on the waiting list: %(title)s."),
    NoticeKind.PROMOTED: _("You have a seat, code %(code)s: %(title)s, %(when)s."),
    NoticeKind.OFFERED: _(
        "A seat is kept for you until %(until)s: %(title)s. Accept it:"
    ),
    NoticeKind.LAPSED: _("The seat kept for you has gone on: %(title)s."),
    NoticeKind.REJECTED: _("Registration not approved: %(title)s."),
    NoticeKind.HANDED_OVER: _("Your place has been handed over: %(title)s."),
    NoticeKind.EXCHANGED: _(
        "Your registration was moved, code %(code)s: %(title)s, %(when)s."
    ),
    NoticeKind.CANCELLED: _("Registration cancelled: %(title)s."),
    NoticeKind.REMINDER: _("Reminder, code %(code)s: %(title)s, %(when)s."),
    NoticeKind.EVENT_MOVED: _("Changed: %(title)s, %(when)s. See the ticket:"),
    NoticeKind.EVENT_CANCELLED: _("Called off: %(title)s."),
    NoticeKind.REPEATED: _("Registered again in your name: %(title)s."),
    NoticeKind.CERTIFICATE: _("Your certificate is ready: %(title)s. See the ticket:"),
    NoticeKind.AFTERWARDS: _(
        "Materials and three questions: %(title)s. See the ticket:"
    ),
    NoticeKind.NOTE: _("From the organisers of %(title)s: %(words)s"),
}


def short_text(
    notice: NoticeKind,
    event,
    *,
    code: str,
    url: str,
    until: datetime | None = None,
    words: str = "",
) -> str:
    """The notice with the address of the ticket; empty for one not worth an SMS.

    A long title is cut, then the words; the address is left out before it is cut.
    """
    if notice not in _WORDS:
        return ""
    title = event.title
    if event.is_sample:
        title = f"({pgettext('reader', 'sample')}) {title}"
    names = {
        "title": title,
        "when": when(event),
        "code": code,
        "until": f"{short_time(until)} {local(until):%d/%m}" if until else "",
        "words": words,
    }
    if len(url) > MOST - 80:
        url = ""
    room = MOST - len(url) - bool(url)
    text = _plain(_WORDS[notice] % names)
    if len(text) > room:
        keep = max(len(title) - (len(text) - room) - len(_CUT), _SHORTEST_TITLE)
        if keep < len(title):
            names["title"] = title[:keep].rstrip() + _CUT
            text = _plain(_WORDS[notice] % names)
    if len(text) > room:
        text = text[: room - len(_CUT)].rstrip() + _CUT
    return f"{text} {url}".strip()


def _plain(text: str) -> str:
    """Letters every telephone shows, and none of them counted for two."""
    text = " ".join(drop_marks(text).split())
    for sign, plain in _PLAIN.items():
        text = text.replace(sign, plain)
    return text.encode("ascii", "ignore").decode()
