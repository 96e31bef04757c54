"""Citations in prose, with exact places, in time linear in the text's length."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from documents.law.citations.dates import DateMention, date_at
from documents.law.citations.issuers import (
    IssuerMention,
    issuer_at,
    joint_issuers_at,
)
from documents.law.citations.model import Citation, Problem
from documents.law.citations.references import provisions_before
from documents.law.names import (
    document_types,
    is_issuer,
    is_known,
    looks_known,
    with_marks,
)
from documents.law.normalized_text import NormalizedText
from documents.law.quotations import quoted_spans
from documents.law.symbols import Symbol, SymbolForm, is_type, meant, parse_symbol
from documents.law.symbols.grammar import NUMBER_IN_PROSE
from portal.vietnamese import fold

# How far a citation's words may stand from its number: bounds the work for each.
_LEAD_WINDOW = 60
_TITLE_WINDOW = 260
_PROVISIONS_WINDOW = 400
_TAIL_WINDOW = 320

_TERM = re.compile(r"(?:qh|ubtvqh|hdnn)\d{1,2}")
_TITLED_LAW = re.compile(r"(?:Bộ\s+luật|Luật|Pháp\s+lệnh)(?!\w)")
_LAWS = ("L", "PL")
_JOINT = ("TTLT", "TTLN", "NQLT")
_SENTENCE_END = re.compile(r"[.;:()“”\n]")
_ALSO_NAMED = ("Bộ luật", "Công văn", "Kết luận", "Văn bản")


# A text cites few documents many times.
_parse = lru_cache(maxsize=2048)(parse_symbol)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number found, and the words right before it: the type word, then "số"."""

    start: int
    end: int
    symbol: Symbol
    lead_start: int
    type_word: str
    follows_so: bool
    printed_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a number: a date and an issuer, in either order."""

    date: DateMention | None
    issuer: IssuerMention | None
    end: int


def find_citations(text: str) -> list[Citation]:
    """Every numbered document the text mentions, in order; never raises.

    Fractions, dates and amounts are not citations. Slips are reported in `problems`,
    the text is not mended: `as_printed` and the offsets are its own. Where the type
    word says what a misprinted type means, the symbol has that.
    """
    copy = NormalizedText.of(text)
    quotations = quoted_spans(copy.text)
    numbers = list(_numbers(copy.text))
    citations: list[Citation] = []
    done = 0
    for index, number in enumerate(numbers):
        is_last = index + 1 == len(numbers)
        following = len(copy.text) if is_last else numbers[index + 1].lead_start
        limit = min(number.end + _TAIL_WINDOW, following)
        joint = number.symbol.type in _JOINT
        tail = _tail(copy.text[number.end : limit], joint=joint)
        start = max(done, number.lead_start - _PROVISIONS_WINDOW)
        before = copy.text[start : number.start]
        cut = start > done
        quoted = _inside(quotations, number.start)
        citations.append(
            _citation(text, copy, number, tail, before, cut=cut, quoted=quoted)
        )
        done = number.end + tail.end
    return citations


def _numbers(text: str) -> Iterator[_Number]:
    done = 0
    for found in NUMBER_IN_PROSE.finditer(text):
        printed = _parse(found[0])
        if printed is None:
            continue
        start, end = found.span()
        lead = _lead().search(text[max(done, start - _LEAD_WINDOW) : start])
        type_word = " ".join((lead["type"] or "").split()) if lead else ""
        symbol = meant(printed, type_word)
        number = _Number(
            start,
            end,
            symbol,
            start - len(lead[0]) if lead else start,
            type_word,
            bool(lead and lead["so"]),
            _printed_codes(found[0], printed, symbol),
        )
        if _plausible(number, text):
            yield number
            done = end


def _plausible(number: _Number, text: str) -> bool:
    """Codes look like codes, and a rare form has "số" or a known issuer to vouch."""
    symbol = number.symbol
    announced = number.follows_so or bool(number.type_word)
    printed = re.split(r"[-/\s]+", text[number.start : number.end])[1:]
    codes = [code for code in printed if code and not code.isdecimal()]
    if not all(_loud(code) or looks_known(code) for code in codes):
        return False
    if symbol.is_lone or not (symbol.issuer or symbol.year):
        return _vouched(number, text)
    if re.match(r"\d+\s?[^\W\d_]{2}", text[number.start : number.end]):
        return number.follows_so
    if symbol.form is SymbolForm.LAW:
        return bool(_TERM.fullmatch(fold(symbol.issuer))) or is_issuer(symbol.issuer)
    if symbol.form is SymbolForm.NORMATIVE:
        return is_type(symbol.type) or announced
    if len(symbol.issuer) < 2 or not (announced or all(map(_loud, codes))):
        return False
    if symbol.form is SymbolForm.LETTER:
        vouched = is_known(symbol.issuer) or symbol.issuer.startswith("UBND")
        return len(symbol.unit) > 1 and (announced or vouched)
    return is_type(symbol.type) or announced


def _vouched(number: _Number, text: str) -> bool:
    """For a number with one code "số", its type word or its day has to speak."""
    symbol = number.symbol
    if symbol.type:
        fact = document_types().get(symbol.type)
        return bool(
            number.follows_so
            and fact
            and fact.name.casefold() == number.type_word.casefold()
        )
    if number.type_word:
        vouched = number.follows_so or is_issuer(symbol.issuer)
        return vouched or bool(date_at(text, number.end))
    return number.follows_so and bool(date_at(text, number.end))


def _printed_codes(printed: str, read: Symbol, symbol: Symbol) -> tuple[str, ...]:
    """The codes as they stand, where the symbol's differ: QD of a QĐ, NĐCP of NĐ-CP."""
    if read != symbol:
        return read.codes
    joined = f"{symbol.type}{symbol.issuer}"
    return (joined,) if symbol.type and symbol.issuer and joined in printed else ()


def _loud(code: str) -> bool:
    return code.upper() == code or is_known(code)


@cache
def _lead() -> re.Pattern[str]:
    names = {fact.name for fact in document_types().values()} | set(_ALSO_NAMED)
    longest_first = sorted(names, key=len, reverse=True)
    types = "|".join(name.replace(" ", r"\s{1,4}") for name in longest_first)
    return re.compile(
        rf"(?:(?:(?<!\w)|(?<=tại)|(?<=theo))(?P<type>{types})\s{{1,4}}(?:\(\s?)?)?"
        r"(?P<so>(?<!\w)(?:số\s{0,3}:?\s{0,3}|s\s?))?\Z",
        re.IGNORECASE,
    )


def _tail(window: str, *, joint: bool) -> _Tail:
    day = issuer = None
    end = 0
    named = joint_issuers_at if joint else issuer_at
    for _ in range(2):
        if day is None and (day := date_at(window, end)):
            end = day.end
        if issuer is None and (issuer := named(window, end)):
            end = issuer.end
    return _Tail(day, issuer, end)


def _citation(
    text: str,
    copy: NormalizedText,
    number: _Number,
    tail: _Tail,
    before: str,
    *,
    cut: bool,
    quoted: bool,
) -> Citation:
    before = before[: len(before) - (number.start - number.lead_start)]
    lead_start, type_word = number.lead_start, number.type_word
    if titled := _titled_law(number, before):
        type_word = titled[0]
        lead_start -= len(before) - titled.start()
        before = before[: titled.start()]
    start, end = copy.span(number.start, number.end)
    whole_start, whole_end = copy.span(lead_start, number.end + tail.end)
    date_start = date_end = end
    if tail.date:
        date_start, date_end = copy.span(
            number.end + tail.date.start, number.end + tail.date.end
        )
    issuer = tail.issuer
    return Citation(
        symbol=number.symbol,
        as_printed=text[start:end],
        start=start,
        end=end,
        whole_start=whole_start,
        whole_end=max(whole_end, end),
        type_word=type_word,
        date=tail.date.day if tail.date else None,
        date_as_printed=text[date_start:date_end],
        date_start=date_start,
        date_end=date_end,
        issuer=issuer.name if issuer else "",
        issuer_code=issuer.code if issuer else "",
        issuer_territory=issuer.place if issuer else "",
        provisions=provisions_before(before, cut=cut),
        printed_codes=number.printed_codes,
        problems=_problems(number, tail.date),
        quoted=quoted,
    )


def _titled_law(number: _Number, before: str) -> re.Match[str] | None:
    """ "Luật" in "Luật <its title> số 64/2025/QH15": the title stands between."""
    if number.type_word not in ("", "luật") or not number.follows_so:
        return None
    if number.symbol.form is not SymbolForm.LAW and number.symbol.type not in _LAWS:
        return None
    breaks = [found.end() for found in _SENTENCE_END.finditer(before)]
    start = max(len(before) - _TITLE_WINDOW, breaks[-1] if breaks else 0, 0)
    return next(reversed(list(_TITLED_LAW.finditer(before, start))), None)


def _problems(number: _Number, day: DateMention | None) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    symbol = number.symbol
    if number.printed_codes or any(map(with_marks, symbol.codes)):
        problems.append(Problem.WRONG_MARKS)
    if day and day.problem:
        problems.append(day.problem)
    if day and day.day and symbol.year and day.day.year != symbol.year:
        problems.append(Problem.YEAR_MISMATCH)
    return tuple(problems)


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    index = bisect_right(spans, (place, place)) - 1
    return index >= 0 and spans[index][0] <= place < spans[index][1]
