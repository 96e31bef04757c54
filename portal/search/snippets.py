"""The words around what was found, marks kept; in pieces, for templates to escape."""

from dataclasses import dataclass
from itertools import pairwise

from portal.search.analyser import Token, tokens_among
from portal.search.query import Query

LENGTH = 230
#: Farther into a text nobody looks for the best place.
_READ = 40_000


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marked: bool = False


def marked(text: str, query: Query) -> list[Piece]:
    """The whole text in pieces, those marked that answer the query."""
    return _pieces(text, _answering(text, query), 0, len(text))


def snippet(text: str, query: Query, length: int = LENGTH) -> list[Piece]:
    """About so many characters around the place that answers most, or the first."""
    text = " ".join(text[:_READ].split())
    found = _answering(text, query)
    start, end = _window(text, found, query, length)
    pieces = _pieces(text, found, start, end)
    if start:
        pieces.insert(0, Piece("… "))
    if end < len(text):
        pieces.append(Piece(" …"))
    return pieces


def beginning(text: str, length: int = LENGTH) -> list[Piece]:
    """About so many characters from the start, nothing marked."""
    text = " ".join(text[: 2 * length].split())
    if len(text) <= length:
        return [Piece(text)]
    cut = text.rfind(" ", 0, length)
    return [Piece(text[: cut if cut > 0 else length]), Piece(" …")]


def _answering(text: str, query: Query) -> list[Token]:
    """With marks typed, words with other marks do not count if any has these.

    Of what the query says in other words the whole phrase counts: "và" alone is not
    what "KH&CN" stands for, nor is the "SK" of a code like "SK-MH-09".
    """
    typed, phrases, exact = query.folded, query.otherwise, query.exact
    found = tokens_among(text, query.said)
    held = {at for phrase in phrases for at in _places(text, found, phrase)}
    found = [w for at, w in enumerate(found) if w.folded in typed or at in held]
    settled = {word.folded for word in found if word.exact in exact}
    return [w for w in found if w.folded not in settled or w.exact in exact]


def _places(text: str, found: list[Token], phrase: tuple[str, ...]) -> set[int]:
    """Where the words of the phrase stand one behind the other, each of them."""
    size, places = len(phrase), set[int]()
    for at in range(len(found) - size + 1):
        run = found[at : at + size]
        is_whole = tuple(word.folded for word in run) == phrase
        is_near = all(_is_next(*pair) for pair in pairwise(run))
        if is_whole and is_near and not _is_in_code(text, run):
            places.update(range(at, at + size))
    return places


def _is_in_code(text: str, run: list[Token]) -> bool:
    around = text[max(0, run[0].start - 1) : run[0].start], text[run[-1].end :][:1]
    return any(sign in ("-", "/") for sign in around)


def _is_next(one: Token, two: Token) -> bool:
    return two.start - one.end <= 2


def _window(
    text: str, found: list[Token], query: Query, length: int
) -> tuple[int, int]:
    start = max(0, _densest(found, query, length) - length // 4)
    if start:
        start = text.find(" ", start) + 1
    end = start + length
    if end >= len(text):
        return start, len(text)
    cut = text.rfind(" ", start, end)
    return start, cut if cut > start else end


def _densest(found: list[Token], query: Query, length: int) -> int:
    """Where the most different words, and the most neighbours, stand within reach."""
    order = {word: at for at, word in enumerate(query.sequence)}
    best, at = -1, 0
    for first, word in enumerate(found[:400]):
        near = []
        for other in found[first : first + 40]:
            if other.end - word.start > length * 3 // 4:
                break
            near.append(other)
        side_by_side = sum(
            order.get(two.folded, -9) - order.get(one.folded, -5) == 1
            and _is_next(one, two)
            for one, two in pairwise(near)
        )
        worth = 3 * len({other.folded for other in near}) + 2 * side_by_side
        if worth > best:
            best, at = worth, word.start
    return at


def _pieces(text: str, found: list[Token], start: int, end: int) -> list[Piece]:
    """Neighbouring marked words with only a space between are one piece."""
    pieces: list[Piece] = []
    at = start
    for word in found:
        if word.start < at or word.end > end:
            continue
        between = text[at : word.start]
        if between == " " and pieces and pieces[-1].marked:
            pieces[-1] = Piece(f"{pieces[-1].text} {text[word.start : word.end]}", True)
        else:
            if between:
                pieces.append(Piece(between))
            pieces.append(Piece(text[word.start : word.end], True))
        at = word.end
    if at < end:
        pieces.append(Piece(text[at:end]))
    return pieces
