"""One form as a list and its own page show it."""

from dataclasses import dataclass
from datetime import date

from documents.citing.links import RegulationCard
from guides.enums import FormState, Purpose

#: How an act that is over is shown.
OVER = "off"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: its format in capitals, its size in bytes."""

    url: str
    format: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first page of a form as a picture, and how many pages there are."""

    url: str
    width: int
    height: int
    page_count: int


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an address of its own."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form as a list shows it; `card` is the act it rests on, with today's status.

    `page` is the key of its own page, `successor` what is to be used in its place.
    """

    title: str
    source: str
    files: tuple[Download, ...]
    state: FormState = FormState.USED
    purpose: str = Purpose.OTHER
    about: str = ""
    url: str = ""
    page: int | None = None
    version_on: date | None = None
    card: RegulationCard | None = None
    provision: str = ""
    basis_url: str = ""
    home: Named | None = None
    successor: Named | None = None
    successor_act: RegulationCard | None = None
    notes: tuple[str, ...] = ()
    example: Download | None = None
    beginning: Beginning | None = None
    is_sample: bool = False

    @property
    def weight(self) -> int:
        """What its files weigh together in bytes; 0 where one is not known."""
        sizes = [file.size for file in self.files]
        return sum(size for size in sizes if size) if all(sizes) else 0

    @property
    def is_old(self) -> bool:
        return self.state is FormState.OLD

    @property
    def is_previewed(self) -> bool:
        """Whether there is something to look at before it is loaded."""
        return not self.is_old and bool(self.notes or self.beginning)

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(file.format for file in self.files)


def form_state(*, has_successor: bool, act_css: str) -> FormState:
    """Old where another takes its place or the act that asks for it is over."""
    is_over = has_successor or act_css == OVER
    return FormState.OLD if is_over else FormState.USED
