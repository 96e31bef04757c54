"""What a page is, in the words people search for it with, beside what it says itself.

They weigh little: a page that says a word is about it, one that is of a place or a
month only stands in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from portal.models import Locality
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
}


_KIND_PHRASES = {
    "van ban": "van-ban",
    "quyet dinh": "van-ban",
    "nghi quyet": "van-ban",
    "thong tu": "van-ban",
    "nghi dinh": "van-ban",
    "qui che": "van-ban",
    "hoi nghi": "su-kien",
    "tap huan": "su-kien",
    "lop": "su-kien",
    "sang kien": "sang-kien",
    "giai phap": "sang-kien",
    "tin tuc": "tin-tuc",
    "thu tuc": "huong-dan",
    "bieu mau": "bieu-mau",
    "mau don": "bieu-mau",
    "to khai": "bieu-mau",
}


def kind_tokens(words: Sequence[str]) -> list[str]:
    """The facet tokens of the kinds that the folded words of a query name."""
    line = f" {' '.join(words)} "
    kinds = {kind for phrase, kind in _KIND_PHRASES.items() if f" {phrase} " in line}
    return [facet_token("muc", kind) for kind in sorted(kinds)]


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
