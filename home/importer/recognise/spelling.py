"""Slips of a single mark: "phố biến" once, beside "phổ biến" again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from home.importer.article import Finding, word_set
from portal.vietnamese import fold, is_syllable, nfc

# Syllables of grammar: they stand beside anything, so their pairs prove nothing.
_GRAMMAR = word_set(
    "và có của các là được trong cho với đã tại về theo từ đến khi này những một để do "
    "ra vào trên dưới như nhưng không cũng còn đang sẽ bị bởi mà thì nên rằng nếu vì "
    "hay hoặc cùng đó đây ấy sau trước giữa qua lại lên xuống hơn gần mỗi mọi từng số "
    "năm tháng ngày tỉnh huyện xã ông bà anh chị em cả ở rất nhiều ít hai ba bốn"
)
_WORD = re.compile(r"[^\W\d_]+")
COMMON = 3


def find_slips(paragraphs: Iterable[str]) -> list[Finding]:
    """Pairs of syllables seen once that are a frequent pair but for one mark."""
    pairs: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], tuple[str, str, str]] = {}
    for paragraph in paragraphs:
        words = _WORD.findall(nfc(paragraph).lower())
        for index in range(len(words) - 1):
            pair = words[index], words[index + 1]
            pairs[pair] += 1
            before = words[index - 1] if index else ""
            after = words[index + 2] if index + 2 < len(words) else ""
            places[pair] = (before, after, paragraph)
    frequent = {
        tuple(map(fold, pair)): pair
        for pair, count in pairs.items()
        if count >= COMMON and not _GRAMMAR.intersection(pair)
    }
    findings: list[Finding] = []
    for pair, count in pairs.items():
        usual = frequent.get(tuple(map(fold, pair)))
        if count > 1 or usual in {None, pair} or not _one_mark_apart(pair, usual):
            continue
        before, after, paragraph = places[pair]
        if _belongs_elsewhere(pair, usual, before, after, pairs):
            continue
        findings.append(
            Finding(
                "possible_slip",
                _excerpt(paragraph, pair),
                {"written": " ".join(pair), "usual": " ".join(usual)},
            )
        )
    return findings


def _one_mark_apart(pair: tuple[str, str], usual: tuple[str, str]) -> bool:
    """One syllable the same, the other a different spelling of the same letters."""
    differing = [(a, b) for a, b in zip(pair, usual, strict=True) if a != b]
    if len(differing) != 1:
        return False
    return not _GRAMMAR.intersection(differing[0]) and is_syllable(differing[0][1])


def _belongs_elsewhere(pair, usual, before, after, pairs) -> bool:
    """The odd syllable makes a word with its other neighbour: "thành phố biến"."""
    if pair[0] != usual[0]:
        return pairs[before, pair[0]] > 1 or f"{before} {pair[0]}" in _COMPOUNDS
    return pairs[pair[1], after] > 1 or f"{pair[1]} {after}" in _COMPOUNDS


_COMPOUNDS = {"thành phố", "cơ sở", "cơ quan", "đường phố", "cán bộ", "công nghệ"}


def _excerpt(paragraph: str, pair: tuple[str, str]) -> str:
    text = nfc(paragraph)
    match = re.search(r"\W+".join(map(re.escape, pair)), text, re.IGNORECASE)
    if match is None:
        return " ".join(pair)
    return text[max(0, match.start() - 30) : match.end() + 30].strip()
