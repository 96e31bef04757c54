"""Words of a query that only ask, or only join others: what is left is looked for."""

import re

from portal.search.analyser import Token, folded_words

_QUESTION = re.compile(
    r"\b(?:la gi|la bao nhieu|bao nhieu|nhu the nao|the nao|o dau|khi nao|luc nao|"
    r"lam sao|tai sao|vi sao|cho toi hoi|cho hoi|xin hoi|toi muon|duoc khong|co khong|"
    r"nhung ai|la ai|"
    r"gom nhung gi|nhung gi|hay khong|khong a|ra sao|the a|vay a|vay)\b"
)
# Asks too, but says of what: "mấy giờ".
_ASKS = re.compile(
    rf"{_QUESTION.pattern}|\bbao lau\b|"
    r"\bmay (?:gio|ngay|buoi|thang|nam|lan|nguoi|tang|trang|ban|dong|trieu)\b|"
    r"\b(?:gi|nao|khong|ai)$"
)
# "Quy định trồng hồi như thế nào" asks about trồng hồi, whoever says it and how.
_OPENING = re.compile(
    r"^[\0 ]*(?:(?:qui dinh|van ban|thong tin|huong dan|thu tuc|cach)\b(?: ve\b)? ?)+"
)


def _small(words: str) -> list[str]:
    return words.lower().split()


def joins(word: Token, has_marks: bool) -> bool:
    """Whether a word only joins others; where no marks were typed it may."""
    return word.word.lower() in (_JOINING if has_marks else _JOINING_PLAIN)


#: Words that join others; a page is not about them, however rare they are in it.
_JOINING = frozenset(
    _small(
        "là thì mà và hay hoặc của cho về với ở tại từ đến trong ngoài khi nếu vì do "
        "để bị được có không chưa đã đang sẽ rồi còn cũng chỉ nên cần phải muốn các "
        "những mọi một mấy nào gì ai đâu sao ra vào lên này kia đó ấy tôi em anh chị "
        "mình làm theo thế như rằng ạ nhé ko k hok dc đc ntn j"
    )
)
SURELY_JOINING = frozenset(
    folded_words(
        "là của các những và hoặc nếu được không thì nào gì như thế ko hok dc ntn"
    )
)
_JOINING_PLAIN = frozenset(folded_words(" ".join(_JOINING)))
_NOISE = frozenset({"so", "ngay", "nam"})


def is_question(line: str) -> bool:
    """Whether folded words ask something."""
    return bool(_ASKS.search(line))


def content(words: list[Token], *, alone: bool) -> tuple[Token, ...]:
    """Without the words that only make a question of it, if others are left."""
    if not words:
        return ()
    line = " ".join(word.folded for word in words)
    asked = _QUESTION.sub(_blanked, line)
    if asked != line:
        asked = _OPENING.sub(_blanked, asked)
    kept = tuple(
        word
        for word, left in zip(words, asked.split(" "), strict=True)
        if "\0" not in left and (alone or word.folded not in _NOISE)
    )
    return kept if len(kept) > 1 or not alone else tuple(words)


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"\S", "\0", found[0])
