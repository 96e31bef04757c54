"""Published answers that may be what somebody is about to ask."""

from dataclasses import dataclass

from portal.search.query import clean
from portal.search.search_box import answer
from portal.vietnamese import fold
from questions.models import AnswerPage

KIND = "hoi-dap"
MOST = 3
FEWEST_WORDS = 3
_LOOKED_AT = 12
_ENOUGH = 0.5
# Words that stand in any question; folded.
_COMMON = frozenset(
    fold(
        "ai bao cho co chua cua duoc gi hay hoac khi khong la lam mot nao nay neu nhu "
        "o phai sao the thi toi tu va ve vi voi bi can con da do em anh chi minh den "
        "cac nhung nhieu xin hoi muon ra vao thu"
    ).split()
)


@dataclass(frozen=True, slots=True)
class SimilarAnswer:
    title: str
    short_answer: str
    url: str


def similar(text: str) -> list[SimilarAnswer]:
    """The best few answers whose question shares most of its words with the text.

    In a constant number of queries; none for less than three words.
    """
    asked = telling_words(text)
    if len(text.split()) < FEWEST_WORDS or not asked:
        return []
    found = answer(clean(" ".join(text.split())), KIND).pages[:_LOOKED_AT]
    pages = AnswerPage.objects.for_listing().in_bulk(found)
    near = sorted(
        (page for page in (pages.get(key) for key in found) if page),
        key=lambda page: -overlap(asked, telling_words(page.title)),
    )
    return [
        SimilarAnswer(page.title, page.summary, page.url)
        for page in near
        if overlap(asked, telling_words(page.title)) >= _ENOUGH
    ][:MOST]


def telling_words(text: str) -> set[str]:
    """Its words without accents, but for those that stand in any question."""
    words = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    return set(words) - _COMMON


def overlap(asked: set[str], known: set[str]) -> float:
    """Which share of the shorter one's words the other has too, from 0 to 1."""
    shorter = min(len(asked), len(known))
    return len(asked & known) / shorter if shorter else 0.0
