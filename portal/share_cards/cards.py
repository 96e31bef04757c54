"""What stands on a share picture, as plain values."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import blake2s
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from portal.models import PortalPage

WIDTH, HEIGHT = 1200, 630
#: Raised when pictures come out otherwise than before: their addresses change.
EDITION = 1


class Line(NamedTuple):
    """A fact below the title; `icon` is a name of `portal.art.icons`, or empty."""

    text: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """One share picture.

    `number` stands large above the title. `cover` is the pk of a picture of ours and
    `sign` the slug of a field of work: either fills the right third, the cover first.
    """

    title: str
    number: str = ""
    kicker: str = ""
    lines: tuple[Line, ...] = ()
    ground: Literal["star", "hills"] = "star"
    sign: str = ""
    cover: int | None = None

    @property
    def extension(self) -> str:
        """Photographs are smaller as JPEG, flat grounds as PNG."""
        return "jpg" if self.cover else "png"

    @property
    def alt(self) -> str:
        """The picture in words, for who does not see it."""
        facts = (line.text for line in self.lines)
        return " · ".join(filter(None, (self.number, self.title, *facts)))

    @property
    def words(self) -> tuple[str, ...]:
        """What to say of the page in a message: its name, its day, its place."""
        name = f"{self.number}: {self.title}" if self.number else self.title
        return (name, *(line.text for line in self.lines if line.icon))

    def version(self, *house: str) -> str:
        """Twelve hexadecimal digits that change with anything the picture shows.

        `house` is the portal's name and whatever else the page does not say itself.
        """
        shown = json.dumps([EDITION, house, asdict(self)], ensure_ascii=False)
        return blake2s(shown.encode(), digest_size=6).hexdigest()


_makers: dict[type, Callable[..., ShareCard]] = {}


def share_card(*page_types: type) -> Callable:
    """The function's card is the share picture of pages of these types."""

    def register(function: Callable[..., ShareCard]) -> Callable[..., ShareCard]:
        _makers.update(dict.fromkeys(page_types, function))
        return function

    return register


def card_of(page: "PortalPage") -> ShareCard:
    """The card of a page; asks nothing that a page made ready for reading lacks."""
    for page_type in type(page).__mro__:
        if page_type in _makers:
            return _makers[page_type](page)
    return ShareCard(title=page.full_title)
