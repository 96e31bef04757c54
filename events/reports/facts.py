"""What is known of a conference that has been held: plain values, no database.

Whatever writes about it (the drafted news, the report, the invitation) reads these.
"""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class SpeakerFact:
    """Somebody who spoke, with position and organisation as on that day."""

    name: str
    title: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An act that was presented: `kind` is its type, `about` what it deals with.

    `amends` are the symbols of the acts it changes.
    """

    kind: str
    symbol: str
    signed_on: date | None = None
    issuer: str = ""
    about: str = ""
    amends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the portal's, by its number, with what it shows."""

    image_id: int
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """How many of a group were registered, absent, present, came unregistered; of an
    agency, how many were invited besides."""

    label: str
    registered: int = 0
    absent: int = 0
    present: int = 0
    unregistered: int = 0
    invited: int = 0


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that attendance was closed with; `agencies` were invited."""

    invited: int = 0
    agencies: int = 0
    registered: int = 0
    present: int = 0
    absent: int = 0
    unregistered: int = 0
    groups: tuple[Group, ...] = ()
    by_agency: tuple[Group, ...] = ()

    @property
    def registered_present(self) -> int:
        """Of those present, who had registered."""
        return self.present - self.unregistered


@dataclass(frozen=True, slots=True)
class Survey:
    """How many answered, and how many of them found it of use at once or mostly."""

    answers: int = 0
    found_useful: int = 0


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """One conference of a series, or the only one.

    `locality` is named with its kind (huyện Hữu Lũng). `numbers` is None until
    attendance is closed.
    """

    title: str
    locality: str = ""
    venue: str = ""
    first: date | None = None
    last: date | None = None
    starts: time | None = None
    ends: time | None = None
    numbers: Numbers | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """A conference, or a series of them, as far as it is known.

    `attendance` says in words how many came where nobody counted; `audiences` are the
    groups it was for, `topics` the items of its agenda.
    """

    title: str
    unit: str
    places: tuple[PlaceFact, ...]
    first: date | None = None
    last: date | None = None
    dates_in_words: str = ""
    attendance: str = ""
    audiences: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    speakers: tuple[SpeakerFact, ...] = ()
    acts: tuple[Act, ...] = ()
    initiatives: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    cover: Picture | None = None
    pictures: tuple[Picture, ...] = ()
    survey: Survey | None = None
    is_sample: bool = False

    @property
    def is_series(self) -> bool:
        return len(self.places) > 1

    @property
    def counted(self) -> Numbers | None:
        """The numbers of all places together, once each of them is closed."""
        found = [place.numbers for place in self.places]
        known = [numbers for numbers in found if numbers is not None]
        if not known or len(known) < len(found):
            return None
        return added(known)


def added(several: list[Numbers]) -> Numbers:
    """The numbers of several conferences in one; groups and agencies by their name."""
    if len(several) == 1:
        return several[0]
    return Numbers(
        **{
            name: sum(getattr(one, name) for one in several)
            for name in ("invited", "registered", "present", "absent", "unregistered")
        },
        agencies=len(
            {line.label for one in several for line in one.by_agency if line.invited}
        ),
        groups=_merged([line for one in several for line in one.groups]),
        by_agency=_merged([line for one in several for line in one.by_agency]),
    )


def _merged(lines: list[Group]) -> tuple[Group, ...]:
    found: dict[str, Group] = {}
    for line in lines:
        before = found.get(line.label, Group(line.label))
        found[line.label] = Group(
            line.label,
            registered=before.registered + line.registered,
            absent=before.absent + line.absent,
            present=before.present + line.present,
            unregistered=before.unregistered + line.unregistered,
            invited=before.invited + line.invited,
        )
    return tuple(found.values())
