"""The columns of a list of attendees, and which of them somebody last chose.

Headings are Vietnamese whoever exports: offices read the file, and as a delegation it
can be read in again.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from events.enums import Purpose
from events.models import Consent, EventPage, ExportColumns, Registration

#: What somebody said last to each purpose, by the id of the registration.
Said = Mapping[int, Mapping[str, bool]]


class Column(NamedTuple):
    """`name` is how a choice is kept; `value` reads a row and what was agreed to."""

    name: str
    heading: str
    value: Callable[[Registration, Mapping[str, bool]], object]


STANDARD = (
    Column("name", "Họ và tên", lambda row, said: row.name),
    Column("position", "Chức vụ", lambda row, said: row.position),
    Column("agency", "Đơn vị", lambda row, said: row.organisation_name),
    Column("phone", "Điện thoại", lambda row, said: row.phone_display),
    Column("note", "Ghi chú", lambda row, said: row.note),
    Column("group", "Nhóm đối tượng", lambda row, said: row.get_audience_display()),
    Column("state", "Trạng thái", lambda row, said: row.get_state_display()),
    Column("code", "Mã vé", lambda row, said: row.code),
)
FURTHER = (
    Column("email", "Thư điện tử", lambda row, said: row.email),
    Column("registered", "Đăng ký lúc", lambda row, said: row.created_at),
    Column("channel", "Đăng ký qua", lambda row, said: row.get_channel_display()),
)
_YES, _NO = "Có", "Không"
_CONSENT, _ANSWER = "consent:", "answer:"


def _consent(purpose: Purpose) -> Column:
    def value(row: Registration, said: Mapping[str, bool]) -> str:
        if purpose not in said:
            return ""
        return _YES if said[purpose] else _NO

    return Column(f"{_CONSENT}{purpose}", f"Đồng ý: {purpose.label}", value)


def _answer(name: str, heading: str) -> Column:
    def value(row: Registration, said: Mapping[str, bool]) -> str:
        answer = row.answers.get(name, "")
        return ", ".join(answer) if isinstance(answer, list) else str(answer)

    return Column(f"{_ANSWER}{name}", heading, value)


def consents() -> list[Column]:
    """A column for each purpose, in the order the form asks."""
    return [_consent(purpose) for purpose in Purpose]


def answers(event: EventPage) -> list[Column]:
    """A column for each question, also those taken away since somebody answered.

    One that is called like another column says that it is a question.
    """
    labels = {one.clean_name: one.label for one in event.get_questions()}
    rows = Registration.objects.filter(event=event, forgotten_at=None).order_by()
    for given in rows.exclude(answers={}).values_list("answers", flat=True):
        for name in given:
            labels.setdefault(name, name)
    taken = {"TT", *(one.heading for one in (*STANDARD, *FURTHER))}
    return [
        _answer(name, f"Câu hỏi: {label}" if label in taken else label)
        for name, label in labels.items()
    ]


def offered(event: EventPage) -> list[Column]:
    """Every column this conference's list can have, in their order."""
    return [*STANDARD, *FURTHER, *consents(), *answers(event)]


def remembered(user, known: Iterable[Column]) -> list[Column]:
    """Those of the known that the user chose last; the office's list before that."""
    rows = ExportColumns.objects.filter(user=user).values_list("columns", flat=True)
    names = set(rows.first() or ())
    return [one for one in known if one.name in names] or list(STANDARD)


def remember(user, chosen: Collection[Column], known: Collection[Column]) -> None:
    """Keep the choice; of questions asked elsewhere the former one stays."""
    rows = ExportColumns.objects.filter(user=user).values_list("columns", flat=True)
    here = {one.name for one in known}
    elsewhere = [
        name
        for name in rows.first() or ()
        if name.startswith(_ANSWER) and name not in here
    ]
    names = [*(one.name for one in chosen), *elsewhere]
    ExportColumns.objects.update_or_create(user=user, defaults={"columns": names})


def said_by(event: EventPage, columns: Iterable[Column]) -> Said:
    """Everybody's last word on each purpose; asked only where a column shows it."""
    said: dict[int, dict[str, bool]] = defaultdict(dict)
    if any(one.name.startswith(_CONSENT) for one in columns):
        rows = Consent.objects.filter(registration__event=event).order_by("at", "pk")
        for pk, purpose, given in rows.values_list(
            "registration_id", "purpose", "given"
        ):
            said[pk][purpose] = given
    return said
