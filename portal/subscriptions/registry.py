"""What can be followed, and what is new about it.

Each app's `subscription_kinds` module, found when the portal starts, adds its kinds:

    add_kind(FollowedKind("hoi-nghi", _("Conferences"), subject=…, mark=…, news=…))
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.functional import Promise

Words = str | Promise

#: What is being published just now is told next time, whole.
SETTLED_AFTER = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is followed, in the words of a page; `url` is empty while it is hidden."""

    title: Words
    url: str = ""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A line about an item: words, an act or page they lead to, and what follows."""

    words: str
    link: str = ""
    url: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing in a letter. Addresses are whole; equal ones are told once."""

    title: str
    url: str
    about: str = ""
    is_sample: bool = False
    lines: tuple[NewsLine, ...] = ()
    name: str = ""

    @property
    def short_name(self) -> str:
        """What stands for it in a subject."""
        return self.name or self.title


@dataclass(frozen=True, slots=True)
class FollowedKind:
    """`news(key, after, through)` is what came between two marks, both from `mark`.

    `notice` looks at what has changed before the letters of a day are written.
    """

    kind: str
    name: Words
    subject: Callable[[str], Subject | None]
    mark: Callable[[datetime], int]
    news: Callable[[str, int, int], Sequence[NewsItem]]
    notice: Callable[[datetime], None] | None = None


_kinds: dict[str, FollowedKind] = {}


def add_kind(kind: FollowedKind) -> None:
    _kinds[kind.kind] = kind


def kinds() -> list[FollowedKind]:
    """All kinds, in the order in which a letter lists them."""
    return list(_kinds.values())


def kind_of(name: str) -> FollowedKind | None:
    return _kinds.get(name)


def subject_of(name: str, key: str) -> Subject | None:
    """What of the kind is followed; None where the kind or the thing is gone."""
    kind = kind_of(name)
    return kind.subject(key) if kind else None


def moment_mark(now: datetime) -> int:
    """A moment as a mark, for what counts by when it was published."""
    return int((now - SETTLED_AFTER).timestamp() * 1_000_000)


def moment_of(mark: int) -> datetime:
    """The moment that a mark is."""
    return datetime.fromtimestamp(mark / 1_000_000, UTC)
