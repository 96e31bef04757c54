"""What a page is, in the words people search for it with, beside what it says itself.

They weigh little: a page that says a word is about it, one that is of a place or a
month only stands in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from portal.models import Locality, PortalPage
from portal.search.analyser import folded_words
from portal.search.descriptions import Description
from portal.search.entries import facet_token

# The rooms' kinds as readers call them; "sang kien" alone is to find initiatives.
KIND_WORDS = {
    "van-ban": "văn bản quy định",
    "su-kien": "hội nghị sự kiện",
    "sang-kien": "sáng kiến giải pháp cách làm hay",
    "tin-tuc": "tin tức bài viết",
    "thong-tin": "thông tin",
    "huong-dan": "hướng dẫn thủ tục quy trình từng bước làm thế nào",
    "bieu-mau": "biểu mẫu mẫu đơn tờ khai phiếu",
    "hoi-dap": "hỏi đáp câu hỏi trả lời",
    "nhu-cau": "nhu cầu đang tìm giải pháp chưa có giải pháp",
}


_KIND_PHRASES = {
    "van ban": "van-ban",
    "qui dinh": "van-ban",
    "quyet dinh": "van-ban",
    "nghi quyet": "van-ban",
    "thong tu": "van-ban",
    "nghi dinh": "van-ban",
    "qui che": "van-ban",
    "ke hoach": "van-ban",
    "hoi nghi": "su-kien",
    "tap huan": "su-kien",
    "lop tap huan": "su-kien",
    "lop": "su-kien",
    "sang kien": "sang-kien",
    "skkn": "sang-kien",
    "sk": "sang-kien",
    "giai phap": "sang-kien",
    "tin": "tin-tuc",
    "tin tuc": "tin-tuc",
    "bai viet": "tin-tuc",
    "thu tuc": "huong-dan",
    "bieu mau": "bieu-mau",
    "mau don": "bieu-mau",
    "to khai": "bieu-mau",
    "nhu cau": "nhu-cau",
}
_KINDS = {tuple(phrase.split()): kind for phrase, kind in _KIND_PHRASES.items()}
_LONGEST_KIND = max(map(len, _KINDS))
# What may stand before the noun that says what is looked for, and behind it.
_BEFORE = frozenset(
    folded_words(
        "xem tìm lịch các những danh sách danh mục kho toàn bộ tất cả mới một số có "
        "cho tôi về"
    )
)
_WHICH = ("nao", "gi")
# Of them those that ask for all there are; "danh sách cho lớp" does not.
_ALL = (("lich",), ("danh", "sach"), ("danh", "muc"), ("toan", "bo"), ("tat", "ca"))
_EACH = ("cac", "nhung")


def kinds_asked(
    line: Sequence[str], *, is_question: bool
) -> dict[str, tuple[str, ...]]:
    """The kinds of page that folded words ask for, each with the words that name it.

    A Vietnamese noun comes before what tells it apart: "sáng kiến y tế" asks for
    initiatives, "hồ sơ sáng kiến" does not. A question asks for a kind by "lớp nào".
    """
    start = 0
    while start < len(line) and line[start] in _BEFORE:
        start += 1
    found: dict[str, tuple[str, ...]] = {}
    for at in range(len(line)):
        for size in range(_LONGEST_KIND, 0, -1):
            words = tuple(line[at : at + size])
            if kind := _KINDS.get(words):
                is_which = at + size < len(line) and line[at + size] in _WHICH
                if is_which or (at == start and not is_question):
                    found.setdefault(kind, (*line[:start], *words))
                break
    return found


def is_list_asked(line: Sequence[str]) -> bool:
    """Whether folded words that name a kind of page open by asking for all of it."""
    start = 0
    while start < len(line) and line[start] in _BEFORE:
        start += 1
    while start and line[start - 1] in _EACH:
        start -= 1
    return any(tuple(line[start - len(words) : start]) == words for words in _ALL)


def words_of_kinds(line: Sequence[str]) -> frozenset[str]:
    """Those of the folded words that say a kind of page, wherever they stand."""
    return frozenset(
        word
        for size in range(1, _LONGEST_KIND + 1)
        for at in range(len(line) - size + 1)
        if tuple(line[at : at + size]) in _KINDS
        for word in line[at : at + size]
    )


def kind_token(kind: str) -> str:
    """The facet token that pages of the kind have."""
    return facet_token("muc", kind)


#: What a page that gathers others has: of pages alike it comes first.
GROUP = facet_token("gom", "1")


#: The kind whose pages ask what others answer: unless they are looked for, an answer
#: comes before them.
ASKING = kind_token("nhu-cau")


_HUB = facet_token("danhsach", "")


def hub_token(kind: str) -> str:
    """The token of the page that lists the pages of a kind."""
    return facet_token("danhsach", kind)


def is_hub(facets: str) -> bool:
    """Whether an entry's facets are those of a list of pages."""
    return any(token.startswith(_HUB) for token in facets.split())


def hub(page: PortalPage, kind: str, also: str = "") -> Description:
    """What a list says of itself, the kind that it lists, and what it is asked for."""
    return Description(
        kind="thong-tin",
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also=also,
        facets={"danhsach": [kind]},
    )


def month_words(day: date | None) -> str:
    """ "tháng 12 năm 2026", as it is said; nothing for no day."""
    return f"tháng {day.month} năm {day.year}" if day else ""


def place_words(place: Locality | None) -> str:
    """The place with its kind, what it was or became, and what it belongs to."""
    names: list[str] = place.other_names() if place else []
    deepest = len(names) + 4
    while place is not None and len(names) < deepest:
        names.append(str(place))
        place = place.parent
    return " ".join(names)


def joined(words: Iterable[object]) -> str:
    """The words that are there, as one text."""
    return " ".join(str(word) for word in words if word)
