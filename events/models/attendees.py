"""Who registers, as a form, a row of a sheet or an organiser says: plain values."""

from dataclasses import dataclass, field

from events.enums import Audience, Purpose


@dataclass(frozen=True, slots=True)
class Attendee:
    """Checked details: `name` tidied, `phone` in E.164 or empty, `email` one line.

    `answers` maps a question's key to what was answered, as text or a list of texts.
    """

    name: str
    phone: str
    organisation_name: str
    organisation_id: int | None = None
    email: str = ""
    position: str = ""
    audience: str = Audience.OTHER
    note: str = ""
    answers: dict = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Which boxes were ticked, of those `asked`, under which version of the text."""

    text_version: str
    purposes: frozenset[Purpose] = frozenset({Purpose.TAKING_PART})
    asked: frozenset[Purpose] = frozenset(Purpose)
